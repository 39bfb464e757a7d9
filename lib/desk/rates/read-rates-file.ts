import { unzipBounded } from "@/lib/desk/imports/tables/xlsx/bounded-zip";
import { isDay } from "@/lib/values/dates/day";

/** How many of a currency a euro was on a day, as the file writes it. */
export interface ReadRate {
  day: string;
  currency: string;
  perEuro: string;
}

/** Nothing was stolen in crypto-assets before; earlier days are left aside. */
const FIRST_DAY = "2009-01-01";
/** All days since 1999 are two megabytes. */
const MOST_UNPACKED = 40_000_000;

/** Why a file is no file of rates, in a sentence. */
export class RatesFileError extends Error {}

/**
 * Reads the European Central Bank's file of reference rates, eurofxref-hist.csv or the ZIP archive that it is published in:
 * a line that begins with Date and names currencies, below it a line for each day. N/A, and cells that are empty, are no rates.
 * @throws {RatesFileError} where it is something else: nothing of it is taken then
 */
export function readRatesFile(bytes: Uint8Array): ReadRate[] {
  const [header = "", ...lines] = textOf(bytes)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const [date = "", ...currencies] = header.split(",").map((cell) => cell.trim());
  if (date !== "Date" || !currencies.includes("USD"))
    throw new RatesFileError(
      "This is no file of the European Central Bank’s reference rates: its first line must name Date and the currencies, USD among them, as eurofxref-hist.csv does.",
    );
  const rates: ReadRate[] = [];
  for (const [place, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const [day = "", ...cells] = line.split(",").map((cell) => cell.trim());
    if (!isDay(day))
      throw new RatesFileError(
        `Line ${place + 2} begins with “${day.slice(0, 30)}”; a day is allowed, as 2023-09-12.`,
      );
    if (day < FIRST_DAY) continue;
    for (const [at, currency] of currencies.entries()) {
      const perEuro = cells[at] ?? "";
      if (currency === "" || perEuro === "" || perEuro === "N/A") continue;
      if (
        !/^[A-Z]{3}$/.test(currency) ||
        !/^\d{1,9}(?:\.\d{1,8})?$/.test(perEuro) ||
        Number(perEuro) === 0
      )
        throw new RatesFileError(
          `Line ${place + 2} has “${perEuro.slice(0, 30)}” for ${currency.slice(0, 10)}; a number above zero is allowed, or N/A.`,
        );
      rates.push({ day, currency, perEuro });
    }
  }
  if (rates.length === 0) throw new RatesFileError("The file holds no rates of 2009 or later.");
  return rates;
}

function textOf(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return new TextDecoder().decode(bytes);
  const parts = unzipped(bytes);
  const [csv] = [...parts.values()];
  if (csv === undefined || parts.size > 1)
    throw new RatesFileError(
      "The archive must hold one CSV file, as eurofxref-hist.zip does; it holds " +
        `${parts.size === 0 ? "none" : `${parts.size}`}.`,
    );
  return new TextDecoder().decode(csv);
}

function unzipped(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unzipBounded(bytes, (name) => /\.csv$/i.test(name), MOST_UNPACKED);
  } catch {
    // What it says of itself is said of a workbook there.
    throw new RatesFileError(
      `The archive is damaged, or unpacks to more than ${MOST_UNPACKED / 1_000_000} MB, which no file of rates does.`,
    );
  }
}
