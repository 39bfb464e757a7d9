import { z } from "zod";
import { firstDayOf } from "./day-text";

export { dateInShort, dateText, firstDayOf, lastDayOfMonth, MONTHS, yearOf } from "./day-text";

/** A UTC day, `YYYY-MM-DD`; only ever a day that exists. */
export type Day = string;

/** Whether the text is a day of the calendar: `2023-02-28` is, `2023-02-30` is not; nor is any of a year 0. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const daySchema = z.string().refine(isDay, "must be a day that exists, as YYYY-MM-DD");

/** A day, month or year, as precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
export const partialDateSchema = z
  .string()
  .refine(
    (text) => isDay(firstDayOf(text)),
    "must be a day, month or year that exists, as YYYY-MM-DD, YYYY-MM or YYYY",
  );

type Precision = "day" | "month" | "year";

/** How precisely a partial date is known. */
export function precisionOf(partial: string): Precision {
  return partial.length === 4 ? "year" : partial.length === 7 ? "month" : "day";
}

/** The current UTC day. */
export function today(now: Date = new Date()): Day {
  return now.toISOString().slice(0, 10);
}

/** The UTC day of a moment. */
export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}

/** The same day in another year; 29 February becomes 28 February where that year has none. */
export function sameDayIn(year: number, day: Day): Day {
  const moved = `${String(year).padStart(4, "0")}${day.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** What is shown of a stored day of the given precision: `2023-09-01` known to the month is `2023-09`. */
export function trimToPrecision(day: Day, precision: Precision): string {
  return precision === "year" ? day.slice(0, 4) : precision === "month" ? day.slice(0, 7) : day;
}

/** The earlier of two days. */
export function earlierOf(one: Day, other: Day): Day {
  return one.localeCompare(other) <= 0 ? one : other;
}

/** The later of two days. */
export function laterOf(one: Day, other: Day): Day {
  return one.localeCompare(other) <= 0 ? other : one;
}
