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
  /** What an amount in another money was converted from, in the form that an estimate keeps. */
  converted?: string;
  /** An asset that the text names, to become a row of the theft's assets. */
  asset?: TypedAsset;
}

/** A sum in another money. */
export interface ForeignSum {
  /** In plain digits. */
  amount: string;
  /** What its sign may mean, the likeliest first: three letters of ISO 4217. */
  currencies: readonly string[];
}
