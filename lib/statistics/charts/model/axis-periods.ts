import type { DateWords } from "@/lib/statistics/charts/language/date-words";
import { ENGLISH_PLOT } from "@/lib/statistics/charts/language/en-plot";
import type { Interval } from "@/lib/statistics/rules/parameters";
import { type Day, lastDayOfMonth, yearOf } from "@/lib/values/dates/day";

/** A month, quarter or year as a place on an axis: its days, and what is written under it. */
export interface AxisPeriod {
  /** `2023-09`, `2023-Q3` or `2023`: as rows name it. */
  key: string;
  from: Day;
  to: Day;
  /** `Sep`, `Q3` or `2023`. */
  label: string;
  /** `2023`; null where the label says it. */
  year: string | null;
}

const MONTHS_EACH: Record<Interval, number> = { month: 1, quarter: 3, year: 12 };

const two = (number: number) => String(number).padStart(2, "0");

/** The calendar's months, quarters or years that hold days from one to another, in the order of time. */
export function axisPeriods(
  from: Day,
  to: Day,
  interval: Interval,
  date: DateWords = ENGLISH_PLOT.date,
): AxisPeriod[] {
  const each = MONTHS_EACH[interval];
  const monthOf = (day: Day) => yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
  const periods: AxisPeriod[] = [];
  const first = Math.floor(monthOf(from) / each) * each;
  for (let month = first; month <= monthOf(to); month += each) {
    const year = Math.floor(month / 12);
    const number = (month % 12) + 1;
    const last = lastDayOfMonth(`${year}-${two(number + each - 1)}`);
    const quarter = `Q${Math.ceil(number / 3)}`;
    periods.push({
      key:
        interval === "month"
          ? `${year}-${two(number)}`
          : interval === "quarter"
            ? `${year}-${quarter}`
            : String(year),
      from: `${year}-${two(number)}-01`,
      to: last,
      label:
        interval === "month"
          ? (date.months[number - 1] ?? "")
          : interval === "quarter"
            ? date.quarter(Math.ceil(number / 3))
            : String(year),
      year: interval === "year" ? null : String(year),
    });
  }
  return periods;
}

/** `September 2023`, `the third quarter of 2023` as `Q3 2023`, `2023`. */
export function periodInFull(key: string, date: DateWords = ENGLISH_PLOT.date): string {
  const [, year = "", number] = /^(\d{4})-Q(\d)$/.exec(key) ?? [];
  return number === undefined ? date.long(key) : date.quarterOf(Number(number), year);
}
