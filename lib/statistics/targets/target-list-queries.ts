import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { holding, targetIdsNamed } from "@/lib/record/versions/target-sql";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { TargetRow } from "@/lib/statistics/targets/target-row";
import type { TargetFilters, TargetSort } from "@/lib/statistics/targets/targets-view";
import { totalColumns } from "@/lib/statistics/totals/total-queries";

/** Targets on one page of a list. */
export const TARGETS_PER_PAGE = 50;

/** A target (`r`) with what it was robbed of (`counted`): all that have an incident under the standing rule. */
function listed(version: number, { kind, q, isRepeated }: TargetFilters): Prisma.Sql {
  const conditions = [
    seenAtVersion("r", version),
    ...(kind === undefined ? [] : [Prisma.sql`r.kind = ${kind}`]),
    ...(isRepeated ? [Prisma.sql`counted.incidents > 1`] : []),
    ...(q === undefined
      ? []
      : q
          .split(" ")
          .map((word) => Prisma.sql`r.target_id IN (${targetIdsNamed(version, holding(word))})`)),
  ];
  return Prisma.sql`
    FROM target_revision r JOIN (
      SELECT coalesce(r.merged_into_id, r.target_id) AS id, ${totalColumns}
      FROM incident_revision i JOIN target_revision r ON r.target_id = i.target_id AND ${seenAtVersion("r", version)}
      WHERE ${underRule(version, {})} GROUP BY 1
    ) counted ON counted.id = r.target_id
    WHERE ${Prisma.join(conditions, " AND ")}`;
}

// The id makes every order total, so that no target is on two pages or on none. Names by code point, because the
// letters' order in a language differs from one database to the next.
const BY_NAME = Prisma.sql`lower(r.name) COLLATE "C", r.target_id`;
const BY_LOSS = Prisma.sql`counted."lossUsd" DESC, counted.incidents DESC, ${BY_NAME}`;

/** Targets with their incidents, in an order; those that were robbed most often first where it is null. */
export async function listTargets(
  db: Queryable,
  version: number,
  filters: TargetFilters,
  sort: TargetSort | null,
  { limit = TARGETS_PER_PAGE, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<TargetRow[]> {
  const order = {
    most: Prisma.sql`counted.incidents DESC, ${BY_LOSS}`,
    largest: BY_LOSS,
    name: BY_NAME,
  }[sort ?? "most"];
  return db.$queryRaw<TargetRow[]>`
    SELECT r.slug, r.name, r.kind, r.aliases, r.formerly,
      counted.incidents, counted."unknownSize", counted."lossUsd"
    ${listed(version, filters)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;
}

/** How many targets a list holds, and how many of them were robbed more than once. */
export async function countTargets(
  db: Queryable,
  version: number,
  filters: TargetFilters,
): Promise<{ targets: number; repeated: number }> {
  const [row] = await db.$queryRaw<[{ targets: number; repeated: number }]>`
    SELECT count(*)::int AS targets, (count(*) FILTER (WHERE counted.incidents > 1))::int AS repeated
    ${listed(version, filters)}`;
  return row;
}

/** How many pages hold that many targets; at least 1, so that an empty list has a page too. */
export function targetPages(targets: number): number {
  return Math.max(1, Math.ceil(targets / TARGETS_PER_PAGE));
}
