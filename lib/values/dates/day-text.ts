// Apart from the schemas, which a browser need not load.

/** The names of months in English. */
export const MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The first day that a partial date can mean: of its month or year. */
export function firstDayOf(partial: string): string {
  return partial.length === 4
    ? `${partial}-01-01`
    : partial.length === 7
      ? `${partial}-01`
      : partial;
}

/** A day, month or year as text: `12 September 2023`, `September 2023`, `2023`. */
export function dateText(partial: string): string {
  const [year, month, day] = partial.split("-");
  const monthName = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), monthName, year]
    .filter(Boolean)
    .join(" ");
}

/** A day in short, `12 Sep 2023`; day and month stay on one line. */
export function dateInShort(partial: string): string {
  return dateText(partial)
    .replace(/^(\d+) /, "$1\u00a0")
    .replace(/([A-Z][a-z]{2})[a-z]+/, "$1");
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The last day of a month given as `YYYY-MM`. */
export function lastDayOfMonth(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
