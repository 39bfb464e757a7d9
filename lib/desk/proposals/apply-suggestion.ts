import type { FormField } from "@/lib/desk/forms/form";
import type { Typed } from "@/lib/desk/forms/typed";
import {
  changeText,
  placeFinder,
  quoted,
  setAt,
  withValue,
} from "@/lib/desk/proposals/field-place";
import {
  cell,
  listOf,
  type RowChange,
  rowChangeOf,
  rowChangeText,
  rowsIn,
  saysSame,
} from "@/lib/desk/proposals/row-change";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** What is suggested for a single field: where, how that was called then, what it said, and what it should say. */
export interface SuggestedText {
  path: string;
  label: string;
  said: string;
  suggested: string;
}

/** What a comment suggests; null where it suggests nothing. @param comment as it is stored */
export function suggestionIn(comment: {
  path: string;
  label: string;
  said: string;
  suggested: string | null;
  rowChange: unknown;
}): SuggestedText | SuggestedRow | null {
  const { path, label, said, suggested } = comment;
  if (suggested !== null) return { path, label, said, suggested };
  const change = rowChangeOf(comment.rowChange);
  return change === null ? null : { path, label, change };
}

/**
 * A draft with a suggestion taken in, or why it cannot be.
 * @returns `became` for the activity; `replaced` is what the comment keeps of what was there, so that it can be undone
 */
export function taken(
  kind: RecordKind,
  content: Typed,
  suggestion: SuggestedText | SuggestedRow,
):
  | { content: Typed; became: string; replaced: { said: string } | { rowChange: RowChange } }
  | { problem: string } {
  const { path, label } = suggestion;
  if ("change" in suggestion) {
    const row = withTaken(kind, content, suggestion);
    if ("problem" in row) return row;
    const became = `${label}: ${rowChangeText(kind, path, row.change)}`;
    return { content: row.content, became, replaced: { rowChange: row.change } };
  }
  const place = placeFinder(kind, content)(path);
  if (place === null) return gone(label);
  const changed = withValue(kind, content, place, suggestion.suggested);
  if ("problem" in changed) return changed;
  const became = changeText(place.label, place.said, suggestion.suggested);
  return { content: changed.content, became, replaced: { said: place.said } };
}

/** A draft without a suggestion that was taken into it, or why that cannot be undone: it has been changed since. */
export function undone(
  kind: RecordKind,
  content: Typed,
  suggestion: SuggestedText | SuggestedRow,
): { content: Typed } | { problem: string } {
  if ("change" in suggestion) return withUndone(kind, content, suggestion);
  const { path, label, said, suggested } = suggestion;
  const place = placeFinder(kind, content)(path);
  if (place?.said.trim() !== suggested.trim())
    return { problem: `${label} has been changed since it was taken: change it yourself.` };
  return { content: setAt(content, place.typedPath, said) };
}

/** What is suggested for a row: where, how that was called then, and what. */
export interface SuggestedRow {
  /** Of the list for a new row, else of the row: see `FieldPlace`. */
  path: string;
  label: string;
  change: RowChange;
}

/**
 * A draft with a suggested row taken in. A change touches the fields that it is about, and leaves the others as they are
 * now; where one of these says something else by now, nothing is taken and the author is told.
 * @returns `change` as it was taken, from which it can be undone; `rows` is how many the list has then
 */
export function withTaken(
  kind: RecordKind,
  content: Typed,
  { path, label, change }: SuggestedRow,
): { content: Typed; change: RowChange; rows: number } | { problem: string } {
  const found = listOf(kind, path);
  if (found === null) return gone(label);
  const { list, fields } = found;
  const rows = rowsIn(content, list.name);
  const took = (next: typeof rows, as: RowChange = change) => ({
    content: { ...content, [list.name]: next },
    change: as,
    rows: next.length,
  });
  if (change.is === "add") {
    if (rows.some((row) => saysSame(fields, row, change.row)))
      return { problem: `${list.label} has that very row already.` };
    return took([...rows, change.row]);
  }
  const at = placeFinder(kind, content)(path)?.typedPath[1];
  const now = typeof at === "number" ? rows[at] : undefined;
  if (typeof at !== "number" || now === undefined) return gone(label);
  if (change.is === "remove") {
    const other = fields.find((field) => cell(now, field) !== cell(change.was, field));
    if (other !== undefined)
      return movedOn(label, other, cell(now, other), cell(change.was, other));
    return took(rows.toSpliced(at, 1), { ...change, at });
  }
  const changed = fields.filter((field) => cell(change.row, field) !== cell(change.was, field));
  const other = changed.find(
    (field) =>
      cell(now, field) !== cell(change.was, field) && cell(now, field) !== cell(change.row, field),
  );
  if (other !== undefined) return movedOn(label, other, cell(now, other), cell(change.was, other));
  const row = { ...now, ...only(changed, change.row) };
  return took(rows.with(at, row), { is: "change", was: now, row });
}

/** A draft without a suggested row that was taken in; where that row says something else by now, nothing is undone. */
export function withUndone(
  kind: RecordKind,
  content: Typed,
  { path, label, change }: SuggestedRow,
): { content: Typed } | { problem: string } {
  const found = listOf(kind, path);
  if (found === null) return gone(label);
  const { list, fields } = found;
  const rows = rowsIn(content, list.name);
  const undone = (next: typeof rows) => ({ content: { ...content, [list.name]: next } });
  if (change.is === "remove") {
    if (rows.some((row) => saysSame(fields, row, change.was)))
      return { problem: `${label} is back in the draft already.` };
    return undone(rows.toSpliced(change.at ?? rows.length, 0, change.was));
  }
  // Called by what it says, a row that was changed may have another name by now.
  const at = rows.findLastIndex((row) => saysSame(fields, row, change.row));
  if (at === -1)
    return {
      problem: `${change.is === "add" ? "The row" : label} has been changed since it was taken: change it yourself.`,
    };
  return undone(change.is === "add" ? rows.toSpliced(at, 1) : rows.with(at, change.was));
}

function gone(label: string): { problem: string } {
  return { problem: `${label} is not in the draft any more: decline it, or say why.` };
}

function movedOn(label: string, field: FormField, now: string, was: string): { problem: string } {
  return {
    problem: `${label} has been changed since this was suggested: its ${field.label.toLowerCase()} says ${quoted(now)} now, not ${quoted(was)}. Change it yourself, or decline it.`,
  };
}

function only(fields: readonly FormField[], row: Readonly<Record<string, string>>) {
  return Object.fromEntries(fields.map((field) => [field.name, cell(row, field)]));
}
