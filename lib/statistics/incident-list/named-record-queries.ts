import type { Queryable } from "@/lib/db/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import type { NamedActor } from "@/lib/record/actors/legal-status";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { activeActorAt, seenAtVersion } from "@/lib/record/versions/version-sql";
import type { NamedRecord } from "@/lib/statistics/incident-list/named-record";
import { totalsUnder } from "@/lib/statistics/totals/total-queries";

/** Named at most, of each kind. */
const MOST = 5;

/**
 * The actors and targets of a version of which a text is a name, letter case and white space aside; actors also where
 * it is the first words of one: who searches for Lazarus means the Lazarus Group.
 */
export async function recordsNamed(
  db: Queryable,
  version: number,
  text: string,
): Promise<NamedRecord[]> {
  const [actors, targets] = await Promise.all([
    db.$queryRaw<(NamedActor & { slug: string; isOwnName: boolean })[]>`
      SELECT a.slug, a.name, a.kind, ${namedStatus(version)} AS status, a.status_on AS "statusOn",
        folded_name(a.name) = folded_name(${text}) AS "isOwnName"
      FROM actor_revision a
      WHERE ${activeActorAt(version)} AND EXISTS (
        SELECT FROM unnest(a.aliases || a.name) AS called (name)
        WHERE starts_with(folded_name(called.name) || ' ', folded_name(${text}) || ' '))
      ORDER BY 5 DESC, a.actor_id LIMIT ${MOST}`,
    db.$queryRaw<{ slug: string; name: string; isOwnName: boolean }[]>`
      SELECT r.slug, r.name, folded_name(r.name) = folded_name(${text}) AS "isOwnName"
      FROM target_revision r
      WHERE ${seenAtVersion("r", version)} AND r.target_id IN (
        SELECT coalesce(r.merged_into_id, r.target_id) FROM target_revision r
        WHERE ${seenAtVersion("r", version)} AND EXISTS (
          SELECT FROM unnest(r.aliases || r.formerly || r.name) AS called (name)
          WHERE folded_name(called.name) = folded_name(${text})))
      ORDER BY 3 DESC, r.target_id LIMIT ${MOST}`,
  ]);
  if (actors.length + targets.length === 0) return [];
  const totals = await totalsUnder(db, version, [
    ...actors.map(({ slug }) => ({ actor: slug })),
    ...targets.map(({ slug }) => ({ target: slug })),
  ]);
  const found: Omit<NamedRecord, "total">[] = [
    ...actors.map(({ slug, isOwnName, ...actor }) => ({
      kind: "actor" as const,
      slug,
      isOwnName,
      name: nameWithStatus(actor),
    })),
    ...targets.map((target) => ({ kind: "target" as const, ...target })),
  ];
  return found.flatMap((record, place) => {
    const total = totals[place];
    return total === undefined ? [] : [{ ...record, total }];
  });
}
