import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import type { Interval } from "@/lib/statistics/rules/parameters";
import { type Day, yearOf } from "@/lib/values/dates/day";

/** More months, and months of more years, than these are no columns that anybody could read. */
const MOST_MONTHS = 36;
const MOST_MONTHS_BY_QUARTER = 120;

interface Days {
  from: Day;
  to: Day;
}

function monthsIn({ from, to }: Days): number {
  const monthOf = (day: Day) => yearOf(day) * 12 + Number(day.slice(5, 7));
  return monthOf(to) - monthOf(from) + 1;
}

/** What columns are of where nobody chose: months of up to three years, quarters of up to ten, otherwise years. */
export function fittingInterval(span: Days): Interval {
  const months = monthsIn(span);
  if (months <= MOST_MONTHS) return "month";
  return months <= MOST_MONTHS_BY_QUARTER ? "quarter" : "year";
}

/** What stands in URLs and printed ids for the interval that the record's own span needs. */
export const FITTING = "fitting";

/** Null where the interval is the one that its span would have anyway, so that equal charts have equal addresses. */
export function chosenInterval(
  { from, to }: { from: Day | null; to: Day },
  interval: Interval | typeof FITTING,
): Interval | null {
  if (interval === FITTING) return null;
  return from !== null && interval === fittingInterval({ from, to }) ? null : interval;
}

/** The same the other way round: an interval that stays the same whatever spans need later. */
export function writtenInterval({
  from,
  interval,
  to,
}: {
  from: Day | null;
  interval: Interval | null;
  to: Day;
}): Interval | typeof FITTING {
  return interval ?? (from === null ? FITTING : fittingInterval({ from, to }));
}

/** That nobody chose the interval, where it is not the usual one; said beside the chart. */
export function intervalNotes(
  chosen: Interval | null,
  span: Days,
  words: ChartWords = ENGLISH,
): string[] {
  const fitting = fittingInterval(span);
  return chosen !== null || fitting === "month" ? [] : [words.note.interval(fitting)];
}
