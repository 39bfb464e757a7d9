/** How much waits for somebody at the desk. */
export interface Waiting {
  /** One's own proposals that were returned. */
  returned: number;
  /** Comments that speak to one by name and were not read yet. */
  mentions: number;
  /** What there is to tell of what one watches, and was not read yet. */
  watched: number;
  /** Proposals of others in review that nobody else has claimed. None for whoever does not review. */
  proposals: number;
  /** Imports of others that are handed in; none for whoever does not review. */
  imports: number;
  /** Suggestions of readers without an answer; none for whoever does not answer them. */
  suggestions: number;
}

/** A badge of a section: how much waits there, and of what. */
export interface Badge {
  count: number;
  /** `2 proposals and 1 import to review`: for those who do not see where the number stands. */
  text: string;
}

/** What waits under My work; null where nothing does. */
export function workBadge({ returned, mentions, watched }: Waiting): Badge | null {
  return badge([
    [returned, "proposal", "returned to you"],
    [mentions, "comment", mentions === 1 ? "that mentions you" : "that mention you"],
    [watched, "change", "in what you watch"],
  ]);
}

/** What waits under Review; null where nothing does. */
export function reviewBadge({ proposals, imports, suggestions }: Waiting): Badge | null {
  return badge([
    [proposals, "proposal", "to review"],
    [imports, "import", "to review"],
    [suggestions, "suggestion", "to answer"],
  ]);
}

function badge(parts: readonly [count: number, noun: string, rest: string][]): Badge | null {
  const some = parts.filter(([count]) => count > 0);
  if (some.length === 0) return null;
  return {
    count: some.reduce((sum, [count]) => sum + count, 0),
    text: some
      .map(
        ([count, noun, rest]) =>
          `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"} ${rest}`,
      )
      .join(", "),
  };
}
