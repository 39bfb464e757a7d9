import { type Period, parsePeriod, periodInShort, wholesOf } from "@/lib/statistics/periods/period";
import { type Day, dateInShort, lastDayOfMonth, yearOf } from "@/lib/values/dates/day";

/** The days that a published figure says it is about, both counted. */
export interface Span {
  from: Day;
  to: Day;
}

/** The smallest month, quarter or year that holds all the days of a span; null for days of several years. */
export function periodAround({ from, to }: Span): Period | null {
  if (from.slice(0, 4) !== to.slice(0, 4)) return null;
  const month = parsePeriod(from.slice(0, 7));
  if (month === null) return null;
  return [month, ...wholesOf(month)].find((period) => to <= period.to) ?? null;
}

/** The month, quarter or year that a span is; null where it is none. */
export function periodEqual(span: Span): Period | null {
  const period = periodAround(span);
  return period !== null && period.from === span.from && period.to === span.to ? period : null;
}

/** Whether a span begins with a month and ends with one. */
export function isWholeMonths({ from, to }: Span): boolean {
  return from.endsWith("-01") && to === lastDayOfMonth(to.slice(0, 7));
}

/** A span in short: `Aug 2023`, `Q3 2023`, `Jan – Aug 2023`, `2017 – 2023`, `3 Jun – 15 Sep 2023`. */
export function spanText(span: Span): string {
  const { from, to } = span;
  const period = periodEqual(span);
  if (period !== null) return periodInShort(period);
  if (from === to) return dateInShort(from);
  const isSameYear = yearOf(from) === yearOf(to);
  if (!isWholeMonths(span)) return rangeText(from, to, isSameYear);
  if (from.endsWith("-01-01") && to.endsWith("-12-31"))
    return rangeText(from.slice(0, 4), to.slice(0, 4), false);
  return rangeText(from.slice(0, 7), to.slice(0, 7), isSameYear);
}

function rangeText(first: string, last: string, isSameYear: boolean): string {
  const [one, other] = [dateInShort(first), dateInShort(last)];
  return `${isSameYear ? one.replace(/\s\d{4}$/, "") : one} – ${other}`;
}
