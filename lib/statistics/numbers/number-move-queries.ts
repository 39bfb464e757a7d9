import type { Queryable } from "@/lib/db/client";
import { changesBetween } from "@/lib/statistics/changes/change-queries";
import { movesSince } from "@/lib/statistics/changes/move-queries";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { NumberMove } from "@/lib/statistics/numbers/number-move";

/** Moves that a number's page shows. */
export const MOVES_SHOWN = 6;
/** Publications, of those that may have moved a number, that are looked at for them. */
const LOOKED_AT = 24;

/** The latest versions that moved a number, newest first, by today's counting rules. */
export async function latestMoves(
  db: Queryable,
  version: number,
  rule: NumberRule,
): Promise<NumberMove[]> {
  const moves = await movesSince(db, { version: 0, rule }, version, LOOKED_AT);
  const told: NumberMove[] = [];
  for (const move of moves.slice(0, MOVES_SHOWN)) {
    const { number } = move.version;
    const parts =
      number === 1
        ? []
        : (await changesBetween(db, { from: number - 1, to: number, rule })).parts.filter(
            ({ kind }) => kind !== "unmoved",
          );
    told.push({ ...move, parts });
  }
  return told;
}
