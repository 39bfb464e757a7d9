import { readCounted, readPeriod } from "@/lib/desk/forms/typed-date-counted";
import { takeClock, utcDays } from "@/lib/desk/forms/typed-date-moment";
import { type DateParts, readParts } from "@/lib/desk/forms/typed-date-parts";
import {
  asked,
  type DateRead,
  existing,
  refused,
  SHAPE,
  sure,
  textOf,
} from "@/lib/desk/forms/typed-date-read";
import { readSpan } from "@/lib/desk/forms/typed-date-span";
import { plainText } from "@/lib/desk/forms/typed-plain";
import { dayOf, firstDayOf, partialDateSchema, today } from "@/lib/values/dates/day";

/** Bitcoin's first block: before it nothing could be stolen. */
const FIRST = "2009-01-03";

/** Words of a part of a month or year: that month or year is what is known. */
const PART_OF =
  /^(?:(?:in\s+)?(?:the\s+)?(?:mid(?:dle)?|early|late|beginning|start|end|first half|second half|anfang|mitte|ende|début|debut|mi|fin|principios|mediados|finales|início|meados|final)(?:[-\s]+(?:of|de|du|do)(?=\s))?[-\s]+)/iu;
const ABOUT =
  /^(?:sometime\s+(?:in|during|around)|circa|ca\.?|c\.|about|around|approx(?:imately|\.)?|roughly|probably|possibly|likely|in\s+or\s+around|um|etwa|vers|hacia|~|≈)\s*/iu;
const RELATION =
  /^(?:before|after|since|until|by|no later than|not before|prior to|vor|nach|seit|avant|après|depuis|antes de|después de)\s+/iu;
const WEEKDAYS =
  /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b\.?,?\s*/giu;
const BLOCK =
  /[\s,;(]*\(?\s*(?:at\s+)?block(?:\s*(?:height|number|no\.?))?\s*[:#]?\s*#?\d[\d,. ]*\d\)?\s*/iu;
const NAMES = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The days that a date may be of: none of a theft lies before Bitcoin or after today. */
export interface DateBounds {
  from: string;
  through: string;
}

/**
 * Reads a day, month or year as pasted, in whatever order and language: what can be read in two ways is asked.
 * Moments become their UTC day.
 * @param bounds null where any day may be meant
 */
export function readDate(
  typed: string,
  bounds: DateBounds | null = { from: FIRST, through: today() },
): DateRead {
  const text = plainText(typed);
  if (/^(?:|unknown|undisclosed|not known|n\/?a|unbekannt|未知|不明|\?+|[-–—]+)$/i.test(text))
    return sure(null);
  if (text.length > 100) return refused(`is too long for a date; ${SHAPE}`);
  if (/\p{No}/u.test(text)) return refused(`is no date that can be read; ${SHAPE}`);
  const read = readCounted(text) ?? readPeriod(text) ?? readText(text);
  return bounds === null ? read : within(read, bounds);
}

/** Only what lies within the bounds can be meant; a question with one answer left stays a question. */
function within(read: DateRead, { from, through }: DateBounds): DateRead {
  const lies = (value: string) => outside(value, from, through);
  if ("problem" in read || read.value === null) return read;
  const wrong = lies(read.value);
  if (read.choices.length === 0) return wrong === null ? read : refused(wrong);
  const left = read.choices.flatMap(({ fills }) =>
    fills.here !== undefined && lies(fills.here) === null ? [fills.here] : [],
  );
  if (left.length === read.choices.length) return read;
  return left.length === 0
    ? refused(wrong ?? `is no date that can be read; ${SHAPE}`)
    : asked(left, "Its other reading lies before Bitcoin or in the future.");
}

function outside(value: string, from: string, through: string): string | null {
  if (firstDayOf(value) > through)
    return `lies in the future; a day up to today, ${through}, is allowed`;
  const last = value.length === 10 ? value : value.length === 7 ? `${value}-31` : `${value}-12-31`;
  return last < from ? `lies before there was Bitcoin; a date from ${from} on is allowed` : null;
}

function readText(text: string): DateRead {
  const bare = text.replace(BLOCK, " ").trim();
  const relation = RELATION.exec(bare)?.[0];
  if (relation !== undefined) {
    const read = readText(bare.slice(relation.length));
    return "problem" in read || read.value === null
      ? read
      : asked([read.value, ...coarser(read.value)], `“${relation.trim()}” is not that day itself.`);
  }
  const about = ABOUT.exec(bare)?.[0];
  if (about !== undefined) {
    const read = readText(bare.slice(about.length));
    return "problem" in read || read.value === null || read.value.length < 10 || read.asks !== null
      ? read
      : asked([read.value, ...coarser(read.value)], "The day is not certain.");
  }
  const part = PART_OF.exec(bare)?.[0];
  if (part !== undefined) {
    const read = readText(bare.slice(part.length));
    if ("problem" in read || read.value === null || read.value.length < 10) return read;
    return refused(`holds more than a date (“${part.trim()}”); ${SHAPE}`);
  }
  return readClocked(bare);
}

function coarser(value: string): string[] {
  return value.length === 10
    ? [value.slice(0, 7), value.slice(0, 4)]
    : value.length === 7
      ? [value.slice(0, 4)]
      : [];
}

function readClocked(text: string): DateRead {
  const clock = takeClock(text);
  if (clock.wrong) return refused(`is no moment that exists; ${SHAPE}`);
  const weekdays = [...clock.rest.matchAll(WEEKDAYS)].map(([word]) => word);
  const rest = clock.rest.replace(WEEKDAYS, "").trim();
  const parts = readParts(rest);
  if ("problem" in parts) {
    const span = clock.minutes === null ? readSpan(rest) : null;
    if (span !== null) return ofSpan(span.from, span.to, span.between);
    return readRelative(text) ?? refused(`${parts.problem}; ${SHAPE}`);
  }
  const [first] = parts.readings;
  if (first === undefined) return refused(`is no date that can be read; ${SHAPE}`);
  if (first.year === null || parts.readings.some(({ year }) => year === null))
    return withoutYear(parts.readings);
  // Thai calendars count from the Buddha.
  if (first.year > 2400 && first.year < 2700) {
    const read = existing({ ...first, year: first.year - 543 });
    return "problem" in read || read.value === null
      ? read
      : asked([read.value], `${first.year} is read as a year of the Buddhist calendar.`);
  }
  const values = parts.readings
    .map(textOf)
    .filter((value) => partialDateSchema.safeParse(value).success);
  const [value] = values;
  if (value === undefined) return refused(`is no date of the calendar; ${SHAPE}`);
  const days = value.length === 10 ? values.flatMap((day) => utcDays(day, clock)) : values;
  if (new Set(days).size > 1)
    return asked(
      days,
      values.length > 1
        ? ""
        : clock.minutes === null
          ? "Without a time, the day in UTC may be another."
          : "The zone may be several.",
    );
  return agreeing(days[0] ?? value, value, weekdays);
}

/** A weekday beside a day has to be that day's. Other languages' are only read over. */
function agreeing(day: string, written: string, weekdays: readonly string[]): DateRead {
  if (written.length !== 10) return sure(day);
  const name = NAMES[new Date(`${written}T00:00:00Z`).getUTCDay()] ?? "";
  const english = weekdays.filter((word) => /^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(word));
  return english.every((word) => name.startsWith(word.slice(0, 3).toLowerCase()))
    ? sure(day)
    : asked([day], `That day was a ${capital(name)}.`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Two days, months or years: the first is offered where both are of one month, otherwise the year. */
function ofSpan(from: DateParts, to: DateParts, between: boolean): DateRead {
  const [first, last] = [textOf(from), textOf(to)];
  if (![first, last].every((value) => partialDateSchema.safeParse(value).success))
    return refused(`is no date of the calendar; ${SHAPE}`);
  const sameYear = from.year === to.year ? [first.slice(0, 4)] : [];
  const sameMonth =
    sameYear.length > 0 && from.month !== null && from.month === to.month
      ? [first.slice(0, 7)]
      : [];
  const known = [...sameMonth, ...sameYear];
  const apart = sameMonth.length === 0 && sameYear.length > 0;
  const days = [first, last];
  return asked(
    between || apart ? [...known, ...days] : [...days, ...known],
    "That is more than one date.",
  );
}

/** A day and month: the last such day that has been, and never silently; "Sep 23" may be a month and year as well. */
function withoutYear(readings: readonly DateParts[]): DateRead {
  const values = readings.flatMap((reading) => {
    const value = reading.year === null ? lastSuchDay(reading) : textOf(reading);
    return value === null ? [] : [value];
  });
  return values.length === 0
    ? refused(`lacks a year; ${SHAPE}`)
    : asked(values, "No year was written in full.");
}

function lastSuchDay(reading: DateParts): string | null {
  if (reading.month === null || reading.day === null) return null;
  const now = today();
  const year = Number(now.slice(0, 4));
  const days = [year, year - 1].map((each) => textOf({ ...reading, year: each }));
  return days.find((value) => value <= now) ?? null;
}

/** What leans on the present day. */
function readRelative(text: string): DateRead | null {
  const words = text.toLowerCase();
  const now = Date.parse(today());
  const back = words === "today" ? 0 : words === "yesterday" ? 1 : null;
  const weekday = /^last (\w+day)$/.exec(words)?.[1];
  const at = weekday === undefined ? -1 : NAMES.indexOf(weekday);
  const days = back ?? (at < 0 ? null : ((new Date(now).getUTCDay() - at + 6) % 7) + 1);
  return days === null
    ? null
    : asked([dayOf(new Date(now - days * 86_400_000))], "No year was written in full.");
}
