import { withMark } from "@/lib/site/exports/byte-order-mark";
import { csvRow } from "@/lib/site/exports/csv";
import { incidentCells } from "@/lib/site/exports/incident-list/incident-cells";
import { INCIDENT_COLUMNS } from "@/lib/site/exports/incident-list/incident-columns";
import type { IncidentDocument } from "@/lib/site/exports/incident-list/incident-document";

/** A list of incidents as CSV, some lines at a time. @param isMarked whether it begins with a byte-order mark */
export async function* incidentCsv(
  { incidents, urlOf }: IncidentDocument,
  isMarked: boolean,
): AsyncGenerator<string> {
  yield withMark(csvRow(INCIDENT_COLUMNS.map(({ name }) => name)), isMarked);
  for await (const some of incidents())
    yield some.map((incident) => csvRow(incidentCells(incident, urlOf(incident.slug)))).join("");
}
