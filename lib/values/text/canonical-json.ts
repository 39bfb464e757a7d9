/**
 * A value as canonical JSON (RFC 8785): members in the order of their names' code units, no white space, numbers and texts
 * as ECMAScript writes them. Equal values have equal bytes, whoever writes them.
 * @throws of what JSON has no form for
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error("no number of JSON is infinite");
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`JSON has no form for ${typeof value}`);
  if (typeof value === "string" && /\p{Surrogate}/u.test(value))
    throw new Error("a text with half a character");
  return text;
}
