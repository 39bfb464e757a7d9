import type { Queryable } from "@/lib/db/client";
import type { BoundMoved } from "@/lib/desk/impact/impact";
import { INCIDENTS_TOLD } from "@/lib/desk/impact/rank-queries";
import { activeAt } from "@/lib/record/versions/version-sql";
import { isBounded, type LossKnown } from "@/lib/values/money/loss-text";

/** Which incidents are known by a bound alone, at a version or at the one before it. */
export async function boundsMoved(
  db: Queryable,
  version: number,
  incidentIds: readonly number[],
): Promise<BoundMoved[]> {
  if (incidentIds.length === 0 || incidentIds.length > INCIDENTS_TOLD) return [];
  const before = await lossesAt(db, version - 1, incidentIds);
  const after = await lossesAt(db, version, incidentIds);
  return incidentIds.flatMap((incidentId): BoundMoved[] => {
    const [was, is] = [before.get(incidentId) ?? null, after.get(incidentId) ?? null];
    const name = (is ?? was)?.name;
    const told = [was, is].some((loss) => loss !== null && isBounded(loss));
    return name === undefined || !told ? [] : [{ name, before: was, after: is }];
  });
}

async function lossesAt(
  db: Queryable,
  version: number,
  incidentIds: readonly number[],
): Promise<Map<number, LossKnown & { name: string }>> {
  const rows = await db.$queryRaw<(LossKnown & { id: number; name: string })[]>`
    SELECT i.incident_id AS id, i.name, i.loss_usd::float8 AS "lossUsd", i.loss_usd_low::float8 AS "lossUsdLow",
      i.loss_usd_high::float8 AS "lossUsdHigh"
    FROM incident_revision i WHERE i.incident_id = ANY (${[...incidentIds]}) AND ${activeAt(version)}`;
  return new Map(rows.map(({ id, ...loss }) => [id, loss]));
}
