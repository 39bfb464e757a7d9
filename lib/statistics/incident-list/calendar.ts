import type { Filters } from "@/lib/statistics/rules/views";
import { daysOf, type TimelineMonth } from "@/lib/statistics/timeline/timeline";
import type { Day } from "@/lib/values/dates/day";

/** A year of a calendar: its twelve months, and what is known only to the year; null where that is nothing. */
export interface CalendarYear {
  year: string;
  months: {
    /** `YYYY-MM`. */
    month: string;
    /** Null where the selection holds nothing of it. */
    total: TimelineMonth | null;
    /** Whether the selection asks for any of its days, and editors had looked through them. */
    isCovered: boolean;
  }[];
  yearOnly: TimelineMonth | null;
}

/**
 * The years from the first to the last that a selection holds something of, the latest first.
 * @param covered the last day up to which editors had looked; null where they had not said
 */
export function calendarOf(
  months: readonly TimelineMonth[],
  { from, to }: Pick<Filters, "from" | "to">,
  covered: Day | null,
): CalendarYear[] {
  const byMonth = new Map(months.map((month) => [month.month, month]));
  const held = months.map(({ month }) => Number(month.slice(0, 4)));
  if (held.length === 0) return [];
  const [first, last] = [Math.min(...held), Math.max(...held)];
  const isAsked = (month: string) => {
    const days = daysOf(month);
    return (
      (from === undefined || days.to >= from) &&
      (to === undefined || days.from <= to) &&
      (covered === null || days.from <= covered)
    );
  };
  return Array.from({ length: last - first + 1 }, (_, back) => {
    const year = String(last - back);
    return {
      year,
      months: Array.from({ length: 12 }, (_, place) => {
        const month = `${year}-${String(place + 1).padStart(2, "0")}`;
        return { month, total: byMonth.get(month) ?? null, isCovered: isAsked(month) };
      }),
      yearOnly: byMonth.get(year) ?? null,
    };
  });
}

/**
 * Which of some shades a month has, 0 for none: by orders of magnitude, because a few months lost far more than all others.
 * @param most the darkest
 */
export function shadeOf(amount: number, largest: number, most: number): number {
  if (amount <= 0 || largest <= 0) return 0;
  const below = Math.floor(Math.log10(largest / amount) * 2);
  return Math.max(1, most - below);
}
