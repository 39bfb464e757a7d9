/** One field of a sent form as text, its lines ended as everywhere; empty where it was not sent, or a file was. @param longest longer ones are cut, to be refused as too long */
export function formText(form: FormData, name: string, longest = 2000): string {
  // Whoever calls an action by a program may send it no form at all.
  const value = form instanceof FormData ? form.get(name) : null;
  // Browsers send each line's end as two characters.
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").slice(0, longest + 1) : "";
}

/** One field of a sent form as the id of a row; empty where it cannot be one. */
export function formId(form: FormData, name: string): string {
  const value = formText(form, name, 100);
  return /^[\w-]{1,100}$/.test(value) ? value : "";
}

/** One field of a sent form as the number of a row; 0, which no row has, where it cannot be one. */
export function formNumber(form: FormData, name: string): number {
  const value = formText(form, name, 10);
  return /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 2_147_483_647 ? Number(value) : 0;
}

/** All fields of a sent form; none where what was sent is no form. */
export function formFields(form: FormData): Record<string, FormDataEntryValue> {
  return form instanceof FormData ? Object.fromEntries(form) : {};
}
