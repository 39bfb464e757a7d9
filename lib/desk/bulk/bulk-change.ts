import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import { withoutFormerDefinition } from "@/lib/desk/forms/technique-definition";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { blankRow } from "@/lib/desk/forms/typed-from-form";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { linkKey } from "@/lib/values/links/link-key";

// One change of many published records at once, such as the same attribution added to five thefts.

/** What can be done to a field of several records: `set` writes it; the others are about rows of a list. */
export const BULK_VERBS = ["set", "add", "replace", "remove"] as const;
export type BulkVerb = (typeof BULK_VERBS)[number];

/** What can be changed of several records alike. */
export interface BulkOption {
  /** As it stands in a URL: `set.technique`, `add.sources`, `replace.attributions.actor`. */
  name: string;
  verb: BulkVerb;
  field: FormField;
  /** Of a list's rows, the field by which rows are chosen; null where none is. */
  column: FormField | null;
  label: string;
}

/** Of each kind, the fields and lists of which several records may say the same; `list.column` where rows are chosen by it. */
const ALIKE: Record<RecordKind, Record<BulkVerb, readonly string[]>> = {
  incident: {
    add: ["attributions", "sources", "chains"],
    replace: ["attributions.actor", "attributions.by", "sources.publisher"],
    remove: ["attributions.actor", "sources.url"],
    set: ["category", "technique", "targetKind", "target", "targetSlug", "retraction"],
  },
  target: { add: [], replace: [], remove: [], set: ["kind", "successor", "website"] },
  actor: {
    add: ["sources"],
    replace: ["sources.publisher"],
    remove: ["sources.url"],
    set: ["parent", "kind", "country"],
  },
  figure: {
    add: [],
    replace: [],
    remove: [],
    set: ["publisher", "category", "actor", "qualifier", "source", "note", "retraction"],
  },
  service: { add: [], replace: [], remove: [], set: ["kind", "label", "source", "retraction"] },
  coverage: { add: [], replace: [], remove: [], set: [] },
};

/** What can be done to several records of a kind at once, in the order in which it is offered. */
export function bulkOptions(kind: RecordKind): BulkOption[] {
  const fields = new Map(fieldsOf(FORMS[kind]).map((field) => [field.name, field]));
  return (["add", "replace", "remove", "set"] as const).flatMap((verb) =>
    ALIKE[kind][verb].flatMap((path) => {
      const [name = "", inner] = path.split(".");
      const field = fields.get(name);
      if (field === undefined) return [];
      const column = columnsOf(field).find((each) => each.name === inner) ?? null;
      return [
        { name: `${verb}.${path}`, verb, field, column, label: labelOf(verb, field, column) },
      ];
    }),
  );
}

function labelOf(verb: BulkVerb, field: FormField, column: FormField | null): string {
  const one = field.one ?? field.label.toLowerCase();
  const by = column?.label ?? "";
  switch (verb) {
    case "set":
      return `Set: ${field.label}`;
    case "add":
      return `Add ${/^[aeiou]/.test(one) ? "an" : "a"} ${one}`;
    case "replace":
      return `Change in each ${one}: ${by}`;
    case "remove":
      return `Remove each ${one} by its: ${by}`;
  }
}

/** The fields of a list's rows; none of a field that is no list of rows. */
export function columnsOf({ control }: FormField): readonly FormField[] {
  return control.is === "rows" ? control.fields : [];
}

/** The fields that a change asks for, named as they are typed. */
export function askedFields({ verb, field, column }: BulkOption): FormField[] {
  if (verb === "remove") return [];
  if (verb === "replace") return column === null ? [] : [column];
  if (verb === "set") return [field];
  if (field.control.is === "texts")
    return [
      {
        name: field.name,
        label: sentence(field.one ?? field.label),
        control: field.control.of === null ? { is: "text" } : { is: "pick", of: field.control.of },
      },
    ];
  return [...columnsOf(field)];
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What of several records is changed, and to what. */
export interface BulkChange {
  option: BulkOption;
  /** Of rows that are replaced or removed, what their column says now, as typed. */
  from: string;
  /** What was typed, by the names of `askedFields`. */
  given: Readonly<Record<string, string>>;
}

/**
 * A record as it would be typed, with the change made.
 * @returns null where the change changes nothing: it says so already, or has no such row
 */
export function changed(typed: Typed, { option, from, given }: BulkChange): Typed | null {
  const { verb, field, column } = option;
  const value = (name: string) => (given[name] ?? "").trim();
  if (verb === "set") {
    const now = typed[field.name] ?? "";
    if (now === value(field.name)) return null;
    return withoutFormerDefinition(typed, { ...typed, [field.name]: value(field.name) });
  }
  const rows = rowsOf(typed, field.name);
  const name = column?.name ?? "";
  const chosen = (row: TypedValue) => isRow(row) && row[name] === from;
  let next: TypedValue[];
  if (verb === "add") {
    const row: TypedValue =
      field.control.is === "texts"
        ? value(field.name)
        : {
            ...blankRow(field),
            ...Object.fromEntries(columnsOf(field).map((each) => [each.name, value(each.name)])),
          };
    if (rows.some((each) => isSameRow(each, row))) return null;
    next = [...rows, row];
  } else if (!rows.some(chosen)) return null;
  else if (verb === "remove") next = rows.filter((row) => !chosen(row));
  else {
    if (value(name) === from) return null;
    const made = rows.map((row) =>
      chosen(row) && isRow(row) ? { ...row, [name]: value(name) } : row,
    );
    // Two statements that differed only by what was replaced are one now.
    next = made.filter((row, place) => made.findIndex((each) => isSameRow(each, row)) === place);
  }
  return { ...typed, [field.name]: next };
}

/** What the rows of a list say in a column, each once, in the order of the alphabet. */
export function valuesOf(typed: readonly Typed[], { field, column }: BulkOption): string[] {
  if (column === null) return [];
  const { name } = column;
  const all = typed.flatMap((each) =>
    rowsOf(each, field.name).flatMap((row) => {
      const value = isRow(row) ? row[name] : undefined;
      return typeof value === "string" && value !== "" ? [value] : [];
    }),
  );
  return [...new Set(all)].sort((one, other) => one.localeCompare(other));
}

/** What a record says now of what a change is about, in short; empty where it says nothing. */
export function saysNow(typed: Typed, { field, column }: BulkOption): string {
  const value = typed[field.name];
  if (typeof value === "string") return value;
  const shown = column?.name ?? columnsOf(field)[0]?.name ?? "";
  const rows = rowsOf(typed, field.name).map((row) => (isRow(row) ? row[shown] : row));
  const texts = rows.filter((text): text is string => typeof text === "string" && text !== "");
  return [...new Set(texts)].join(", ");
}

function rowsOf(typed: Typed, list: string): readonly TypedValue[] {
  const value = typed[list];
  return Array.isArray(value) ? value : [];
}

function isRow(value: TypedValue | undefined): value is Typed {
  return typeof value === "object" && !Array.isArray(value);
}

/** Whether two rows say the same: of sources the same page; of others all, where what is not typed counts as empty. */
function isSameRow(one: TypedValue, other: TypedValue): boolean {
  if (!isRow(one) || !isRow(other)) return one === other;
  if (typeof one.url === "string" && typeof other.url === "string")
    return linkKey(one.url) === linkKey(other.url);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => (one[name] ?? "") === (other[name] ?? ""),
  );
}
