/** Which of the loss's three fields an amount is for. */
export type AmountPart = "best" | "low" | "high";

/** One reading of what was typed, to be taken by one key. */
export interface TypedChoice {
  /** What is taken, as a button says it. */
  label: string;
  /** What is written where: in the field itself, and in the loss's other ends. */
  fills: Partial<Record<AmountPart | "here", string>>;
}
