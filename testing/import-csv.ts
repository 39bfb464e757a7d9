import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { COLUMNS, partsOf } from "@/lib/desk/imports/csv-columns";
import { writeTyped } from "@/lib/desk/proposals/typed";
import type { Incident } from "@/lib/record/incidents/incident";
import { csvRow } from "@/lib/site/exports/csv";
import { writeListCell } from "@/lib/values/lists/list-cell";

/** Incidents as an import's CSV, every column given. */
export function csvOfIncidents(incidents: readonly Incident[]): string {
  const rows = incidents.map((incident) => {
    const typed = writeTyped({
      kind: "incident",
      record: { ...incident, retraction: null, mergedInto: null },
    });
    return csvRow(COLUMNS.map((column) => cellOf(column, typed[column.name] ?? "")));
  });
  return csvRow(COLUMNS.map(({ name }) => name)) + rows.join("");
}

function cellOf({ field }: (typeof COLUMNS)[number], value: TypedValue): string {
  if (!Array.isArray(value)) return typeof value === "string" ? value : "";
  const parts = partsOf(field);
  return writeListCell(
    value.map((row) =>
      typeof row === "string"
        ? [row]
        : parts.map(({ name }) => {
            const text = (row as Typed)[name];
            return typeof text === "string" ? text : "";
          }),
    ),
  );
}
