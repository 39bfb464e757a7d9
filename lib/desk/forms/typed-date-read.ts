import type { TypedChoice } from "@/lib/desk/forms/typed-choice";
import type { DateParts } from "@/lib/desk/forms/typed-date-parts";
import { dateText, partialDateSchema } from "@/lib/values/dates/day";

/** What was made of a date as typed: YYYY-MM-DD, YYYY-MM or YYYY; null where nothing was. */
export type DateRead =
  | { value: string | null; asks: string | null; choices: TypedChoice[] }
  | { problem: string; choices: TypedChoice[] };

/** How a date is written. */
export const SHAPE = "write it as 2023-09-12, 12 September 2023, September 2023 or 2023";

/** What can only be read so. */
export function sure(value: string | null): DateRead {
  return { value, asks: null, choices: [] };
}

export function refused(problem: string, choices: TypedChoice[] = []): DateRead {
  return { problem, choices };
}

function taken(value: string): TypedChoice {
  return { label: dateText(value), fills: { here: value } };
}

/** A question with its answers, of which the first is offered. */
export function asked(values: readonly string[], why: string): DateRead {
  const existing = [...new Set(values)].filter(
    (value) => partialDateSchema.safeParse(value).success,
  );
  const [first] = existing;
  if (first === undefined) return refused(`is no date of the calendar; ${SHAPE}`);
  return {
    value: first,
    asks: `${why} ${questionOf(existing)}`.trim(),
    choices: existing.map(taken),
  };
}

function questionOf(values: readonly string[]): string {
  const texts = values.map(dateText);
  const last = texts.pop() ?? "";
  const said = texts.length === 0 ? last : `${texts.join(", ")} or ${last}`;
  return `Is it ${said}? Write ${values.join(" or ")}.`;
}

/** A date's parts as YYYY-MM-DD, YYYY-MM or YYYY. */
export function textOf({ year, month, day }: DateParts): string {
  const text = String(year ?? 0).padStart(4, "0");
  if (month === null) return text;
  const withMonth = `${text}-${String(month).padStart(2, "0")}`;
  return day === null ? withMonth : `${withMonth}-${String(day).padStart(2, "0")}`;
}

/** A date that is, or is none of the calendar. */
export function existing(parts: DateParts): DateRead {
  const value = textOf(parts);
  return partialDateSchema.safeParse(value).success
    ? sure(value)
    : refused(`is no date of the calendar; ${SHAPE}`);
}
