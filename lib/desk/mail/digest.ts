/** Something that a message tells. */
interface ToldInMail {
  title: string;
  text: string;
  /** Where it can be read, as a path. */
  path: string;
}

/** Characters of what was said that a message holds; the rest is read at the desk. */
const LONGEST = 500;

/** What a message says in its subject line. */
export function digestSubject(news: readonly ToldInMail[]): string {
  const [only] = news;
  const what =
    news.length === 1 && only !== undefined ? only.title : `${news.length} things are new`;
  return `Lossline desk: ${what}`.replace(/\s+/g, " ").slice(0, 200);
}

/**
 * What a message says: as plain text what the private feed says.
 * @param base where links begin, without a slash at the end
 * @param stop where the reader ends the messages, as a path
 */
export function digestText(
  news: readonly ToldInMail[],
  { base, minutes, stop }: { base: string; minutes: number; stop: string },
): string {
  const entries = news.map(({ title, text, path }) =>
    [title, ...(text === "" ? [] : [shortened(text)]), `${base}${path}`].join("\n"),
  );
  return [
    ...entries,
    `-- \n${everyText(minutes)}, because you chose so at ${base}/desk/account#mail\nNo more messages: ${base}${stop}\n`,
  ].join("\n\n");
}

/** How often somebody gets a message at most. */
export function everyText(minutes: number): string {
  if (minutes === 24 * 60) return "At most one message a day";
  return minutes === 60
    ? "At most one message an hour"
    : `At most one message every ${minutes} minutes`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`;
}
