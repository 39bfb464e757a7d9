import { type FormField, type FormTable, fieldsOf } from "@/lib/desk/forms/form";
import { writeDecimal, writeNumber } from "@/lib/desk/forms/number-text";
import { pickOf } from "@/lib/desk/forms/picks";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";

/** A record as text in the fields of its form. */
export function writeForm(form: FormTable, record: object): Typed {
  return writeFields(fieldsOf(form), record);
}

function writeFields(fields: readonly FormField[], record: object): Typed {
  const values = record as Record<string, unknown>;
  return Object.fromEntries(fields.map((field) => [field.name, write(field, values[field.name])]));
}

function write({ control }: FormField, value: unknown): TypedValue {
  if (control.is === "rows")
    return Array.isArray(value) ? value.map((row: object) => writeFields(control.fields, row)) : [];
  if (control.is === "texts") {
    const list = control.of;
    if (!Array.isArray(value)) return [];
    return value.map((text) => (list === null ? String(text) : pickOf(list).write(String(text))));
  }
  if (value === null || value === undefined) return "";
  if (control.is === "yesNo") return value === true ? "yes" : "";
  // A best estimate of 0 is asked about, because others write it for unknown; this one is meant.
  if (value === 0 && control.is === "amount" && control.part === "best") return "nothing";
  if (typeof value === "number") return writeNumber(value);
  if (control.is === "quantity") return writeDecimal(String(value));
  return control.is === "pick" ? pickOf(control.of).write(String(value)) : String(value);
}
