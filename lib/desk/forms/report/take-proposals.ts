import { fieldsOf } from "@/lib/desk/forms/form";
import { INCIDENT_FORM } from "@/lib/desk/forms/incident-form";
import type { ReportProposal } from "@/lib/desk/forms/report/report";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";

/** How the form takes what fills a field: as its text, as one of several texts, or as a row. */
export type FieldShape = "text" | "texts" | "rows";

const SHAPES: ReadonlyMap<string, FieldShape> = new Map(
  fieldsOf(INCIDENT_FORM).map(({ name, control }) => [
    name,
    control.is === "rows" || control.is === "texts" ? control.is : "text",
  ]),
);

/** How an incident's form takes a field. */
export function shapeOf(field: string): FieldShape {
  return SHAPES.get(field) ?? "text";
}

/**
 * Those of several proposals that are taken when all are: of a field that holds one text the likeliest, of lists every one.
 * What a field holds already stays.
 * @param held what a field that holds one text holds at the moment
 */
export function allToTake(
  proposals: readonly ReportProposal[],
  held: (field: string) => string,
): ReportProposal[] {
  const filled = new Set<string>();
  return proposals.filter(({ field }) => {
    if (shapeOf(field) !== "text") return true;
    if (filled.has(field) || held(field).trim() !== "") return false;
    filled.add(field);
    return true;
  });
}

/** A draft with what was taken in it: texts of fields are replaced, rows and texts of lists come behind those that are there. */
export function withProposals(typed: Typed, taken: readonly ReportProposal[]): Typed {
  const after: Record<string, TypedValue> = { ...typed };
  for (const { field, value } of taken) {
    if (shapeOf(field) === "text") {
      if (typeof value === "string") after[field] = value;
      continue;
    }
    const list = after[field];
    const before = Array.isArray(list) ? list.filter(isFilled) : [];
    // A text or row that stands there already is not taken twice.
    const key = keyOf(value);
    after[field] = (
      before.some((each) => keyOf(each) === key) ? before : [...before, value]
    ) as TypedValue;
  }
  return after;
}

/** What tells two entries of a list apart: a row's own main field, or its whole text. */
export function keyOf(entry: TypedValue): string {
  if (typeof entry === "string") return entry.trim().toLowerCase();
  if (Array.isArray(entry)) return "";
  const main = entry.address ?? entry.hash ?? entry.url;
  const parts =
    main === undefined
      ? [entry.symbol, entry.quantity, entry.actor, entry.by, entry.amountUsd].map(
          (part) => part ?? "",
        )
      : [entry.chain ?? "", main];
  return parts.map((part) => String(part).trim().toLowerCase()).join(" ");
}

function isFilled(entry: TypedValue): boolean {
  return typeof entry === "string"
    ? entry.trim() !== ""
    : Object.values(entry).some((text) => text !== "");
}
