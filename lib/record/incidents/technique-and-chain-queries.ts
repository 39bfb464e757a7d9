import type { Queryable } from "@/lib/db/client";
import { definesAt, WRITTEN_LAST } from "@/lib/record/incidents/definition-sql";
import { activeAt } from "@/lib/record/versions/version-sql";
import { type Term, withOpenTechniques } from "@/lib/values/taxonomy/taxonomy";

/** The chains on which a version holds an incident, by name. */
export async function chainsAt(db: Queryable, version: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ chain: string }[]>`
    SELECT DISTINCT unnest(i.chains) AS chain FROM incident_revision i WHERE ${activeAt(version)}`;
  return rows.map((row) => row.chain).sort();
}

/** The taxonomy's techniques, and what else a version holds an incident of. */
export async function techniquesAt(db: Queryable, version: number): Promise<Term[]> {
  const rows = await db.$queryRaw<{ technique: string }[]>`
    SELECT DISTINCT i.technique FROM incident_revision i WHERE ${activeAt(version)}`;
  return withOpenTechniques(
    rows.map((row) => row.technique),
    await definitionsAt(db, version),
  );
}

/**
 * What editors wrote of techniques that the taxonomy does not have, by technique, as a version has it: of several active
 * incidents that say it, the text that was written last.
 * @param version null for the newest
 */
export async function definitionsAt(
  db: Queryable,
  version: number | null,
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ technique: string; definition: string }[]>`
    SELECT DISTINCT ON (x.technique) x.technique, x.technique_definition AS definition
    FROM incident_revision x WHERE ${definesAt(version)} ORDER BY x.technique, ${WRITTEN_LAST}`;
  return new Map(rows.map(({ technique, definition }) => [technique, definition]));
}
