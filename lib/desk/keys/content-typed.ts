import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import { writeDecimal, writeNumber } from "@/lib/desk/forms/number-text";
import { pickOf } from "@/lib/desk/forms/picks";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";

/** Problems of shape that are told at once. */
const MOST_TOLD = 20;

/**
 * What a program sends of a record as it would be typed in its form. The fields are the record's in the dataset's JSON,
 * whole or not; a text is taken as somebody typed it, so that "about $7.9m" is read as the form reads it.
 * What has not the shape of the form is told at its path, and then nothing is taken.
 */
export function contentTyped(
  kind: RecordKind,
  content: unknown,
): { typed: Typed } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const typed = typedFields(fieldsOf(FORMS[kind]), content, [], problems);
  return problems.length === 0 ? { typed } : { problems: problems.slice(0, MOST_TOLD) };
}

type Path = readonly (string | number)[];

function typedFields(
  fields: readonly FormField[],
  given: unknown,
  path: Path,
  problems: Problem[],
): Typed {
  if (!isObject(given)) {
    problems.push({ path: [...path], message: "It must be an object." });
    return {};
  }
  const typed: Typed = {};
  for (const [name, value] of Object.entries(given)) {
    const field = fields.find((one) => one.name === name);
    const at = [...path, name.slice(0, 60)];
    if (field === undefined)
      problems.push({
        path: at,
        message: `There is no such field. There are ${fields.map((one) => one.name).join(", ")}.`,
      });
    else typed[field.name] = typedValue(field, value, at, problems);
  }
  return typed;
}

function typedValue(field: FormField, value: unknown, path: Path, problems: Problem[]): TypedValue {
  const { control, label } = field;
  if (control.is !== "rows" && control.is !== "texts")
    return typedText(field, value, path, problems);
  if (value === null) return [];
  if (!Array.isArray(value)) {
    problems.push({ path: [...path], message: `${label} must be a list.` });
    return [];
  }
  return value.map((item: unknown, index): TypedValue => {
    const at = [...path, index];
    if (control.is === "rows") return typedFields(control.fields, item, at, problems);
    if (typeof item === "string")
      return control.of === null ? item : pickOf(control.of).write(item);
    problems.push({ path: at, message: `${label} must be a list of texts.` });
    return "";
  });
}

function typedText(
  { control, label }: FormField,
  value: unknown,
  path: Path,
  problems: Problem[],
): string {
  if (value === null) return "";
  if (control.is === "yesNo" && typeof value === "boolean") return value ? "yes" : "";
  // A best estimate of 0 is asked about, because others write it for unknown; a number 0 is meant.
  if (value === 0 && control.is === "amount" && control.part === "best") return "nothing";
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "string") {
    if (control.is === "pick") return pickOf(control.of).write(value);
    return control.is === "quantity" && /^\d+(?:\.\d+)?$/.test(value) ? writeDecimal(value) : value;
  }
  const what = control.is === "yesNo" ? "true or false" : "a text, a number or null";
  problems.push({ path: [...path], message: `${label} must be ${what}.` });
  return "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
