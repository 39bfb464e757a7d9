import { PRICE_INDEX } from "@/lib/values/money/price-index";
import type { GivenIncident } from "@/testing/dataset";
import { lossBy } from "@/testing/naive-totals";

// What amounts are in a year's dollars, and what their median is, once more in whole numbers over the files of a dataset.

type Estimate = "best" | "low" | "high";

/** Cents of an amount that the record holds; exact, because it has at most two decimals. */
function centsOf(usd: number): bigint {
  const [whole = "", fraction = ""] = usd.toFixed(2).split(".");
  return BigInt(whole + fraction);
}

const indexOf = (year: number) => {
  const last = PRICE_INDEX.at(-1);
  const found = PRICE_INDEX.find((each) => each.year === Math.min(year, last?.year ?? 0));
  if (found === undefined) throw new Error(`no index of ${year}`);
  return BigInt(found.average.replace(".", ""));
};

/** Cents in a year's dollars, half a cent up. */
export function adjusted(cents: bigint, of: number, dollars: number): bigint {
  const [wanted, own] = [indexOf(dollars), indexOf(of)];
  const [whole, rest] = [(cents * wanted) / own, (cents * wanted) % own];
  return rest * 2n >= own ? whole + 1n : whole;
}

/** What an incident adds by a measure, in cents; null where that is not known. */
export function centsBy(
  incident: GivenIncident,
  measure: "gross" | "net" | "returned" | "median",
  estimate: Estimate = "best",
  dollars?: number,
): bigint | null {
  const loss = lossBy(incident, estimate);
  const back = incident.returnedUsd ?? null;
  const usd =
    measure === "returned"
      ? back
      : loss === null || measure !== "net"
        ? loss
        : Math.max(0, Number(centsOf(loss) - centsOf(back ?? 0)) / 100);
  if (usd === null) return null;
  const year = Number(incident.occurredOn.slice(0, 4));
  return dollars === undefined ? centsOf(usd) : adjusted(centsOf(usd), year, dollars);
}

/** The median in cents, half a cent up; null of nothing. */
export function medianOf(cents: readonly bigint[]): bigint | null {
  const inOrder = cents.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const half = Math.floor(inOrder.length / 2);
  const [below, above] = [inOrder[half - 1], inOrder[half]];
  if (above === undefined) return null;
  return inOrder.length % 2 === 1 || below === undefined ? above : (below + above + 1n) / 2n;
}
