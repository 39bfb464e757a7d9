/** Something to tell a webhook. */
export interface ToldNews {
  /** By which it is known for good, such as `actor 3 revision 2`. */
  key: string;
  title: string;
  text: string;
  at: Date;
  /** Where it can be read, as a path. */
  path: string;
}

/** What kind of news a message is of, by its key. */
function typeOf(key: string): string {
  if (key.startsWith("test ")) return "test";
  if (key.startsWith("version ")) return "version.published";
  if (key.startsWith("event ")) return "proposal.event";
  return key.startsWith("links ") ? "links.dead" : "record.published";
}

/** The JSON of a message, in the form that the Standard Webhooks recommend. @param base where links begin; empty where nobody has said */
export function messageBody({ key, title, text, at, path }: ToldNews, base: string): string {
  return JSON.stringify({
    type: typeOf(key),
    timestamp: at.toISOString(),
    data: { key, title, text, url: `${base}${path}` },
  });
}

/** What a message is of, from its JSON. */
export function messageTitle(body: string): string {
  const parsed: unknown = JSON.parse(body);
  const data =
    typeof parsed === "object" && parsed !== null && "data" in parsed ? parsed.data : null;
  return typeof data === "object" && data !== null && "title" in data ? String(data.title) : "";
}
