/** What a text of JSON holds; undefined where it is none, or longer than anything that is meant. */
export function parseJson(text: unknown, longest = 100_000): unknown {
  if (typeof text !== "string" || text.length > longest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
