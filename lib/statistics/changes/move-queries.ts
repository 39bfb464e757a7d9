import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { isAboutTargets, numberAt } from "@/lib/statistics/changes/change-queries";
import type { NumberAt } from "@/lib/statistics/changes/changes";
import type { CitedNumber } from "@/lib/statistics/changes/changes-view";
import { conditionsOnRow } from "@/lib/statistics/rules/rule-sql";

/** Versions looked at, newest first; a number that moved more often tells its latest moves. */
const LOOKED_AT = 100;

/** A version that moved a figure. */
interface Move {
  version: Version;
  before: NumberAt;
  after: NumberAt;
}

/** Whether a figure says something else: its amount, or what it counts or leaves out. */
export function hasMoved(before: NumberAt, after: NumberAt): boolean {
  return (
    before.exact !== after.exact ||
    before.incidents !== after.incidents ||
    before.unknownSize !== after.unknownSize
  );
}

/**
 * The versions after the cited one, through `newest`, that moved the figure; newest first.
 * @param lookedAt how many of the publications that may have moved it are tried, the newest first
 */
export async function movesSince(
  db: Queryable,
  { version, rule }: CitedNumber,
  newest: number,
  lookedAt = LOOKED_AT,
): Promise<Move[]> {
  const { actor } = rule.filters;
  const row = Prisma.join([Prisma.sql`true`, ...conditionsOnRow(rule.filters)], " AND ");
  const byActor =
    actor === undefined || actor === "none"
      ? Prisma.empty
      : Prisma.sql`UNION SELECT a.published_in FROM actor_revision a UNION SELECT a.superseded_in FROM actor_revision a`;
  const byTarget = isAboutTargets(rule.filters)
    ? Prisma.sql`UNION SELECT r.published_in FROM target_revision r UNION SELECT r.superseded_in FROM target_revision r`
    : Prisma.empty;
  // A figure can move only where a revision that fits its filters comes or goes, or editors have looked further.
  const candidates = await db.$queryRaw<{ number: number }[]>`
    SELECT number FROM (
      SELECT i.published_in AS number FROM incident_revision i WHERE ${row}
      UNION SELECT i.superseded_in FROM incident_revision i WHERE ${row}
      UNION SELECT c.published_in FROM coverage_revision c
      ${byActor} ${byTarget}
    ) touched
    WHERE number > ${version} AND number <= ${newest} ORDER BY number DESC LIMIT ${lookedAt}`;
  const moves: Move[] = [];
  for (const { number } of candidates) {
    const [before, after, found] = await Promise.all([
      numberAt(db, number - 1, rule),
      numberAt(db, number, rule),
      findVersion(db, number),
    ]);
    if (found !== null && hasMoved(before, after)) moves.push({ version: found, before, after });
  }
  return moves;
}
