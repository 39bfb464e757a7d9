import type { Queryable } from "@/lib/db/client";
import type { Revises } from "@/lib/desk/imports/file-duplicates-queries";
import type { FileRecord } from "@/lib/desk/imports/import-file";
import type { Incident } from "@/lib/record/incidents/incident";
import { incidentsBySlug } from "@/lib/record/incidents/incident-queries";

/** The incidents of the record that a file names by their slugs, and which of its records does. */
export async function revisedIncidents(
  db: Queryable,
  records: readonly FileRecord[],
): Promise<{ count: number; of: Revises }> {
  const slugOf = ({ list, accepted, slugMade }: FileRecord) =>
    list === "incidents" && accepted !== null && !slugMade ? (accepted as Incident).slug : null;
  const held = await incidentsBySlug(
    db,
    records.flatMap((record) => slugOf(record) ?? []),
  );
  const revises: Revises = (record) =>
    record.prepared?.kind === "incident"
      ? record.prepared.recordId
      : (held.get(slugOf(record) ?? "")?.incidentId ?? null);
  return { count: records.filter((record) => revises(record) !== null).length, of: revises };
}
