import type { Queryable } from "@/lib/db/client";
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
  return withOpenTechniques(rows.map((row) => row.technique));
}
