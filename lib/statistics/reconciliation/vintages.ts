import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { Vintage } from "@/lib/record/publishers/publisher";
import { parsePeriod } from "@/lib/statistics/periods/period";
import { type Day, dateInShort, lastDayOfMonth } from "@/lib/values/dates/day";

/** The days of the period that a restated sum is of; null where it is none of the calendar. */
export function vintageDays(period: string): { from: Day; to: Day } | null {
  const half = /^(\d{4})-H([12])$/.exec(period);
  if (half !== null)
    return half[2] === "1"
      ? { from: `${half[1]}-01-01`, to: `${half[1]}-06-30` }
      : { from: `${half[1]}-07-01`, to: `${half[1]}-12-31` };
  const [first = "", last] = period.split("/");
  if (last !== undefined) return { from: `${first}-01`, to: lastDayOfMonth(last) };
  const whole = parsePeriod(first);
  return whole === null ? null : { from: whole.from, to: whole.to };
}

/** The period in words: `January 2023` is `Jan 2023`, `2025-H1` the first half of 2025. */
export function vintagePeriodText(period: string): string {
  const half = /^(\d{4})-H([12])$/.exec(period);
  if (half !== null) return `${half[2] === "1" ? "first" : "second"} half of ${half[1]}`;
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  if (quarter !== null) return `Q${quarter[2]} ${quarter[1]}`;
  return period.split("/").map(dateInShort).join(" – ");
}

/** The sums that a figure's publisher gave for its days at other times; none where it is not known to have. */
export function vintagesOf(
  figure: Pick<PublishedFigureRow, "publisher" | "from" | "to" | "category" | "actor">,
  vintages: readonly Vintage[],
): Vintage[] {
  return vintages.filter((vintage) => {
    const days = vintageDays(vintage.period);
    return (
      vintage.publisher === figure.publisher &&
      vintage.category === figure.category &&
      vintage.actor === (figure.actor?.slug ?? null) &&
      days !== null &&
      days.from === figure.from &&
      figure.to <= days.to &&
      figure.to.slice(0, 7) === days.to.slice(0, 7)
    );
  });
}
