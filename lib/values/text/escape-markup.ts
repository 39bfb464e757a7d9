const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may be in an element of HTML or XML, or in an attribute within double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const NOT_PLAIN = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u;

/**
 * The same for XML, where some characters cannot be even escaped: those are left out, and with them the control
 * characters that XML 1.0 (section 2.2) only advises against.
 */
export function escapeXml(text: string): string {
  // Most of a drawing's texts are plain, and a drawing has thousands of them.
  if (!NOT_PLAIN.test(text)) return text;
  return escapeMarkup(text.replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu, ""));
}
