import { parse } from "chrono-node/en";
import { dateText, isDay, partialDateSchema, today } from "@/lib/values/dates/day";

/** What was made of a date as typed: YYYY-MM-DD, YYYY-MM or YYYY; null where nothing was. */
type DateRead = { value: string | null; asks: string | null } | { problem: string };

const SHAPE = "write it as 2023-09-12, 12 September 2023, September 2023 or 2023";

/** Reads a day, month or year as pasted. Moments with an offset become their UTC day. */
export function readDate(typed: string): DateRead {
  const text = typed.trim().replace(/\s+/g, " ");
  if (/^(?:|unknown|\?+|[-–—]+)$/i.test(text)) return { value: null, asks: null };
  if (text.length > 100) return { problem: `is too long for a date; ${SHAPE}` };
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return existing(text);
  if (/^20\d{6}$/.test(text))
    return existing(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  return readMoment(text) ?? readNumeric(text) ?? readWords(text);
}

function existing(value: string): DateRead {
  return partialDateSchema.safeParse(value).success
    ? { value, asks: null }
    : { problem: `is no date of the calendar; ${SHAPE}` };
}

/** An ISO 8601 moment: its UTC day, where it says its offset; without one it is taken for UTC. */
function readMoment(text: string): DateRead | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  const [, day, offset] = match ?? [];
  if (match === null || day === undefined) return null;
  if (!isDay(day)) return { problem: `is no date of the calendar; ${SHAPE}` };
  if (offset === undefined || /^(?:z|utc|gmt)$/i.test(offset)) return { value: day, asks: null };
  const zone = offset.includes(":") ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  const time = Date.parse(`${text.slice(0, -offset.length).trim().replace(" ", "T")}${zone}`);
  return Number.isNaN(time)
    ? { problem: `is no moment that exists; ${SHAPE}` }
    : { value: new Date(time).toISOString().slice(0, 10), asks: null };
}

/** Numbers with marks between: 12.09.2023, 9/12/2023, 2023/09/12, 09/2023. */
function readNumeric(text: string): DateRead | null {
  const parts = /^(\d{1,4})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{1,4}))?\.?$/.exec(text);
  if (parts === null) {
    const month = /^(\d{1,2})\s?[./-]\s?(\d{4})$/.exec(text);
    return month === null ? null : existing(`${month[2]}-${two(month[1])}`);
  }
  const [, first = "", second = "", third] = parts;
  if (third === undefined)
    return first.length === 4
      ? existing(`${first}-${two(second)}`)
      : { problem: `lacks a year; ${SHAPE}` };
  if (first.length === 4) return existing(`${first}-${two(second)}-${two(third)}`);
  if (third.length !== 4 && third.length !== 2)
    return { problem: `is no date that can be read; ${SHAPE}` };
  const year = third.length === 2 ? `20${third}` : third;
  const dayFirst = `${year}-${two(second)}-${two(first)}`;
  const monthFirst = `${year}-${two(first)}-${two(second)}`;
  const asDay = isDay(dayFirst);
  const asMonth = isDay(monthFirst);
  if (!asDay && !asMonth) return { problem: `is no date of the calendar; ${SHAPE}` };
  if (asDay && asMonth && dayFirst !== monthFirst)
    return {
      value: dayFirst,
      asks: `Is it ${dateText(dayFirst)}, or ${dateText(monthFirst)}?`,
    };
  return { value: asDay ? dayFirst : monthFirst, asks: null };
}

function two(text: string | undefined): string {
  return (text ?? "").padStart(2, "0");
}

/** Words: Sept 12th, 2023; September 2023. What leans on the present day ("last Friday") is questioned. */
function readWords(text: string): DateRead {
  const [found, another] = parse(text, new Date(`${today()}T12:00:00Z`));
  if (found === undefined) return { problem: `is no date that can be read; ${SHAPE}` };
  const left = text
    .replace(found.text, "")
    .replace(/[\s,.()]|\b(?:on|in|since|utc|the|of)\b/gi, "");
  if (another !== undefined || (found.end !== undefined && found.end !== null))
    return { problem: `holds more than one date; ${SHAPE}` };
  if (left !== "") return { problem: `holds more than a date (“${left.slice(0, 30)}”); ${SHAPE}` };
  const { start } = found;
  const year = String(start.get("year") ?? 0).padStart(4, "0");
  const month = two(String(start.get("month") ?? ""));
  const day = two(String(start.get("day") ?? ""));
  const certain = /\d{4}/.test(text);
  const value =
    start.isCertain("day") || start.isCertain("weekday") || !start.isCertain("month")
      ? start.isCertain("hour") && start.get("timezoneOffset") !== null
        ? start.date().toISOString().slice(0, 10)
        : `${year}-${month}-${day}`
      : `${year}-${month}`;
  const read = existing(value);
  if ("problem" in read || certain) return read;
  return { ...read, asks: `Is it ${dateText(value)}? No year was written.` };
}
