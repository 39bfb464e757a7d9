import { Prisma } from "@/lib/db/generated/client";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

// What is seen at a version, in SQL. `i` is incident_revision, or figure_revision where published figures are asked
// for; `a` is actor_revision, `r` target_revision, `k` known_address, `t` attribution, `x` an incident_revision beside that.

/** Rows of a versioned table that are seen at a version. */
export function seenAtVersion(alias: "i" | "a" | "r" | "k" | "x", version: number): Prisma.Sql {
  const table = Prisma.raw(alias);
  return Prisma.sql`${table}.published_in <= ${version} AND (${table}.superseded_in IS NULL OR ${table}.superseded_in > ${version})`;
}

/**
 * Incidents that are active at a version, and so count in the record's totals, or published figures that are held against them: seen,
 * neither retracted nor merged into another.
 */
export function activeAt(version: number): Prisma.Sql {
  return Prisma.sql`${seenAtVersion("i", version)} AND i.retraction IS NULL AND i.merged_into_id IS NULL`;
}

/**
 * The last day up to which editors had looked at a version; infinity where they had not said. No later day counts,
 * because what is missing there is not known.
 */
export function coveredThroughAt(version: number): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT c.covered_through FROM coverage_revision c
    WHERE c.published_in <= ${version} AND (c.superseded_in IS NULL OR c.superseded_in > ${version})), 'infinity'::date)`;
}

/** Addresses (alias `d`) that many use, so that no link between incidents rests on one. */
export function isOfService(version: number): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM known_address k
    WHERE k.match_key = d.match_key AND k.retraction IS NULL AND ${seenAtVersion("k", version)})`;
}

/** Attributions (alias `t`) with at least the confidence that the rule asks for. */
export function hasAtLeastConfidence(confidence: Confidence): Prisma.Sql {
  return Prisma.sql`t.confidence >= ${confidence}::confidence`;
}

/** Actors (alias `a`) that are active at a version: seen, and not merged into another. */
export function activeActorAt(version: number): Prisma.Sql {
  return Prisma.sql`${seenAtVersion("a", version)} AND a.merged_into_id IS NULL`;
}

/**
 * For each actor that is active at a version (`whole_id`), itself and everything that is part of it (`part_id`):
 * an incident attributed to a part is the whole's too.
 */
export function actorParts(version: number): Prisma.Sql {
  return Prisma.sql`
    actor_parts (whole_id, part_id) AS (
      SELECT a.actor_id, a.actor_id FROM actor_revision a WHERE ${activeActorAt(version)}
      UNION
      SELECT p.whole_id, a.actor_id FROM actor_revision a
      JOIN actor_parts p ON p.part_id = a.parent_id
      WHERE ${activeActorAt(version)}
    )`;
}
