import type { Interval } from "@/lib/statistics/rules/parameters";
import { type Day, lastDayOfMonth, yearOf } from "@/lib/values/dates/day";

interface Span {
  from: Day;
  to: Day;
}

/** How dates and spans are written. */
export interface DateWords {
  /** Months as an axis names them. */
  months: readonly string[];
  /** A day, month or year as it is known: `12 September 2023`. */
  long(partial: string): string;
  /** `12 Sep 2023`; day and month stay on one line. */
  short(day: Day): string;
  /** `Sep 2023`, of `2023-09`. */
  month(partial: string): string;
  /** `15 Sep`, of any year. */
  dayMonth(day: number, month: number): string;
  /** `12 Aug – 15 Sep 2023`. */
  span(span: Span): string;
  /** Exactly the days of a span as a title names them: `2023` only for all of it. */
  titleSpan(span: Span): string;
  /** The whole record through a day, in a title. */
  sinceStart(through: Day): string;
  /** A year through a day, in a title: `2023 to 31 Jan`. */
  yearThrough(through: Day): string;
  /** Years that another is compared with: `2020–2022`. */
  years(first: number, last: number): string;
  /** From the first day of a year through a day. */
  yearSoFar(through: Day): string;
  /** Under a column that is cut: `to 15`, or `from 15 Sep`. */
  cut(end: "to" | "from", day: Day, interval: Interval): string;
  quarter(number: number): string;
  quarterOf(number: number, year: string): string;
  /** Of the first columns together: `to ’11`. */
  throughYear(year: string): string;
}

/** How a language writes dates: in tables of our own, for the reason that `number-words.ts` gives. */
export interface DateStyle {
  months: readonly string[];
  /** In full: a day is null in a month, a month in a year. */
  long(day: number | null, month: number, year: number): string;
  /** In short, with or without its year. */
  short(day: number, month: number, year: number | null): string;
  month(month: number, year: number): string;
  /** Days of one month, months of one year. */
  days(first: number, last: number, month: number, year: number): string;
  monthsOf(first: number, last: number, year: number): string;
  /** Of texts whose years differ. */
  range(first: string, last: string): string;
  /** Of days of one year. */
  daysOfYear(first: Day, last: Day): string;
  years(first: number, last: number): string;
  sinceStart(day: string): string;
  yearThrough(year: number, day: string): string;
  cut(end: "to" | "from", day: string): string;
  /** A day of a month that is named above it. */
  dayAlone(day: number): string;
  quarter(number: number): string;
  quarterOf(number: number, year: string): string;
  throughYear(year: string): string;
}

const monthOf = (day: Day) => Number(day.slice(5, 7));
const dateOf = (day: Day) => Number(day.slice(8));
const plainSpaces = (text: string) => text.replaceAll("\u00a0", " ");

/** The dates of a style. */
export function dateWords(style: DateStyle): DateWords {
  const short = (day: Day) => style.short(dateOf(day), monthOf(day), yearOf(day));
  const span = ({ from, to }: Span) => {
    if (from === to) return short(to);
    if (from.slice(0, 7) === to.slice(0, 7))
      return style.days(dateOf(from), dateOf(to), monthOf(to), yearOf(to));
    return yearOf(from) === yearOf(to)
      ? style.daysOfYear(from, to)
      : style.range(short(from), short(to));
  };
  return {
    months: style.months,
    long(partial) {
      const [year = 0, month, day] = partial.split("-").map(Number);
      return month === undefined ? style.years(year, year) : style.long(day ?? null, month, year);
    },
    short,
    month: (partial) => style.month(monthOf(partial), yearOf(partial)),
    dayMonth: (day, month) => style.short(day, month, null),
    span,
    titleSpan(days) {
      const { from, to } = days;
      if (!from.endsWith("-01") || to !== lastDayOfMonth(to.slice(0, 7)))
        return plainSpaces(span(days));
      const [first, last] = [yearOf(from), yearOf(to)];
      if (from.endsWith("-01-01") && to.endsWith("-12-31")) return style.years(first, last);
      if (first !== last)
        return plainSpaces(
          style.range(style.month(monthOf(from), first), style.month(monthOf(to), last)),
        );
      const [month, end] = [monthOf(from), monthOf(to)];
      if (month === end) return plainSpaces(style.month(month, last));
      if (month % 3 === 1 && end === month + 2)
        return plainSpaces(style.quarterOf((month + 2) / 3, String(last)));
      return plainSpaces(style.monthsOf(month, end, last));
    },
    sinceStart: (through) => plainSpaces(style.sinceStart(short(through))),
    yearThrough: (through) =>
      through.endsWith("-12-31")
        ? style.years(yearOf(through), yearOf(through))
        : plainSpaces(
            style.yearThrough(
              yearOf(through),
              style.short(dateOf(through), monthOf(through), null),
            ),
          ),
    years: style.years,
    yearSoFar: (through) => style.daysOfYear(`${yearOf(through)}-01-01`, through),
    cut: (end, day, interval) =>
      style.cut(
        end,
        interval === "month"
          ? style.dayAlone(dateOf(day))
          : style.short(dateOf(day), monthOf(day), null),
      ),
    quarter: style.quarter,
    quarterOf: style.quarterOf,
    throughYear: style.throughYear,
  };
}
