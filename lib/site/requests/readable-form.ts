/** A value of React's that stands for another field: a promise, a map, an iterator, an action or a model, by its number in hexadecimal. */
const REFERENCE = /^\$[@FhQWi]?([0-9a-f]+)(?::|$)/;
/** The fields in which arguments of server actions are sent, behind the prefix of those that a form has bound. */
const ARGUMENT = /^((?:\$ACTION_\d+:)?)(\d+)$/;

/**
 * Whether Next can read a form with files, and what it holds for server actions. It answers one that it cannot read with a
 * failure of its own.
 * @param isCall whether a header names the action: its arguments then begin in the field 0
 */
export async function isReadableForm(
  body: Uint8Array<ArrayBuffer>,
  type: string,
  isCall = false,
): Promise<boolean> {
  try {
    const form = await new Response(body, { headers: { "Content-Type": type } }).formData();
    return (!isCall || form.has("0")) && areReadableArguments(new Map([...form].flatMap(textOf)));
  } catch {
    return false;
  }
}

const textOf = ([name, value]: [string, FormDataEntryValue]): [string, string][] =>
  typeof value === "string" ? [[name, value]] : [];

/** Whether the arguments of server actions are JSON, and each that stands for another field finds it. */
export function areReadableArguments(fields: ReadonlyMap<string, string>): boolean {
  for (const [name, text] of fields) {
    const [, prefix = null] = ARGUMENT.exec(name) ?? [];
    if (prefix !== null && !isReadable(text, (number) => fields.has(`${prefix}${number}`)))
      return false;
    // The form's own button names the action that it means.
    const [, bound] = /^\$ACTION_REF_(\d+)$/.exec(name) ?? [];
    if (bound !== undefined && !fields.has(`$ACTION_${bound}:0`)) return false;
  }
  return true;
}

/** Whether a text is an argument in JSON that stands for nothing that is not there. */
export function isReadable(text: string, has: (number: number) => boolean): boolean {
  try {
    return holdsOnly(JSON.parse(text), has);
  } catch {
    return false;
  }
}

function holdsOnly(value: unknown, has: (number: number) => boolean): boolean {
  if (typeof value === "string") {
    const [, number] = REFERENCE.exec(value) ?? [];
    return number === undefined || has(Number.parseInt(number, 16));
  }
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((each) => holdsOnly(each, has));
}
