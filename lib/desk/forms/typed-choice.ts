/** Which of the loss's three fields an amount is for. */
export type AmountPart = "best" | "low" | "high";

/** What an amount says of an asset, as the fields of its row. */
export interface TypedAsset {
  symbol: string;
  quantity: string;
  /** What it was worth in US dollars; empty where the text does not say. */
  usd: string;
}

/** One amount that became US dollars, as the fields of whatever keeps it. */
export interface ConvertedAmount {
  amountUsd: string;
  /** What it was converted from, in the form of `conversion.ts`. */
  converted: string;
}

/** One reading of what was typed, to be taken by one key. */
export interface TypedChoice {
  /** What is taken, as a button says it. */
  label: string;
  /** What is written where: in the field itself, in the loss's other ends, and in the worth beside an asset's quantity. */
  fills: Partial<Record<AmountPart | "here" | "worth", string>>;
  /** Amounts in another money that are taken, each with its proof: the best first, then from small to large. */
  converted?: readonly ConvertedAmount[];
  /** An asset that the text names, to become a row of the theft's assets. */
  asset?: TypedAsset;
}

/** A sum in another money, a bound or a range, or a sum with its range; in plain digits, null where the text says none. */
export interface ForeignAmount extends Readonly<Record<AmountPart, string | null>> {
  /** Another reading of the sum's marks, as of “€24.000”; null where it can only be read so. */
  or: string | null;
  /** What its sign may mean, the likeliest first: three letters of ISO 4217. */
  currencies: readonly string[];
}
