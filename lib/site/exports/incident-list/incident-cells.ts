import {
  INCIDENT_COLUMNS,
  type IncidentValue,
} from "@/lib/site/exports/incident-list/incident-columns";
import type { WholeIncident } from "@/lib/statistics/incident-list/whole-incident";
import { writeListCell } from "@/lib/values/lists/list-cell";

/** An incident as a row of cells, in the order of the columns. @param url of its page */
export function incidentCells(incident: WholeIncident, url: string): (string | number | null)[] {
  return INCIDENT_COLUMNS.map((column) => flat(column.of(incident, url)));
}

/** An incident as an object for programs, its lists as arrays. @param url of its page */
export function incidentObject(incident: WholeIncident, url: string): Record<string, unknown> {
  return Object.fromEntries(INCIDENT_COLUMNS.map(({ name, of }) => [name, of(incident, url)]));
}

function flat(value: IncidentValue): string | number | null {
  if (value === null || typeof value !== "object") return value;
  const items = value.map((item) =>
    typeof item === "string" ? [item] : Object.values(item).map(partText),
  );
  return items.length === 0 ? null : writeListCell(items);
}

/** As files of imports write it. */
function partText(part: string | number | boolean | null): string {
  if (typeof part === "boolean") return part ? "yes" : "";
  return part === null ? "" : String(part);
}
