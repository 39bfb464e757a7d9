/** What programs and spreadsheets write where nothing is known. */
const NOTHING =
  /^(?:|nan|none|null|nil|n\/?a|#n\/a|#null!|-+|–|—|\?+|unknown|undisclosed|tbd|tba|not available|not disclosed)$/i;

/** Whether a cell says nothing: that is unknown, and never 0. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}
