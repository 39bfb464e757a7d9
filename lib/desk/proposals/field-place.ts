import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import { readForm } from "@/lib/desk/forms/read-form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { keepable } from "@/lib/desk/proposals/draft-content";
import { readTyped } from "@/lib/desk/proposals/typed";
import { type Items, RECORD_FIELDS } from "@/lib/record/history/record-fields";
import { itemsOf, nameItems } from "@/lib/record/history/same-items";
import type { Value } from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** A field, list, row or field of a row of what somebody typed, which can be spoken about. */
export interface FieldPlace {
  /** As differences name it: `lossUsd`, `sources/https://…`, `sources/https://…/title`. */
  path: string;
  /** Where it stands in what is typed: `["sources", 2, "title"]`. */
  typedPath: (string | number)[];
  label: string;
  /** What it says, as typed; empty of lists and rows. */
  said: string;
  /** What it takes; null for lists and rows, for which no other value can be written in one line. */
  field: FormField | null;
}

/** So many rows of one list are offered to be spoken about; any other is found by its path. */
const ROWS_OFFERED = 40;

/** Every field and list, and the first rows of each list, in the order of the form. */
export function placesIn(kind: RecordKind, content: Typed): FieldPlace[] {
  return fieldsOf(FORMS[kind]).flatMap((field) => {
    const own = placeOf(kind, field, content);
    const names = new Map<number, string>();
    for (const [name, row] of rowsByName(kind, field, content))
      if (name.trim() !== "" && !names.has(row)) names.set(row, name);
    const rows = [...names].slice(0, ROWS_OFFERED);
    return [own, ...rows.map(([row, name]) => rowPlace(kind, field, content, name, row))];
  });
}

/** Finds the place that a path names; null where the form has none such, or the row is gone. */
export function placeFinder(kind: RecordKind, content: Typed): (path: string) => FieldPlace | null {
  const known = new Map<string, Map<string, number>>();
  return (path) => {
    const [list = ""] = path.split("/", 1);
    const field = fieldsOf(FORMS[kind]).find(({ name }) => name === list);
    if (field === undefined) return null;
    if (path === list) return placeOf(kind, field, content);
    const rows = known.get(list) ?? rowsByName(kind, field, content);
    known.set(list, rows);
    const rest = path.slice(list.length + 1);
    const whole = rows.get(rest);
    if (whole !== undefined) return rowPlace(kind, field, content, rest, whole);
    // A URL has slashes itself: a field of a row is what is behind the last one.
    const cut = rest.lastIndexOf("/");
    const row = rows.get(rest.slice(0, Math.max(cut, 0)));
    return row === undefined
      ? null
      : cellPlace(kind, field, content, { path, row, inner: rest.slice(cut + 1) });
  };
}

/** The same content with another value at a place; what is wrong with it there, where it cannot be taken. */
export function withValue(
  kind: RecordKind,
  content: Typed,
  place: FieldPlace,
  value: string,
): { content: Typed } | { problem: string } {
  const { field, typedPath } = place;
  if (field === null)
    return { problem: `${place.label} is not a single field: say in words what should change.` };
  const text = keepable(value).trim();
  if (text.length > LONGEST_VALUE)
    return { problem: "What it should say must have at most 20,000 characters." };
  const changed = setAt(content, typedPath, text);
  const read = readTyped(kind, changed);
  const at = typedPath.join(".");
  const wrong = (read.ok ? read.warnings : read.problems).find(
    ({ path, question, reading }) =>
      path.join(".") === at && (question !== true || reading === true),
  );
  return wrong === undefined ? { content: changed } : { problem: wrong.message };
}

/** Of another value that somebody writes for a field. */
export const LONGEST_VALUE = 20_000;

/** What is told of a field that got another value. */
export function changeText(label: string, was: string, is: string): string {
  return `${label}: ${quoted(was)} → ${quoted(is)}`;
}

/** What a field says, in a sentence: `“2023-09-12”`, or nothing. */
export function quoted(text: string): string {
  return text === "" ? "nothing" : `“${text}”`;
}

/** The same content with a text at a place, unread: what it said there before. */
export function setAt(content: Typed, path: readonly (string | number)[], text: string): Typed {
  const [name, row, inner] = path;
  if (row === undefined) return { ...content, [String(name)]: text };
  const list = content[String(name)];
  return {
    ...content,
    [String(name)]: (Array.isArray(list) ? list : []).map((item, index) =>
      index === row && isRow(item) ? { ...item, [String(inner)]: text } : item,
    ),
  };
}

function placeOf(kind: RecordKind, field: FormField, content: Typed): FieldPlace {
  const { name, control } = field;
  const single = control.is !== "rows" && control.is !== "texts";
  const said = content[name];
  return {
    path: name,
    typedPath: [name],
    label: RECORD_FIELDS[kind].find((each) => each.name === name)?.label ?? field.label,
    said: single && typeof said === "string" ? said : "",
    field: single ? field : null,
  };
}

function rowPlace(
  kind: RecordKind,
  field: FormField,
  content: Typed,
  name: string,
  row: number,
): FieldPlace {
  return {
    path: `${field.name}/${name}`,
    typedPath: [field.name, row],
    label: titleAt(kind, field, content, row),
    said: "",
    field: null,
  };
}

function cellPlace(
  kind: RecordKind,
  list: FormField,
  content: Typed,
  { path, row, inner }: { path: string; row: number; inner: string },
): FieldPlace | null {
  const field =
    list.control.is === "rows" ? list.control.fields.find(({ name }) => name === inner) : undefined;
  if (field === undefined) return null;
  const said = rowAt(content, list.name, row)?.[inner];
  return {
    path,
    typedPath: [list.name, row, inner],
    label: `${titleAt(kind, list, content, row)}: ${field.label.toLowerCase()}`,
    said: typeof said === "string" ? said : "",
    field,
  };
}

/** How a row is called: `Attribution to Lazarus Group by Elliptic`. */
function titleAt(kind: RecordKind, field: FormField, content: Typed, row: number): string {
  const typed = rowAt(content, field.name, row);
  const items = itemsIn(kind, field.name);
  return typed === null || items === null
    ? `${field.label}, row ${row + 1}`
    : items.titleOf(typed, {}).slice(0, 300);
}

/**
 * The rows of a list by the names under which differences know them. These are made of the record where it can be read,
 * else of what is typed, and what is typed may read otherwise: `Ethereum` is `ethereum`.
 */
function rowsByName(kind: RecordKind, field: FormField, content: Typed): Map<string, number> {
  const items = itemsIn(kind, field.name);
  const found = new Map<string, number>();
  if (field.control.is !== "rows" || items === null) return found;
  const read = readForm({ sections: [{ id: "", title: "", fields: [field] }] }, kind, {
    [field.name]: content[field.name] ?? [],
  });
  const recorded = itemsOf(read.record[field.name] as Value);
  const [byRecord = new Map()] = nameItems(items, [recorded]);
  [...byRecord.keys()].forEach((name, item) => {
    found.set(name, read.rowAt(field.name, item));
  });
  const [byTyped = new Map()] = nameItems(items, [itemsOf(content[field.name])]);
  [...byTyped.keys()].forEach((name, row) => {
    if (!found.has(name)) found.set(name, row);
  });
  return found;
}

function itemsIn(kind: RecordKind, list: string): Items | null {
  return RECORD_FIELDS[kind].find(({ name }) => name === list)?.items ?? null;
}

function rowAt(content: Typed, list: string, row: number): Typed | null {
  const rows = content[list];
  const found = Array.isArray(rows) ? rows[row] : undefined;
  return found !== undefined && isRow(found) ? found : null;
}

function isRow(value: TypedValue): value is Typed {
  return typeof value === "object" && !Array.isArray(value);
}
