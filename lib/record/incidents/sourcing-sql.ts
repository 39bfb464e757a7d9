import { Prisma } from "@/lib/db/generated/client";
import { SNAPSHOT_PATTERN, type Sourcing } from "@/lib/values/sources/sourcing";

// `sourcingsOf` once more, over the rows of an incident's revision (`i`).

const copyWhere = (isSnapshot: Prisma.Sql) =>
  Prisma.sql`CASE WHEN s.kind IS NULL THEN ${isSnapshot} ELSE s.kind = 'aggregator' END`;
const IS_COPY = copyWhere(Prisma.sql`s.url ~* ${SNAPSHOT_PATTERN}`);

/**
 * Whether a source (`s`) is a snapshot, where very many are asked about: the index `incident_source_snapshot` knows all that
 * are. The pattern is written as its migration has it, not as a parameter, or the planner would not know it again. EXISTS, not
 * IN: where there are too many of them for a hash in memory, each is looked for in the index.
 */
export const isAmongSnapshots = Prisma.sql`EXISTS (
  SELECT FROM incident_source snapshot
  WHERE snapshot.url ~* ${Prisma.raw(`'${SNAPSHOT_PATTERN}'`)} AND snapshot.id = s.id)`;

/** The same of all sources (`s`) of an incident together, as columns of a group, where very many incidents are asked about. */
export const sourcingsOfGroup = Prisma.sql`min(s.url) = max(s.url) AS one, bool_and(${copyWhere(isAmongSnapshots)}) AS copies`;

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
