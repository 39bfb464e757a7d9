/** Where the record's own rates come from: what the European Central Bank publishes each working day. */
export const ECB = {
  name: "European Central Bank, euro reference rates",
  page: "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html",
  /** Every day since 1999, as a ZIP archive of one CSV file. */
  file: "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip",
} as const;

/** So many days back the last rate before a day may lie: over Easter or the turn of a year. */
export const DAYS_BACK = 7;

/** A rate with which an amount is converted. */
export interface DayRate {
  currency: string;
  /** US dollars for one of the currency, in plain digits. */
  rate: string;
  /** Its own day: the one asked for, or the last before it that has one. */
  on: string;
  /** Both rates that it was computed from, as they are published; null of the euro, whose rate is published itself. */
  from: string | null;
  source: string;
  url: string;
}

/** Digits that a computed rate keeps: as many as what is published bears. */
const DIGITS = 8;

/** US dollars for one of a currency, of how many of each were counted for a euro; in plain digits. */
export function crossRate(usdPerEuro: string, perEuro: string): string {
  const rate = Number(usdPerEuro) / Number(perEuro);
  const places = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(rate)));
  const plain = rate.toFixed(Math.min(places, 12));
  return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
}
