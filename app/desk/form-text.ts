/** One field of a sent form as text, its lines ended as everywhere; empty where it was not sent, or a file was. @param longest longer ones are cut, to be refused as too long */
export function formText(form: FormData, name: string, longest = 2000): string {
  const value = form.get(name);
  // Browsers send each line's end as two characters.
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").slice(0, longest + 1) : "";
}

/** One field of a sent form as the id of a row; empty where it cannot be one. */
export function formId(form: FormData, name: string): string {
  const value = formText(form, name, 100);
  return /^[\w-]{1,100}$/.test(value) ? value : "";
}
