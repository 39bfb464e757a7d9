import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { recordsWhere } from "@/lib/record/shapes/record-queries";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { type RecordNames, recordNames, Snapshot } from "@/lib/site/exchange/snapshot";

const NUMBERED = ["actor", "incident", "target"] as const;

/** Of what an export is: of everything where it is left out. */
type Selected = { kind: "incident" | "actor"; slug: string } | { incident: number };

/**
 * All that exports for other programs are made of, as a version holds it: the incidents that are selected with their targets,
 * and every actor and service.
 */
export async function snapshotAt(
  db: Queryable,
  version: number,
  selected?: Selected,
): Promise<Snapshot> {
  const seen = seenAtVersion("i", version);
  const all = selected === undefined ? Prisma.sql`true` : await incidentsOf(db, version, selected);
  const targets =
    selected === undefined
      ? Prisma.sql`true`
      : Prisma.sql`i.target_id IN (${withMerged(version, Prisma.sql`SELECT i.target_id FROM incident_revision i WHERE ${seen} AND ${all}`)})`;
  const [records, versions, first] = await Promise.all([
    Promise.all([
      recordsWhere(db, "actor", { where: seen }),
      recordsWhere(db, "incident", { where: Prisma.sql`${seen} AND ${all}` }),
      recordsWhere(db, "known_address", { where: seen }),
      recordsWhere(db, "target", { where: Prisma.sql`${seen} AND ${targets}` }),
    ]),
    db.datasetVersion.findMany({
      where: { number: { lte: version } },
      select: { number: true, publishedAt: true },
    }),
    db.$queryRaw<{ record: string; version: number }[]>`${Prisma.join(
      NUMBERED.map(
        (kind) =>
          Prisma.sql`SELECT ${`${kind} `}::text || r.${Prisma.raw(`${kind}_id`)} AS record, r.published_in AS version
            FROM ${Prisma.raw(`${kind}_revision`)} r WHERE r.revision = 1 AND r.published_in <= ${version}`,
      ),
      " UNION ALL ",
    )}`,
  ]);
  return new Snapshot(
    version,
    records.flat(),
    new Map(versions.map(({ number, publishedAt }) => [number, publishedAt])),
    new Map(first.map(({ record, version: own }) => [record, own])),
  );
}

/** Targets and whatever they turned out to be. */
function withMerged(version: number, targets: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`WITH RECURSIVE onwards (id) AS (
      ${targets}
      UNION SELECT r.merged_into_id FROM onwards o JOIN target_revision r ON r.target_id = o.id
        AND ${seenAtVersion("r", version)} WHERE r.merged_into_id IS NOT NULL
    ) SELECT id FROM onwards`;
}

/** Whether an incident (`i`) is among the selected ones: of an actor, those for which somebody names it or a part of it. */
async function incidentsOf(
  db: Queryable,
  version: number,
  selected: Selected,
): Promise<Prisma.Sql> {
  if ("incident" in selected) return Prisma.sql`i.incident_id = ${selected.incident}`;
  const { kind, slug } = selected;
  if (kind === "incident") return Prisma.sql`i.slug = ${slug}`;
  const parts = await db.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE parts (id) AS (
      SELECT a.actor_id FROM actor_revision a WHERE a.slug = ${slug} AND ${seenAtVersion("a", version)}
      UNION SELECT a.actor_id FROM actor_revision a JOIN parts p ON p.id IN (a.parent_id, a.merged_into_id)
        WHERE ${seenAtVersion("a", version)}
    ) SELECT id FROM parts`;
  return Prisma.sql`EXISTS (SELECT 1 FROM attribution t WHERE t.revision_id = i.id
    AND t.actor_id = ANY(${parts.map(({ id }) => id)}::int[]))`;
}

/** By what the things of the record are named in exports, in every version. */
export async function namesOfRecord(db: Queryable): Promise<RecordNames> {
  const first = await db.datasetVersion.findUniqueOrThrow({
    where: { number: 1 },
    select: { publishedAt: true },
  });
  return recordNames(first.publishedAt);
}

/** The lasting numbers of all incidents of a version. */
export async function incidentNumbers(db: Queryable, version: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT i.incident_id AS id FROM incident_revision i WHERE ${seenAtVersion("i", version)}`;
  return rows.map(({ id }) => id);
}
