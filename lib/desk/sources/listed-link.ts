/** What links are listed by: what was found, or that nobody has looked. */
export const LINK_STATES = [
  "gone",
  "unreachable",
  "moved",
  "refused",
  "found",
  "unchecked",
] as const;
export type ListedState = (typeof LINK_STATES)[number];

/** What is stored of a link that was followed: the states of the database. */
export type LinkState = Exclude<ListedState, "unchecked">;

export interface LinkFilter {
  state: ListedState | null;
  /** Without www.; empty for every host. */
  host: string;
  /** Only those of which the record has no archived copy. */
  withoutCopy: boolean;
}

/** A link of the record's sources, and what was found at it. */
export interface ListedLink {
  url: string;
  state: ListedState;
  detail: string | null;
  movedUrl: string | null;
  checkedAt: Date | null;
  failingSince: Date | null;
  archivedUrl: string | null;
  /** The records that have it as a source, a few of them. */
  records: { kind: "incident" | "actor"; slug: string; name: string }[];
}
