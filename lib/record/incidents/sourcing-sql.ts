import { Prisma } from "@/lib/db/generated/client";
import { SNAPSHOT_PATTERN, type Sourcing } from "@/lib/values/sources/sourcing";

// `sourcingsOf` once more, over the rows of an incident's revision (`i`).

const IS_COPY = Prisma.sql`CASE WHEN s.kind IS NULL THEN s.url ~* ${SNAPSHOT_PATTERN} ELSE s.kind = 'aggregator' END`;

/** The same of all sources (`s`) of an incident together, as columns of a group. */
export const sourcingsOfGroup = Prisma.sql`min(s.url) = max(s.url) AS one, bool_and(${IS_COPY}) AS copies`;

const CONDITIONS: Record<Sourcing, Prisma.Sql> = {
  one: Prisma.sql`(SELECT count(DISTINCT s.url) FROM incident_source s WHERE s.revision_id = i.id) = 1`,
  copies: Prisma.sql`(SELECT bool_and(${IS_COPY}) FROM incident_source s WHERE s.revision_id = i.id)`,
};

/** Whether an incident's sources are as little as that. */
export function isSourced(sourcing: Sourcing): Prisma.Sql {
  return CONDITIONS[sourcing];
}

/** How little an incident's sources are, as an array of text. */
export const sourcings = Prisma.sql`array_remove(ARRAY[
  CASE WHEN ${CONDITIONS.one} THEN 'one' END, CASE WHEN ${CONDITIONS.copies} THEN 'copies' END], NULL)`;
