import type { Control } from "@/lib/desk/forms/form";
import { readDate } from "@/lib/desk/forms/typed-date";
import { type DateRead, SHAPE } from "@/lib/desk/forms/typed-date-read";

const DAY_SHAPE = "write it as 2023-09-12 or 12 September 2023";

/** Reads what was typed in a field of a day, month or year, or of a day only. */
export function readDateControl(
  control: Extract<Control, { is: "date" }>,
  typed: string,
): DateRead {
  const read = control.anyDay === true ? readDate(typed, null) : readDate(typed);
  if (control.dayOnly !== true) return read;
  // Only what the field takes is named.
  if ("problem" in read) return { ...read, problem: read.problem.replace(SHAPE, DAY_SHAPE) };
  if (read.value === null) return read;
  const days = read.choices.filter(({ fills }) => fills.here?.length === 10);
  if (read.value.length === 10) return { ...read, choices: days };
  return { problem: "must be a day, as in 2023-09-12", choices: days };
}
