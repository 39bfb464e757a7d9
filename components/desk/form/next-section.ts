const CONTROLS = "input:not([type=hidden]), select, textarea, button:not([tabindex='-1']), summary";

/**
 * Moves the focus to the first control of the next or the previous section of a form; it stays where there is none.
 * @param by 1 for the next one, -1 for the previous one
 */
export function goToSection(form: HTMLFormElement, by: 1 | -1): void {
  const sections = [...form.querySelectorAll<HTMLElement>("[data-section]")];
  const own = sections.findIndex((section) => section.contains(document.activeElement));
  // From outside every section, as from the buttons at the end: the last one, or the first.
  const to = own < 0 ? (by === 1 ? 0 : sections.length - 1) : own + by;
  sections[to]?.querySelector<HTMLElement>(CONTROLS)?.focus();
}
