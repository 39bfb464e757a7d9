import { monthsNamed } from "@/lib/desk/forms/typed-months";
import { isDay } from "@/lib/values/dates/day";

/** A date as far as one fragment says it. */
export interface DateParts {
  year: number | null;
  month: number | null;
  day: number | null;
}

/** What a fragment says: its readings, the likelier first; or why it says nothing. */
export type PartsRead = { readings: DateParts[] } | { problem: string };

/** Words around a date that say nothing of it. */
const FILLERS =
  /^(?:on|in|at|the|of|de|del|do|da|dem|der|den|am|im|vom|le|la|el|il|du|en|em|dia|día|d|dated?|г|года|году|р|року|roku|r|year|año|ano|an|lat|năm|ngày|день|utc|gmt|z|και|του|ที่|วันที่|พศ|คศ|ad|ce|a|ya|th|st|nd|rd)$/iu;
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** Reads one date, whole or in part, without a time: `12. September 2023`, `2023年9月12日`, `Sep 3`, `9/12/23`. */
export function readParts(fragment: string): PartsRead {
  const text = asMarked(fragment.replace(/^[\s,;:]+|[\s,;:]+$/g, ""));
  return readIso(text) ?? readMarked(text) ?? readNumeric(text) ?? readNamed(text);
}

/** Eras of Japan as years. */
function asMarked(text: string): string {
  return text.replace(/(令和|平成|昭和)\s?(元|\d{1,2})(?=年)/g, (_, era: string, year: string) =>
    String((ERAS[era] ?? 0) + (year === "元" ? 1 : Number(year))),
  );
}

function only(year: number | null, month: number | null, day: number | null): PartsRead {
  return { readings: [{ year, month, day }] };
}

function readIso(text: string): PartsRead | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match !== null) {
    const [year = 0, month, day] = match
      .slice(1)
      .map((part) => (part === undefined ? undefined : Number(part)));
    return only(year, month ?? null, day ?? null);
  }
  const tight = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  return tight === null ? null : only(Number(tight[1]), Number(tight[2]), Number(tight[3]));
}

/** With words that say what each number is: 2023年9月12日, 2023년 9월 12일, ngày 12 tháng 9 năm 2023. */
function readMarked(text: string): PartsRead | null {
  const eastern =
    /^(?:(\d{4})\s?[年년])?\s?(?:(\d{1,2})\s?[月월])?\s?(?:(\d{1,2})\s?[日号號일])?$/.exec(text);
  if (eastern !== null && text !== "" && eastern[0] !== "") {
    const [, year, month, day] = eastern;
    return only(numberOf(year), numberOf(month), numberOf(day));
  }
  const vietnamese =
    /^(?:ngày\s)?(?:(\d{1,2})\s)?tháng\s(\d{1,2})(?:[\s,]+(?:năm\s)?(\d{4}))?$/iu.exec(text);
  if (vietnamese === null) return null;
  return only(numberOf(vietnamese[3]), numberOf(vietnamese[2]), numberOf(vietnamese[1]));
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** Numbers with marks between: 12.09.2023, 12. 9. 2023, 9/12/23, 2023/09/12, 09/2023. */
function readNumeric(text: string): PartsRead | null {
  const marks = /^(\d{1,4})(?:\s?([./-])\s?(\d{1,4}))?(?:\s?([./-])\s?(\d{1,4}))?\s?\.?$/.exec(
    text,
  );
  if (marks === null) return null;
  const [, first = "", mark, second, , third] = marks;
  if (second === undefined)
    return first.length === 4 ? only(Number(first), null, null) : only(null, null, Number(first));
  if (third === undefined) {
    if (first.length === 4 && second.length <= 2) return only(Number(first), Number(second), null);
    if (second.length === 4 && first.length <= 2) return only(Number(second), Number(first), null);
    return { problem: first.length <= 2 ? "lacks a year" : "is no date that can be read" };
  }
  if (first.length === 4 && second.length <= 2 && third.length <= 2)
    return only(Number(first), Number(second), Number(third));
  if (first.length > 2 || second.length > 2 || (third.length !== 4 && third.length !== 2))
    return { problem: "is no date that can be read" };
  const short = third.length === 2;
  const read = inEitherOrder(
    short ? 2000 + Number(third) : Number(third),
    Number(first),
    Number(second),
    mark,
  );
  if (!short || "problem" in read) return read;
  // 10/11/12: where the year is short it may be the first as well.
  const yearFirst = { year: 2000 + Number(first), month: Number(second), day: Number(third) };
  const asYear = exists(yearFirst) && /^(?:09|[1-9]\d)$/.test(first) && mark !== ".";
  return { readings: asYear ? [...read.readings, yearFirst] : read.readings };
}

/** With a slash the month comes first for those who write so most, with a dot or hyphen the day. */
function inEitherOrder(
  year: number | null,
  first: number,
  second: number,
  mark: string | undefined,
): PartsRead {
  const dayFirst = { year, month: second, day: first };
  const monthFirst = { year, month: first, day: second };
  const readings = (mark === "/" ? [monthFirst, dayFirst] : [dayFirst, monthFirst]).filter(exists);
  if (readings.length === 0) return { problem: "is no date of the calendar" };
  return { readings: first === second ? readings.slice(0, 1) : readings };
}

function exists({ year, month, day }: DateParts): boolean {
  return isDay(
    `${String(year ?? 2024).padStart(4, "0")}-${String(month ?? 1).padStart(2, "0")}-${String(day ?? 1).padStart(2, "0")}`,
  );
}

/** With the month's name, in whatever language: 12. September 2023, Sept 12th, 2023, 12 de mayo de 2023, 12-Sep-23. */
function readNamed(text: string): PartsRead {
  const words = text
    .replace(/(\d)(?:st|nd|rd|th|er|ère|re|ème|º|ª|°|o|a|e|-?(?:го|е))(?=[\s,.\-/]|$)/giu, "$1")
    .replace(/(\d)(?=[\p{L}])|([\p{L}.])(?=\d)/gu, "$& ")
    .split(/[\s,/]+|-(?=[\p{L}\d])|(?<=\p{L})-/u)
    .map((word) => word.replace(/^[(]+|[).;:]+$/g, ""))
    .filter((word) => word !== "");
  const named = monthIn(words);
  if (named === null) return { problem: "is no date that can be read" };
  const numbers: string[] = [];
  for (const word of [...words.slice(0, named.at), ...words.slice(named.at + named.length)]) {
    if (/^['’]?\d+$/.test(word)) numbers.push(word);
    else if (!FILLERS.test(word.replaceAll(".", "")))
      return { problem: `holds more than a date (“${word.slice(0, 30)}”)` };
  }
  const placed = placedNumbers(numbers, named.behind);
  if (placed === null) return { problem: "holds more than one date" };
  const readings = named.months.map((month) => ({ ...placed, month }));
  // "Sep-23", as spreadsheets shorten a month: the number may be the year.
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined && !named.behind && /^(?:09|[1-9]\d)$/.test(only))
    readings.unshift(
      ...named.months.map((month) => ({ year: 2000 + Number(only), month, day: null })),
    );
  return { readings };
}

interface MonthFound {
  months: number[];
  at: number;
  length: number;
  /** Whether a number stands before it. */
  behind: boolean;
}

/** Where the month's name is; some have two or three words. */
function monthIn(words: readonly string[]): MonthFound | null {
  for (let length = 3; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const months = monthsNamed(words.slice(at, at + length).join(" "));
      if (months.length > 0)
        return { months, at, length, behind: words.slice(0, at).some((word) => /^\d/.test(word)) };
    }
  return null;
}

/** Which of the numbers beside a month's name is the day, and which the year. */
function placedNumbers(
  numbers: readonly string[],
  dayBefore: boolean,
): Omit<DateParts, "month"> | null {
  const [first, second] = numbers;
  if (numbers.length > 2) return null;
  if (first === undefined) return { year: null, day: null };
  const isYear = (text: string) => /^(?:\d{4}|['’]\d{2})$/.test(text);
  const yearOf = (text: string) =>
    text.length === 4 ? Number(text) : 2000 + Number(text.replace(/\D/g, ""));
  const isDayNumber = (text: string) => /^\d{1,2}$/.test(text);
  if (second === undefined) {
    if (isYear(first)) return { year: yearOf(first), day: null };
    return isDayNumber(first) ? { year: null, day: Number(first) } : null;
  }
  if (isYear(second) && isDayNumber(first)) return { year: yearOf(second), day: Number(first) };
  if (isYear(first) && isDayNumber(second)) return { year: yearOf(first), day: Number(second) };
  // 12-Sep-23, as spreadsheets write it.
  return dayBefore && isDayNumber(first) && /^\d{2}$/.test(second)
    ? { year: 2000 + Number(second), day: Number(first) }
    : null;
}
