import { formOptions } from "@/app/desk/proposals/[id]/form-options";
import type { PickOptions } from "@/components/desk/form/pick-option";
import type { FieldSpec } from "@/components/desk/ui/plain-form";
import type { Queryable } from "@/lib/db/client";
import type { FormField } from "@/lib/desk/forms/form";
import type { Typed } from "@/lib/desk/forms/typed";
import { ROW_FIELD } from "@/lib/desk/proposals/field-comment";
import type { FieldPlace } from "@/lib/desk/proposals/field-place";
import { cell, listOf, rowsIn, type TypedRow } from "@/lib/desk/proposals/row-change";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** The fields in which a reviewer suggests a row, or another one instead of it. */
export interface RowForm {
  /** What one such row is called: `source`. */
  one: string;
  /** Whether it is for a new row. */
  isNew: boolean;
  fields: FieldSpec[];
  /** What they are drawn with; nothing for a new row. */
  shown: TypedRow;
}

/** The form for a row of a list, or for a new one where the list itself is chosen; null for any other field. */
export async function rowForm(
  db: Queryable,
  kind: RecordKind,
  content: Typed,
  { path, typedPath }: FieldPlace,
): Promise<RowForm | null> {
  const found = listOf(kind, path);
  const [name, at, inner] = typedPath;
  if (found === null || inner !== undefined) return null;
  const { list, fields } = found;
  const isNew = typeof at !== "number";
  const row = isNew ? {} : (rowsIn(content, String(name))[at] ?? {});
  const options = await formOptions(db, kind);
  return {
    one: list.one ?? "row",
    isNew,
    fields: fields.map((field) => specOf(field, cell(row, field), options)),
    shown: Object.fromEntries(fields.map((field) => [field.name, cell(row, field)])),
  };
}

function specOf(
  { name, label, hint, optional, control }: FormField,
  said: string,
  options: PickOptions,
): FieldSpec {
  const spec: FieldSpec = {
    name: `${ROW_FIELD}${name}`,
    label,
    initial: said,
    ...(hint !== undefined && { hint }),
    ...(optional === true && { optional }),
  };
  switch (control.is) {
    case "yesNo":
      return { ...spec, type: "check", value: "yes" };
    case "choice":
      return { ...spec, type: "choice", options: [NOTHING_CHOSEN, ...control.options] };
    case "longText":
      return { ...spec, type: "area", maxLength: 20_000 };
    case "pick":
      return { ...spec, proposals: (options[control.of] ?? []).map(({ text }) => text) };
    default:
      return { ...spec, maxLength: 20_000 };
  }
}

const NOTHING_CHOSEN = { value: "", label: "Choose …" };
