import {
  type Day,
  dateText,
  firstDayOf,
  lastDayOfMonth,
  precisionOf,
} from "@/lib/values/dates/day";

/** The days that a day, month or year spans. */
export function daysOf(partial: string): { from: Day; to: Day } {
  const precision = precisionOf(partial);
  if (precision === "day") return { from: partial, to: partial };
  const to = precision === "month" ? lastDayOfMonth(partial) : `${partial}-12-31`;
  return { from: firstDayOf(partial), to };
}

/** When something was said or done: `on 12 September 2023`, `in September 2023`, `in 2023`. */
export function whenText(partial: string): string {
  return `${precisionOf(partial) === "day" ? "on" : "in"} ${dateText(partial)}`;
}

/** How many days one day comes after another. */
export function daysAfter(earlier: Day, later: Day): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);
}
