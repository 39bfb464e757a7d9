import {
  FIRST_YEAR,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { throughCovered } from "@/lib/statistics/rules/views";
import {
  type Day,
  dateInShort,
  dateText,
  earlierOf,
  lastDayOfMonth,
  sameDayIn,
} from "@/lib/values/dates/day";

export type PeriodKind = "year" | "quarter" | "month";

/** A year, quarter or month of the calendar; days are UTC and both count. */
export interface Period {
  kind: PeriodKind;
  /** As in its address: `2023`, `2023-Q3` or `2023-08`. */
  key: string;
  year: number;
  from: Day;
  to: Day;
}

/** A period as a page shows it: through its last day, or through an earlier one where it has not ended. */
export interface PeriodView {
  period: Period;
  through: Day;
}

/** What an address may name a period by. */
const PERIODS_ALLOWED = `a year, quarter or month from ${FIRST_YEAR} on that has begun, as 2023, 2023-Q3 or 2023-08`;

const two = (number: number) => String(number).padStart(2, "0");

/** The month of a year, by its number from 1; numbers beyond a year lead into the next or the one before. */
function month(year: number, number: number): Period {
  const inYear = year + Math.floor((number - 1) / 12);
  const key = `${inYear}-${two(((((number - 1) % 12) + 12) % 12) + 1)}`;
  return { kind: "month", key, year: inYear, from: `${key}-01`, to: lastDayOfMonth(key) };
}

function quarter(year: number, number: number): Period {
  const first = month(year, (number - 1) * 3 + 1);
  const last = month(year, number * 3);
  const inYear = (Number(last.key.slice(5)) / 3).toFixed();
  const key = `${first.year}-Q${inYear}`;
  return { kind: "quarter", key, year: first.year, from: first.from, to: last.to };
}

function wholeYear(year: number): Period {
  return { kind: "year", key: String(year), year, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The period that an address names; null where there is none such in the calendar. */
export function parsePeriod(key: string): Period | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(key);
  const year = Number(match?.[1] ?? 0);
  if (match === null || year < FIRST_YEAR) return null;
  if (match[2] !== undefined) return quarter(year, Number(match[2]));
  if (match[3] !== undefined) return month(year, Number(match[3]));
  return wholeYear(year);
}

function numberOf({ kind, key }: Period): number {
  return kind === "year" ? 1 : Number(key.slice(kind === "month" ? 5 : 6));
}

/** The period so many of its kind later; earlier for a number below 0. */
export function shifted(period: Period, by: number): Period {
  if (period.kind === "month") return month(period.year, numberOf(period) + by);
  if (period.kind === "quarter") return quarter(period.year, numberOf(period) + by);
  return wholeYear(period.year + by);
}

/** The quarters of a year, or the months of a quarter; none for a month. */
export function partsOf(period: Period): Period[] {
  if (period.kind === "year") return [1, 2, 3, 4].map((number) => quarter(period.year, number));
  if (period.kind === "month") return [];
  const first = (numberOf(period) - 1) * 3 + 1;
  return [0, 1, 2].map((offset) => month(period.year, first + offset));
}

/** What a period is a part of: a month's quarter and year, a quarter's year. */
export function wholesOf(period: Period): Period[] {
  const year = wholeYear(period.year);
  if (period.kind === "month") {
    return [quarter(period.year, Math.ceil(numberOf(period) / 3)), year];
  }
  return period.kind === "quarter" ? [year] : [];
}

/** A period through its last day, or through a day within it where that comes first. */
export function cutAt(period: Period, day: Day): PeriodView {
  return { period, through: period.to < day ? period.to : day };
}

/** The periods before and after one; null where there is none that has begun by `asOf`. */
export function neighboursOf(
  period: Period,
  asOf: Day,
): { previous: Period | null; next: Period | null } {
  const [previous, next] = [shifted(period, -1), shifted(period, 1)];
  return {
    previous: previous.year >= FIRST_YEAR ? previous : null,
    next: next.from <= asOf ? next : null,
  };
}

/** Whether the period is shown only up to a day before its last. */
export function isUnfinished({ period, through }: PeriodView): boolean {
  return through < period.to;
}

/** The period before, through the day that corresponds to this one's. */
export function periodBefore(view: PeriodView): PeriodView {
  return correspondingView(view, shifted(view.period, -1));
}

/** The same period of the year before, through the same day. */
export function samePeriodYearBefore(view: PeriodView): PeriodView {
  const steps = { month: -12, quarter: -4, year: -1 }[view.period.kind];
  return correspondingView(view, shifted(view.period, steps));
}

/** Another period of the same kind, through the same day of the same month of it where this one has not ended. */
function correspondingView(view: PeriodView, other: Period): PeriodView {
  if (!isUnfinished(view)) return { period: other, through: other.to };
  if (other.kind === "year") return { period: other, through: sameDayIn(other.year, view.through) };
  const monthsIn = Number(view.through.slice(5, 7)) - Number(view.period.from.slice(5, 7));
  const inMonth = month(other.year, Number(other.from.slice(5, 7)) + monthsIn);
  const sameDay = `${inMonth.key}-${view.through.slice(8)}`;
  return { period: other, through: sameDay < inMonth.to ? sameDay : inMonth.to };
}

const QUARTERS = ["first", "second", "third", "fourth"] as const;

/** A period in words, for the middle of a sentence: `August 2023`, `the third quarter of 2023`, `2023`. */
export function periodText(period: Period): string {
  if (period.kind !== "quarter") return dateText(period.key);
  return `the ${QUARTERS[numberOf(period) - 1] ?? ""} quarter of ${period.year}`;
}

/** A period as a heading: `August 2023`, `Third quarter of 2023`, `2023`. */
export function periodTitle(period: Period): string {
  const text = periodText(period).replace(/^the /, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A period in short: `Aug 2023`, `Q3 2023`, `2023`. */
export function periodInShort(period: Period): string {
  if (period.kind !== "quarter") return dateInShort(period.key);
  return `Q${numberOf(period)} ${period.year}`;
}

/** A period and where it stops: `August 2023`, `November 2026 through 22 November`. */
export function periodViewText(view: PeriodView): string {
  const text = periodText(view.period);
  if (!isUnfinished(view)) return text;
  return `${text} through ${dateText(view.through)
    .replace(/ \d{4}$/, "")
    .replace(" ", "\u00a0")}`;
}

/**
 * Reads a period's address. One that has not ended runs through `through`, or through `asOf`; one that is not wholly
 * covered runs through the last covered day, which comes before its first where nothing of it is.
 * @param asOf the day that counts as today: how far a version is covered, or its own day
 * @param now the current day, which bounds what may be asked for
 * @param covered the last day up to which editors had looked; null where they had not said
 */
export function readPeriod(
  key: string,
  query: URLSearchParams,
  asOf: Day,
  now: Day,
  covered: Day | null = null,
): Read<PeriodView> {
  const period = parsePeriod(key);
  const no = (parameter: string, given: string, allowed: string): Read<PeriodView> => ({
    ok: false,
    problems: [{ parameter, given, allowed }],
  });
  if (period === null || period.from > now) return no("period", key, PERIODS_ALLOWED);
  const read = readParameters(query, ["through"]);
  if (!read.ok) return read;
  const given = read.value.through;
  const bound = covered === null ? asOf : now;
  if (given === undefined && period.from > bound) {
    return no("period", key, `${PERIODS_ALLOWED}, by ${asOf}, the day of this version`);
  }
  // The canonical address of a period of which nothing is covered yet.
  if (covered !== null && given === covered && covered < period.from)
    return { ok: true, value: { period, through: covered } };
  const through = given ?? earlierOf(period.to, bound);
  if (through < period.from || through > period.to || through > now) {
    const last = period.to <= now ? period.to : now;
    return no("through", through, `a day of the period, from ${period.from} to ${last}`);
  }
  return { ok: true, value: { period, through: throughCovered(through, covered) } };
}

/** Whether editors have looked at nothing of it yet. */
export function isUncovered({ period, through }: PeriodView): boolean {
  return through < period.from;
}

/** The canonical query of a period's page: its last day always, so that the page never drifts. */
export function writePeriod({ through }: PeriodView): string {
  return writeParameters({ through });
}

/** The query at plain URLs: nothing for a whole period, which stays whole, nor for one not covered, which will be. */
export function writePeriodForReaders(view: PeriodView): string {
  return isUnfinished(view) && !isUncovered(view) ? writePeriod(view) : "";
}

/** Every period of a kind from the one with `first` to the one with `last`, newest first. */
export function periodsBetween(kind: PeriodKind, first: Day, last: Day): Period[] {
  const of = (day: Day) => {
    const [year, number] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
    if (kind === "month") return month(year, number);
    return kind === "quarter" ? quarter(year, Math.ceil(number / 3)) : wholeYear(year);
  };
  const periods: Period[] = [];
  for (let period = of(last); period.to >= first; period = shifted(period, -1)) {
    periods.push(period);
  }
  return periods;
}
