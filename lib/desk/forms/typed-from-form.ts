import { type FormField, fieldsOf } from "@/lib/desk/forms/form";
import { FORMS } from "@/lib/desk/forms/forms";
import { PASTE } from "@/lib/desk/forms/read-form";
import type { Typed } from "@/lib/desk/forms/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** What a form's controls hold by name, in the order in which they stand. */
type FormEntries = Iterable<readonly [name: string, value: unknown]>;

/**
 * What was typed, from the controls of a drawn form. A control's name is its path: `lossUsd`,
 * `addresses.12.address`, where 12 is the row's own key: rows keep the order in which they stand, and
 * have no gaps here. Names that the form does not have are left alone.
 */
export function typedFromForm(kind: RecordKind, entries: FormEntries): Typed {
  const fields = new Map(fieldsOf(FORMS[kind]).map((field) => [field.name, field]));
  const typed: Typed = {};
  for (const [name, field] of fields) typed[name] = isList(field) ? [] : "";
  const rows = new Map<string, Typed>();
  const pasted: Typed = {};
  for (const [path, value] of entries) {
    if (typeof value !== "string") continue;
    const [name = "", key, inner, ...more] = path.split(".");
    if (more.length > 0) continue;
    if (name === PASTE && key !== undefined && fields.has(key) && inner === undefined) {
      if (value.trim() !== "") pasted[key] = value;
      continue;
    }
    const field = fields.get(name);
    if (field === undefined) continue;
    const list = typed[name];
    if (!Array.isArray(list)) {
      if (key === undefined) typed[name] = value;
    } else if (field.control.is === "texts") {
      if (key !== undefined && inner === undefined && value.trim() !== "") list.push(value);
    } else if (field.control.is === "rows" && key !== undefined && inner !== undefined) {
      const column = field.control.fields.find((each) => each.name === inner);
      if (column === undefined) continue;
      let row = rows.get(`${name}.${key}`);
      if (row === undefined) {
        row = blankRow(field);
        rows.set(`${name}.${key}`, row);
        list.push(row);
      }
      row[inner] = value;
    }
  }
  if (Object.keys(pasted).length > 0) typed[PASTE] = pasted;
  return typed;
}

/** A row in which nothing is typed yet. */
export function blankRow({ control }: FormField): Typed {
  return control.is === "rows"
    ? Object.fromEntries(control.fields.map(({ name }) => [name, ""]))
    : {};
}

function isList({ control }: FormField): boolean {
  return control.is === "rows" || control.is === "texts";
}

/** The id of the control at a path; links of an error summary lead to it. */
export function controlId(path: readonly (string | number)[]): string {
  return `f-${path.join("-")}`;
}
