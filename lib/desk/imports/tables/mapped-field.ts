import type { FormField } from "@/lib/desk/forms/form";
import { COLUMNS, type Column } from "@/lib/desk/imports/csv-columns";

/** How the cells of a column are read. */
export type CellKind =
  | "text"
  /** One of the record's values, asked once for each that it does not know. */
  | "pick"
  | "date"
  | "amount"
  | "chains"
  /** Links to sources, one or several. */
  | "link"
  /** As the template writes it. */
  | "template"
  /** Says together with another column what that one alone does not. */
  | "beside";

/** What a column of somebody else's table can be. */
export interface MappedField {
  key: string;
  label: string;
  kind: CellKind;
  /** The field of the template's column; null for what the template has no column of. */
  column: Column | null;
  /** Of `beside`: the field that it helps to say. */
  beside?: string;
}

/** Fields that are one of the record's values and may take two columns to say. */
export const PICKED = ["targetKind", "category", "technique"] as const;
export type PickedField = (typeof PICKED)[number];

function kindOf({ control, name }: FormField): CellKind {
  if (name === "chains") return "chains";
  switch (control.is) {
    case "date":
      return "date";
    case "amount":
      return "amount";
    case "pick":
      return name === "targetSlug" ? "text" : "pick";
    case "rows":
    case "texts":
      return "template";
    default:
      return "text";
  }
}

const OWN: readonly MappedField[] = [
  { key: "link", label: "Link to a source", kind: "link", column: null },
  { key: "linkPublisher", label: "Publisher of that source", kind: "text", column: null },
  { key: "linkTitle", label: "Title of that source", kind: "text", column: null },
  { key: "linkDay", label: "Day of that source", kind: "date", column: null },
  { key: "actor", label: "Attributed to", kind: "pick", column: null },
];

const TEMPLATE: readonly MappedField[] = COLUMNS.map((column) => ({
  key: column.name,
  label: column.label,
  kind: kindOf(column.field),
  column,
}));

const simple = ({ kind }: MappedField) => kind !== "template";

/** All that a column can be, as a list offers it. */
export const MAPPED_FIELDS: readonly MappedField[] = [
  ...TEMPLATE.filter(simple),
  ...OWN,
  ...PICKED.map(
    (field): MappedField => ({
      key: `beside:${field}`,
      label: `${labelOf(field)}, together with another column`,
      kind: "beside",
      column: null,
      beside: field,
    }),
  ),
  ...TEMPLATE.filter((field) => !simple(field)).map((field) => ({
    ...field,
    label: `${field.label}, as the template writes them`,
  })),
];

function labelOf(key: string): string {
  return TEMPLATE.find((field) => field.key === key)?.label ?? key;
}

const byKey = new Map(MAPPED_FIELDS.map((field) => [field.key, field]));

/** A field by its key; null for a column that is left aside, and for what is none. */
export function mappedField(key: string): MappedField | null {
  return byKey.get(key) ?? null;
}
