import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { seenAt } from "@/lib/record/versions/version-queries";
import type {
  Change,
  ChangeKind,
  FollowedRecord,
  IncidentChange,
  RecordChange,
} from "@/lib/statistics/followed/change";
import { everUnderRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";

/** Changes in a feed. */
export const CHANGES_SHOWN = 50;

/**
 * What publications did to the incidents of a selection, the latest first: those that were added to it, corrected in it,
 * retracted, merged and restored, and those that a correction brought in or took out. Actors and targets are whom they
 * are at the version, in all that went before.
 */
export function changesUnder(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<IncidentChange[]> {
  return incidentChanges(db, version, everUnderRule(version, filters));
}

/**
 * What publications did to a record and to its incidents, the latest first.
 * @returns of an incident also what was done to those that were merged into it
 */
export async function changesOf(
  db: Queryable,
  version: number,
  followed: FollowedRecord,
): Promise<Change[]> {
  const [incidents, own] = [
    await incidentChanges(db, version, incidentsOf(version, followed)),
    await recordChanges(db, version, followed),
  ];
  return [...own, ...incidents]
    .toSorted((one, other) => other.version - one.version)
    .slice(0, CHANGES_SHOWN);
}

function incidentsOf(version: number, followed: FollowedRecord): Prisma.Sql {
  switch (followed.kind) {
    case "incident":
      return Prisma.sql`${everActive(version)} AND (i.incident_id = ${followed.recordId} OR i.incident_id IN (
        SELECT m.incident_id FROM incident_revision m
        WHERE m.merged_into_id = ${followed.recordId} AND m.published_in <= ${version}))`;
    case "actor":
      return everUnderRule(version, { actor: followed.slug });
    case "target":
      return everUnderRule(version, { target: followed.slug });
    case "address":
      return Prisma.sql`${everActive(version)} AND EXISTS (
        SELECT FROM address d WHERE d.revision_id = i.id AND d.match_key = ${followed.key})`;
  }
}

function everActive(version: number): Prisma.Sql {
  return Prisma.sql`i.published_in <= ${version} AND i.retraction IS NULL AND i.merged_into_id IS NULL`;
}

/** @param condition under which a revision (`i`) is in what is followed */
async function incidentChanges(
  db: Queryable,
  version: number,
  condition: Prisma.Sql,
): Promise<IncidentChange[]> {
  const rows = await db.$queryRaw<(Omit<IncidentChange, "kind" | "of"> & Transition)[]>`
    WITH fitting AS MATERIALIZED (
      SELECT i.incident_id, i.revision FROM incident_revision i WHERE ${condition}
    ),
    told AS (
      SELECT incident_id, revision FROM fitting UNION SELECT incident_id, revision + 1 FROM fitting
    )
    SELECT i.slug, i.incident_id AS "recordId", i.revision, i.name, i.target, ${occurredOnAsKnown} AS "occurredOn",
      i.category, i.summary, i.loss_usd::float8 AS "lossUsd", i.loss_usd_low::float8 AS "lossUsdLow",
      i.loss_usd_high::float8 AS "lossUsdHigh", i.retraction,
      (SELECT m.name FROM incident_revision m WHERE m.incident_id = i.merged_into_id AND m.published_in <= ${version}
        ORDER BY m.revision DESC LIMIT 1) AS "mergedInto",
      f.revision IS NOT NULL AS "isIn", w.revision IS NOT NULL AS "wasIn",
      coalesce(b.retraction IS NOT NULL OR b.merged_into_id IS NOT NULL, false) AS "wasWithdrawn",
      v.number AS version, v.published_at AS "publishedAt", v.note
    FROM told t
    JOIN incident_revision i ON i.incident_id = t.incident_id AND i.revision = t.revision
    JOIN dataset_version v ON v.number = i.published_in
    LEFT JOIN fitting f ON f.incident_id = i.incident_id AND f.revision = i.revision
    LEFT JOIN fitting w ON w.incident_id = i.incident_id AND w.revision = i.revision - 1
    LEFT JOIN incident_revision b ON b.incident_id = i.incident_id AND b.revision = i.revision - 1
    WHERE i.published_in <= ${version}
    ORDER BY i.published_in DESC, i.occurred_on DESC, i.id DESC LIMIT ${CHANGES_SHOWN}`;
  return rows.map(({ isIn, wasIn, wasWithdrawn, ...row }) => ({
    ...row,
    of: "incident",
    kind: kindOf({ ...row, isIn, wasIn, wasWithdrawn }),
  }));
}

/** How a revision and the one before it stand to what is followed. */
interface Transition {
  isIn: boolean;
  wasIn: boolean;
  /** Whether the one before it was retracted or merged. */
  wasWithdrawn: boolean;
}

function kindOf({
  revision,
  retraction,
  mergedInto,
  isIn,
  wasIn,
  wasWithdrawn,
}: Transition & Pick<Change, "revision" | "retraction" | "mergedInto">): ChangeKind {
  if (retraction !== null && !wasWithdrawn) return "retracted";
  if (mergedInto !== null && !wasWithdrawn) return "merged";
  if (revision === 1) return "added";
  if (wasWithdrawn && retraction === null && mergedInto === null) return "restored";
  if (isIn && !wasIn) return "entered";
  return wasIn && !isIn ? "left" : "corrected";
}

/** What publications did to the record itself, and to those that were merged into it; of an incident, nothing more. */
async function recordChanges(
  db: Queryable,
  version: number,
  followed: FollowedRecord,
): Promise<RecordChange[]> {
  const rows = await rowsOf(db, version, followed);
  return rows.map(({ wasWithdrawn, ...row }) => ({
    ...row,
    kind: kindOf({ ...row, wasWithdrawn, isIn: true, wasIn: true }),
  }));
}

type Row = Omit<RecordChange, "kind"> & Pick<Transition, "wasWithdrawn">;

async function rowsOf(db: Queryable, version: number, followed: FollowedRecord): Promise<Row[]> {
  if (followed.kind === "address")
    return db.$queryRaw<Row[]>`
      SELECT 'service' AS of, k.service_id AS "recordId", k.revision, NULL AS slug, k.label AS name, '' AS text,
        k.retraction, NULL AS "mergedInto", coalesce(b.retraction IS NOT NULL, false) AS "wasWithdrawn",
        v.number AS version, v.published_at AS "publishedAt", v.note
      FROM known_address k JOIN dataset_version v ON v.number = k.published_in
      LEFT JOIN known_address b ON b.service_id = k.service_id AND b.revision = k.revision - 1
      WHERE k.published_in <= ${version} AND k.match_key = ${followed.key}
      ORDER BY k.published_in DESC, k.id DESC LIMIT ${CHANGES_SHOWN}`;
  if (followed.kind === "incident") return [];
  if (followed.kind === "actor")
    return db.$queryRaw<Row[]>`
      SELECT 'actor' AS of, a.actor_id AS "recordId", a.revision, a.slug, a.name, a.description AS text,
        NULL AS retraction,
        (SELECT m.name FROM actor_revision m WHERE m.actor_id = a.merged_into_id AND m.published_in <= ${version}
          ORDER BY m.revision DESC LIMIT 1) AS "mergedInto",
        coalesce(b.merged_into_id IS NOT NULL, false) AS "wasWithdrawn",
        v.number AS version, v.published_at AS "publishedAt", v.note
      FROM actor_revision a JOIN dataset_version v ON v.number = a.published_in
      LEFT JOIN actor_revision b ON b.actor_id = a.actor_id AND b.revision = a.revision - 1
      WHERE a.published_in <= ${version} AND (a.actor_id = ${followed.recordId} OR a.actor_id IN (
        SELECT m.actor_id FROM actor_revision m
        WHERE m.merged_into_id = ${followed.recordId} AND m.published_in <= ${version}))
      ORDER BY a.published_in DESC, a.id DESC LIMIT ${CHANGES_SHOWN}`;
  return db.$queryRaw<Row[]>`
      SELECT 'target' AS of, r.target_id AS "recordId", r.revision, r.slug, r.name, '' AS text, NULL AS retraction,
        (SELECT m.name FROM target_revision m WHERE m.target_id = r.merged_into_id AND m.published_in <= ${version}
          ORDER BY m.revision DESC LIMIT 1) AS "mergedInto",
        coalesce(b.merged_into_id IS NOT NULL, false) AS "wasWithdrawn",
        v.number AS version, v.published_at AS "publishedAt", v.note
      FROM target_revision r JOIN dataset_version v ON v.number = r.published_in
      LEFT JOIN target_revision b ON b.target_id = r.target_id AND b.revision = r.revision - 1
      WHERE r.published_in <= ${version} AND (r.target_id = ${followed.recordId} OR r.target_id IN (
        SELECT m.target_id FROM target_revision m
        WHERE m.merged_into_id = ${followed.recordId} AND m.published_in <= ${version}))
      ORDER BY r.published_in DESC, r.id DESC LIMIT ${CHANGES_SHOWN}`;
}

/** A record that is followed, as a version calls it, a person with their legal status; null where it has none under the slug. */
export async function followedAt(
  db: Queryable,
  version: number,
  kind: Exclude<FollowedRecord["kind"], "address">,
  slug: string,
): Promise<{ recordId: number; name: string } | null> {
  if (kind === "actor") {
    const actor = await findActor(db, version, slug);
    return actor && { recordId: actor.actorId, name: nameWithStatus(actor) };
  }
  const where = { slug, ...seenAt(version) };
  if (kind === "target") {
    const target = await db.targetRevision.findFirst({ where });
    return target && { recordId: target.targetId, name: target.name };
  }
  const incident = await db.incidentRevision.findFirst({ where });
  return incident && { recordId: incident.incidentId, name: incident.name };
}
