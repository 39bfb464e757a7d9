import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import { sourceDifference } from "@/lib/record/coverage/comparable";
import type { Coverage } from "@/lib/record/coverage/coverage";
import { dateText } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";

/** How many months before it and after it a month is held against. */
export const NEIGHBOURS = 6;
/** Of fewer comparable months nothing follows. */
export const LEAST_COMPARABLE = 4;
/** Below this share of what is usual around it a month is thin. */
export const THIN_SHARE = 0.5;
/** Where this many or fewer are usual, chance alone leaves months empty. */
export const USUAL_AT_LEAST = 8;

/** A month with clearly fewer incidents than those around it. */
export interface ThinMonth {
  /** 2024-03 */
  month: string;
  incidents: number;
  /** The median of the months that it was held against. */
  usual: number;
  /** What the coverage says to be missing from it already. */
  saidMissing: string[];
}

/**
 * The rule “half of what is usual”: a month is thin that holds fewer than half as many incidents as the median of the
 * months around it, six before and six after, through which the same families of sources reach as through itself. So a
 * source that ended makes no month thin by itself, and nothing is said where fewer than four months can be compared or
 * where fewer than eight are usual. The last month is judged only if it is covered to its end. The thinnest, by what they
 * lack, are first.
 *
 * It is a sign that something may be missing, and no proof: a month can have been quiet.
 * @param counts incidents of which the month is known, by month; a month without any may be left out
 */
export function thinMonths(
  counts: ReadonlyMap<string, number>,
  coverage: Pick<Coverage, "coveredThrough" | "families" | "missing"> | null,
): ThinMonth[] {
  const first = [...counts.keys()].sort()[0];
  if (coverage === null || first === undefined) return [];
  const last = lastWholeMonth(coverage.coveredThrough);
  const months = monthsBetween(first, last);
  const thin = months.flatMap((month, place): ThinMonth[] => {
    const around = months
      .slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1)
      .filter((other) => other !== month && sameFamilies(coverage, month, other));
    const usual = medianOf(around.map((other) => counts.get(other) ?? 0));
    const incidents = counts.get(month) ?? 0;
    return around.length >= LEAST_COMPARABLE &&
      usual >= USUAL_AT_LEAST &&
      incidents < usual * THIN_SHARE
      ? [{ month, incidents, usual, saidMissing: missingIn(coverage, month) }]
      : [];
  });
  return thin.sort(
    (one, other) =>
      other.usual - other.incidents - (one.usual - one.incidents) ||
      other.month.localeCompare(one.month),
  );
}

function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => one - other);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

function sameFamilies({ families }: Pick<Coverage, "families">, one: string, other: string) {
  return sourceDifference({ families, missing: [] }, daysOf(one), daysOf(other)) === null;
}

function missingIn({ missing }: Pick<Coverage, "missing">, month: string): string[] {
  return missing.filter(({ from, to }) => from <= month && month <= to).map(({ note }) => note);
}

function lastWholeMonth(day: string): string {
  const month = day.slice(0, 7);
  return daysOf(month).to <= day ? month : monthAfter(month, -1);
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month, 1)) months.push(month);
  return months;
}

function monthAfter(month: string, by: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** What is said of a thin month. */
export function thinMonthText({ incidents, usual, saidMissing }: ThinMonth): string {
  const found = incidents === 1 ? "1 incident" : `${incidents.toLocaleString("en-GB")} incidents`;
  const said = saidMissing.length === 0 ? "" : `; the coverage says: ${saidMissing.join(" ")}`;
  return `${found}, where ${usual.toLocaleString("en-GB")} are usual around it${said}`;
}

/** A month as the number that a claim keeps it by: 2024-03 is 202403. */
export function monthId(month: string): number {
  return Number(month.replace("-", ""));
}

/** A month as an entry of its list: its incidents are looked at in the record. @param month 2024-03 */
export function monthRecord(month: string): FoundRecord & { href: string } {
  const { from, to } = daysOf(month);
  return {
    recordId: monthId(month),
    slug: null,
    title: dateText(month),
    about: "the incidents of the month",
    status: null,
    href: `/incidents?from=${from}&to=${to}`,
  };
}

/** The month that a claim keeps by its number. */
export function monthOf(id: number): string {
  return `${String(id).slice(0, 4)}-${String(id).slice(4)}`;
}
