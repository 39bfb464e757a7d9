import { readDate } from "@/lib/desk/forms/typed-date";
import { serialDay } from "@/lib/desk/imports/tables/xlsx/number-format";

/** How a column of days is read: each as it is written, or all by one rule. */
export const DATE_RULES = ["asWritten", "dayFirst", "monthFirst", "unix", "serial"] as const;
export type DateRule = (typeof DATE_RULES)[number];

/** What a bare number in a column of amounts counts. */
export const AMOUNT_RULES = ["dollars", "thousands", "millions", "billions"] as const;
export type AmountRule = (typeof AMOUNT_RULES)[number];

export const DATE_RULE_LABELS: Record<DateRule, string> = {
  asWritten: "each as it is written",
  dayFirst: "day first: 31/12/2023",
  monthFirst: "month first: 12/31/2023",
  unix: "Unix time",
  serial: "a spreadsheet’s serial days",
};

export const AMOUNT_RULE_LABELS: Record<AmountRule, string> = {
  dollars: "in dollars",
  thousands: "in thousands of dollars",
  millions: "in millions of dollars",
  billions: "in billions of dollars",
};

const SUFFIX: Record<AmountRule, string> = {
  dollars: "",
  thousands: "k",
  millions: "m",
  billions: "bn",
};

/** A day in numbers, its year last: 31/12/2023, 31.12.23. */
const NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?!\d)/;
const UNIX = /^(?:\d{9,10}|\d{12,13})(?:\.0+)?$/;
const SERIAL = /^\d{4,5}(?:\.\d+)?$/;
/** As lib/desk/imports/tables/xlsx/read-xlsx.ts writes a day of which the cell shows less. */
export const SHOWN_AS = /^(\d{4}-\d\d-\d\d) \(shown as (\d{4}(?:-\d\d)?)\)$/;

/** The rule that fits all texts of a column, and the text that decided it; null where each is read as it is written. */
export function dateRuleOf(texts: readonly string[]): { rule: DateRule; because: string | null } {
  const given = texts.filter((text) => text !== "");
  if (given.length > 0 && given.every((text) => UNIX.test(text)))
    return { rule: "unix", because: given[0] ?? null };
  // A year alone looks like a serial day of long ago.
  if (given.length > 0 && given.every((text) => SERIAL.test(text) && Number(text) > 20_000))
    return { rule: "serial", because: given[0] ?? null };
  const numbers = given.flatMap((text) => {
    const found = NUMBERS.exec(text);
    return found === null ? [] : [{ text, first: Number(found[1]), second: Number(found[2]) }];
  });
  const dayFirst = numbers.find(({ first, second }) => first > 12 && second <= 12);
  const monthFirst = numbers.find(({ first, second }) => second > 12 && first <= 12);
  if (dayFirst !== undefined && monthFirst === undefined)
    return { rule: "dayFirst", because: dayFirst.text };
  if (monthFirst !== undefined && dayFirst === undefined)
    return { rule: "monthFirst", because: monthFirst.text };
  return { rule: "asWritten", because: null };
}

/** A day's text under its column's rule, as the form reads it; null where it does not fit the rule. */
export function ruledDate(text: string, rule: DateRule): string | null {
  switch (rule) {
    case "asWritten":
      return text;
    case "unix": {
      if (!UNIX.test(text)) return readsAlone(text);
      const number = Number(text);
      const at = new Date(number < 100_000_000_000 ? number * 1000 : number);
      return at.toISOString().slice(0, 10);
    }
    case "serial":
      return SERIAL.test(text) ? serialDay(Number(text), false) : readsAlone(text);
    default: {
      const found = NUMBERS.exec(text);
      if (found === null) return readsAlone(text);
      const [, first = "", second = "", year = ""] = found;
      const [day, month] = rule === "dayFirst" ? [first, second] : [second, first];
      if (Number(month) > 12) return null;
      const full = year.length === 2 ? `20${year}` : year;
      return `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    }
  }
}

/** What is written otherwise than its column is read as it stands, where it can only be read so. */
function readsAlone(text: string): string | null {
  const read = readDate(text);
  return "problem" in read || read.asks !== null ? null : text;
}

/** An amount's text under its column's rule, as the form reads it. */
export function ruledAmount(text: string, rule: AmountRule): string {
  return /^[\d.,\s']+$/.test(text) ? `${text}${SUFFIX[rule]}` : text;
}
