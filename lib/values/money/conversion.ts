import { isDay } from "@/lib/values/dates/day";
import { cents } from "@/lib/values/money/cents";

/** How an amount of another money became US dollars, with all that proves it. */
export interface Conversion {
  /** Three letters of ISO 4217. */
  currency: string;
  /** As it was said, in plain digits. */
  amount: string;
  /** US dollars for one of the currency, in plain digits. */
  rate: string;
  /** The day of the rate. */
  on: string;
  /** Whose rate it is, and where it can be read. */
  source: string;
  url: string;
}

const FORM =
  /^([A-Z]{3}) (\d{1,20}(?:\.\d{1,8})?) at (\d{1,12}(?:\.\d{1,12})?) on (\d{4}-\d\d-\d\d), (\S.{0,150}), (https?:\/\/[^\s,]{1,500})$/;

/** A conversion as the record keeps it: `EUR 1200000 at 1.0713 on 2023-09-12, European Central Bank, https://…`. */
export function writeConversion(given: Conversion): string {
  const { currency, amount, rate, on, source, url } = given;
  return `${currency} ${amount} at ${rate} on ${on}, ${source.replace(/\s+/g, " ").trim()}, ${url.replaceAll(",", "%2C")}`;
}

/** What a text in that form says; null where it is not in it. */
export function readConversion(text: string): Conversion | null {
  const [, currency = "", amount = "", rate = "", on = "", source = "", url = ""] =
    FORM.exec(text) ?? [];
  const isOne = currency !== "" && currency !== "USD" && isDay(on) && Number(rate) > 0;
  return isOne ? { currency, amount, rate, on, source, url } : null;
}

/** Amount × rate in US dollars to the cent, without a floating-point product. */
export function convertedUsd({ amount, rate }: Pick<Conversion, "amount" | "rate">): number {
  const [one, other] = [amount, rate].map(integerOf);
  const places = (one?.places ?? 0) + (other?.places ?? 0);
  const digits = ((one?.digits ?? 0n) * (other?.digits ?? 0n)).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  return cents(places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`).value;
}

function integerOf(decimal: string): { digits: bigint; places: number } {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return { digits: BigInt(`${whole}${fraction}`), places: fraction.length };
}

/** Why an amount of US dollars, or none, cannot be what it was converted from; null where it is. */
export function conversionProblem(amountUsd: number | null, converted: string): string | null {
  const read = readConversion(converted);
  if (read === null) return null;
  const usd = convertedUsd(read);
  return usd === amountUsd
    ? null
    : `must be what ${read.currency} ${read.amount} at ${read.rate} comes to (${usd})`;
}

/** What is said of a text that is in no such form. */
export const NO_CONVERSION =
  "must say amount, rate, day and source, as in EUR 1200000 at 1.0713 on 2023-09-12, European Central Bank, https://example.org/rates";

/** For readers: `EUR 1,200,000 at 1.0713 US dollars, European Central Bank`. */
export function conversionText({ currency, amount, rate, source }: Conversion): string {
  const [whole = "", fraction] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${currency} ${fraction === undefined ? grouped : `${grouped}.${fraction}`} at ${rate} US dollars, ${source}`;
}
