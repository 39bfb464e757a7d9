import { z } from "zod";
import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import type { Typed } from "@/lib/desk/forms/typed";
import { changeText } from "@/lib/desk/proposals/field-place";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

const rowSchema = z.record(z.string(), z.string());

/** What somebody suggests for a row of a list, each row as typed. */
export const rowChangeSchema = z.discriminatedUnion("is", [
  z.object({ is: z.literal("add"), row: rowSchema }),
  z.object({ is: z.literal("change"), was: rowSchema, row: rowSchema }),
  z.object({
    is: z.literal("remove"),
    was: rowSchema,
    /** Its place from 0 as it was taken out, where it goes back to; none before it is. */
    at: z.number().int().min(0).optional(),
  }),
]);
export type RowChange = z.infer<typeof rowChangeSchema>;

/** A row as typed, each field a text. */
export type TypedRow = z.infer<typeof rowSchema>;

/** What is stored with a comment as a suggested row; null where none is, or it cannot be read any more. */
export function rowChangeOf(stored: unknown): RowChange | null {
  const read = rowChangeSchema.safeParse(stored);
  return read.success ? read.data : null;
}

/** The list that a path is in, where its rows have fields; null for any other field. */
export function listOf(
  kind: RecordKind,
  path: string,
): { list: FormField; fields: readonly FormField[] } | null {
  const [name] = path.split("/", 1);
  const list = fieldsOf(FORMS[kind]).find((field) => field.name === name);
  return list?.control.is === "rows" ? { list, fields: list.control.fields } : null;
}

/** The rows of a list as typed; what is no row of texts is left out of each. */
export function rowsIn(content: Typed, list: string): TypedRow[] {
  const rows = content[list];
  return (Array.isArray(rows) ? rows : []).map((row) =>
    typeof row === "object" && !Array.isArray(row)
      ? Object.fromEntries(
          Object.entries(row).filter(
            (cell): cell is [string, string] => typeof cell[1] === "string",
          ),
        )
      : {},
  );
}

/** What a row says in a field; empty where nothing is typed. */
export function cell(row: TypedRow | undefined, { name }: Pick<FormField, "name">): string {
  return (row !== undefined && Object.hasOwn(row, name) ? row[name] : undefined)?.trim() ?? "";
}

/** Whether two rows say the same. */
export function saysSame(
  fields: readonly FormField[],
  one: TypedRow | undefined,
  other: TypedRow | undefined,
): boolean {
  return fields.every((field) => cell(one, field) === cell(other, field));
}

/** A line of what is suggested for a row: what a field says, and what it should say. */
export interface RowLine {
  label: string;
  /** As typed; null where the row is new. */
  was: string | null;
  /** As typed; null where the row is to go. */
  is: string | null;
}

/** What is suggested for a row, field by field: of a change only those that change, else those that say something. */
export function rowLines(kind: RecordKind, path: string, change: RowChange): RowLine[] {
  return (listOf(kind, path)?.fields ?? []).flatMap((field) => {
    const was = change.is === "add" ? null : cell(change.was, field);
    const is = change.is === "remove" ? null : cell(change.row, field);
    const told = change.is === "change" ? was !== is : (was ?? is) !== "";
    return told ? [{ label: field.label, was: shown(field, was), is: shown(field, is) }] : [];
  });
}

/** What is suggested for a row in one line, for the activity. */
export function rowChangeText(kind: RecordKind, path: string, change: RowChange): string {
  const lines = rowLines(kind, path, change).map(({ label, was, is }) =>
    was === null || is === null ? `${label}: ${is ?? was}` : changeText(label, was, is),
  );
  const begins = { add: "a new row: ", change: "", remove: "to take it out: " }[change.is];
  return `${begins}${lines.join("; ")}`;
}

/** What a choice is called, where a field is one. */
function shown({ control }: FormField, text: string | null): string | null {
  if (control.is !== "choice" || text === null) return text;
  return control.options.find(({ value }) => value === text)?.label ?? text;
}
