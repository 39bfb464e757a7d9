/** Which of the loss's three fields an amount is for. */
export type AmountPart = "best" | "low" | "high";

/** What an amount says of an asset, as the fields of its row. */
export interface TypedAsset {
  symbol: string;
  quantity: string;
  /** What it was worth in US dollars; empty where the text does not say. */
  usd: string;
}

/** One reading of what was typed, to be taken by one key. */
export interface TypedChoice {
  /** What is taken, as a button says it. */
  label: string;
  /** What is written where: in the field itself, and in the loss's other ends. */
  fills: Partial<Record<AmountPart | "here", string>>;
  /** An asset that the text names, to become a row of the theft's assets. */
  asset?: TypedAsset;
}
