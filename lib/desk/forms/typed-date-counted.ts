import { asked, type DateRead, existing } from "@/lib/desk/forms/typed-date-read";
import { dayOf } from "@/lib/values/dates/day";

/** Days as machines count them: Unix seconds, milliseconds and finer, and a spreadsheet's serial day. */
export function readCounted(text: string): DateRead | null {
  if (/^\d{10}(?:\.\d+)?$|^\d{13}$|^\d{16}$|^\d{19}$/.test(text)) {
    const digits = text.split(".")[0] ?? "";
    const day = dayOf(new Date(Number(digits.slice(0, 10)) * 1000));
    const unit =
      { 10: "seconds", 13: "milliseconds", 16: "microseconds" }[digits.length] ?? "nanoseconds";
    return asked([day], `It is read as Unix time in ${unit}.`);
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    // Day 1 is 1 January 1900, and 1900 has a 29 February too many.
    const day = dayOf(new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000));
    return asked([day], "It is read as a spreadsheet’s serial day.");
  }
  const clock = /^(20\d{2})(\d{2})(\d{2})[T ]?(?:[01]\d|2[0-4])[0-5]\d(?:[0-5]\d)?Z?$/.exec(text);
  if (clock !== null)
    return existing({ year: Number(clock[1]), month: Number(clock[2]), day: Number(clock[3]) });
  const month = /^(20\d{2})(0[1-9]|1[0-2])$/.exec(text);
  return month === null
    ? null
    : asked([`${month[1]}-${month[2]}`], "It is read as a year and month.");
}

/** Quarters, halves and seasons: no day, no month. */
export function readPeriod(text: string): DateRead | null {
  const period =
    /^(?:(?:in\s+)?(?:the\s+)?(?:(?:early|mid|late)[-\s])?(?:q[1-4]|[1-4]q|h[12]|[12]h|(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:quarter|half)|spring|summer|autumn|fall|winter|[1-4]\.?\s?quartal|frühjahr|sommer|herbst)(?:\s+of)?[\s,'’/-]*(\d{4})|(\d{4})[\s-]*(?:q[1-4]|h[12]))$/iu.exec(
      text,
    );
  const year = period?.[1] ?? period?.[2];
  return year === undefined
    ? null
    : asked([year], "That is neither a day nor a month; of such a date the year is kept.");
}
