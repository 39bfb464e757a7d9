import type { Typed } from "@/lib/desk/forms/typed";
import { blankRow } from "@/lib/desk/forms/typed-from-form";
import { withTaken } from "@/lib/desk/proposals/apply-suggestion";
import { keepable } from "@/lib/desk/proposals/draft-content";
import { type FieldPlace, LONGEST_VALUE } from "@/lib/desk/proposals/field-place";
import {
  cell,
  listOf,
  type RowChange,
  saysSame,
  type TypedRow,
} from "@/lib/desk/proposals/row-change";
import { readTyped } from "@/lib/desk/proposals/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** What a form that was drawn for a row, or for a new one of a list, sent back. */
export interface SentRow {
  fields: TypedRow;
  /** What it was drawn with; nothing for a new row. */
  shown: TypedRow;
  /** Whether the row should be taken out. */
  remove: boolean;
}

/** What is wrong with a suggested row, and the name of the field that is to blame; null where none is. */
interface RowProblem {
  problem: string;
  field: string | null;
}

/**
 * What is suggested for a row or list by what its form sent; null where nothing is. A row must be one that the form can
 * read, and the row it is about must still say what its form was drawn with where that is to change.
 */
export function askedRow(
  kind: RecordKind,
  content: Typed,
  place: FieldPlace,
  { fields: sent, shown, remove }: SentRow,
): { change: RowChange | null } | RowProblem {
  const found = listOf(kind, place.path);
  if (found === null || place.field !== null) return { change: null };
  const { list, fields } = found;
  const tooLong = fields.find((field) => cell(sent, field).length > LONGEST_VALUE);
  if (tooLong !== undefined)
    return {
      problem: `${tooLong.label} must have at most 20,000 characters.`,
      field: tooLong.name,
    };
  const row = Object.fromEntries(
    Object.keys(blankRow(list)).map((name) => [name, keepable(cell(sent, { name })).trim()]),
  );
  const was = Object.fromEntries(
    Object.keys(blankRow(list)).map((name) => [name, cell(shown, { name })]),
  );
  const isNew = place.typedPath.length === 1;
  const isSame = saysSame(fields, row, isNew ? {} : was);
  if (remove && isNew) return { change: null };
  if (remove && !isSame)
    return { problem: "Either it is taken out, or it is changed: choose one.", field: "remove" };
  if (!remove && isSame) return { change: null };
  const change: RowChange = remove
    ? { is: "remove", was }
    : isNew
      ? { is: "add", row }
      : { is: "change", was, row };
  const applied = withTaken(kind, content, { path: place.path, label: place.label, change });
  if ("problem" in applied) return { problem: applied.problem, field: null };
  if (change.is === "remove") return { change };
  const at = isNew ? applied.rows - 1 : place.typedPath[1];
  const read = readTyped(kind, applied.content);
  const wrong = (read.ok ? read.warnings : read.problems).find(
    ({ path: [name, number], question, reading }) =>
      name === list.name && number === at && (question !== true || reading === true),
  );
  if (wrong === undefined) return { change };
  const field = fields.find(({ name }) => name === wrong.path[2]);
  return { problem: wrong.message, field: field?.name ?? null };
}
