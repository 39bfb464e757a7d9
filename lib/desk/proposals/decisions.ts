import type { Decision } from "@/lib/desk/proposals/three-way";

/** The names of a form's fields that decide a conflict. */
export const decisionName = (path: string) => `decide:${path}`;
export const ownTextName = (path: string) => `text:${path}`;

/** A text of one's own may be this long; the field that it is for may allow less, and says so then. */
const LONGEST = 20_000;

/** What a sent form decides, by the path of what it decides; what it does not understand decides nothing. */
export function readDecisions(fields: Iterable<[string, unknown]>): Map<string, Decision> {
  const given = new Map<string, string>();
  for (const [name, value] of fields) if (typeof value === "string") given.set(name, value);
  const decisions = new Map<string, Decision>();
  for (const [name, value] of given) {
    const path = /^decide:(.*)$/s.exec(name)?.[1];
    if (path === undefined) continue;
    if (value === "mine" || value === "theirs") decisions.set(path, { take: value });
    const text = given.get(ownTextName(path));
    if (value === "own" && text !== undefined) {
      decisions.set(path, { text: text.slice(0, LONGEST).replaceAll("\r\n", "\n") });
    }
  }
  return decisions;
}
