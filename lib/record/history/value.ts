/** What a field of a record may hold: as it is published (numbers, null) or as it is typed (only text). */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [field: string]: Value };

/** The fields of a record or of an item of one of its lists. */
export type Fields = { readonly [field: string]: Value };

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isFields(value: Value): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as text; empty where nothing is said or where it is no text. */
export function textOf(value: Value): string {
  if (typeof value === "string") return value.trim().replaceAll("\r\n", "\n");
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/**
 * What a value says, as text that is equal for two that say the same: nothing typed is nothing known,
 * blanks around a text are nothing, and the order of fields does not matter.
 */
export function canonical(value: Value): string {
  if (isList(value)) return value.length === 0 ? "" : `[${value.map(canonical).join(",")}]`;
  if (isFields(value)) {
    const said = Object.keys(value)
      .sort()
      .map((field) => [field, canonical(value[field])] as const)
      .filter(([, text]) => text !== "");
    return said.length === 0 ? "" : JSON.stringify(said);
  }
  // A box that is not ticked says nothing.
  const text = value === false ? "" : textOf(value);
  return text === "" ? "" : JSON.stringify(text);
}

/** Whether nothing is said: an unknown amount, an empty text, an empty list. */
export function isEmpty(value: Value): boolean {
  return canonical(value) === "";
}

/** Whether two values say the same. */
export function isSame(one: Value, other: Value): boolean {
  return one === other || canonical(one) === canonical(other);
}
