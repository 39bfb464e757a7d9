/**
 * Of incidents that are attributed to several actors, in how many these were charged together: a sentence with a blank
 * before it, or nothing. So nobody takes them for unrelated.
 */
export function chargedTogetherText(shared: number, together: number): string {
  if (together === 0) return "";
  if (together < shared) return ` In ${together} of them they were charged together.`;
  return shared === 1
    ? " They were charged together."
    : " In each of them they were charged together.";
}
