/** Short month names; charts label their axes with them. */
export const MONTH_NAMES = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The place of each month's first day in a leap year, from 0. */
export const MONTH_STARTS: readonly number[] = MONTH_LENGTHS.map((_, month) =>
  MONTH_LENGTHS.slice(0, month).reduce<number>((sum, length) => sum + length, 0),
);

/** The place of 31 December. */
export const LAST_PLACE = 365;

/**
 * The place of a day in a leap year, 0 to 365. Years are laid over one another by it, so that a date
 * is at one place in all of them; a year without 29 February stays level there.
 */
export function placeInYear(day: string): number {
  return (MONTH_STARTS[Number(day.slice(5, 7)) - 1] ?? 0) + Number(day.slice(8, 10)) - 1;
}

/** The day and the month, from 1, at a place in a leap year: of 258 the 15th of the 9th. */
export function dayAtPlace(place: number): { day: number; month: number } {
  const month = MONTH_STARTS.findLastIndex((start) => start <= place);
  return { day: place - (MONTH_STARTS[month] ?? 0) + 1, month: month + 1 };
}

/** The date at a place in a leap year: 258 is `15 Sep`. */
export function dateAtPlace(place: number): string {
  const { day, month } = dayAtPlace(place);
  return `${day} ${MONTH_NAMES[month - 1] ?? ""}`;
}
