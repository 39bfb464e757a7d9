import type { Control } from "@/lib/desk/forms/form";
import { readDate } from "@/lib/desk/forms/typed-date";
import type { DateRead } from "@/lib/desk/forms/typed-date-read";

/** Reads what was typed in a field of a day, month or year, or of a day only. */
export function readDateControl(
  control: Extract<Control, { is: "date" }>,
  typed: string,
): DateRead {
  const read = control.anyDay === true ? readDate(typed, null) : readDate(typed);
  if (control.dayOnly !== true || "problem" in read || read.value === null) return read;
  const days = read.choices.filter(({ fills }) => fills.here?.length === 10);
  if (read.value.length === 10) return { ...read, choices: days };
  return { problem: "must be a day, as in 2023-09-12", choices: days };
}
