import type { Queryable } from "@/lib/db/client";
import type { Rank } from "@/lib/desk/impact/impact";
import type { ActorNode } from "@/lib/record/actors/actor";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { activeAt } from "@/lib/record/versions/version-sql";
import type { Total } from "@/lib/statistics/totals/totals";

/** So many incidents at most are told one by one. */
export const INCIDENTS_TOLD = 20;

interface RankedIncident {
  name: string;
  year: number;
  ofAll: Rank;
  ofYear: Rank;
}

/** The places of incidents by loss at a version, by lasting id; those that do not stand or have no known loss have none. */
export async function rankedIncidents(
  db: Queryable,
  version: number,
  incidentIds: readonly number[],
): Promise<Map<number, RankedIncident>> {
  if (incidentIds.length === 0 || incidentIds.length > INCIDENTS_TOLD) return new Map();
  const rows = await db.$queryRaw<
    {
      id: number;
      name: string;
      year: number;
      all: number;
      allOf: number;
      own: number;
      of: number;
    }[]
  >`
    WITH one AS (
      SELECT i.incident_id, i.name, i.loss_usd, extract(year FROM i.occurred_on)::int AS year
      FROM incident_revision i
      WHERE i.incident_id = ANY (${[...incidentIds]}) AND ${activeAt(version)} AND i.loss_usd IS NOT NULL
    )
    SELECT one.incident_id AS id, one.name, one.year, others.* FROM one CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE larger))::int + 1 AS all, count(*)::int AS "allOf",
        (count(*) FILTER (WHERE larger AND that_year))::int + 1 AS own, (count(*) FILTER (WHERE that_year))::int AS of
      FROM (
        SELECT i.loss_usd > one.loss_usd AS larger,
          i.occurred_on BETWEEN make_date(one.year, 1, 1) AND make_date(one.year, 12, 31) AS that_year
        FROM incident_revision i WHERE ${activeAt(version)} AND i.loss_usd IS NOT NULL
      ) other
    ) others`;
  return new Map(
    rows.map(({ id, name, year, all, allOf, own, of }) => [
      id,
      { name, year, ofAll: { place: all, among: allOf }, ofYear: { place: own, among: of } },
    ]),
  );
}

/** The places of actors that are part of no other, by what is attributed to them; those without a known loss have none. */
export function rankedActors(
  nodes: Iterable<ActorNode>,
  totals: ReadonlyMap<number, Total>,
): Map<number, { name: string; rank: Rank | null }> {
  const tops = [...nodes].filter(({ parent }) => parent === null);
  const lossOf = (actorId: number) => totals.get(actorId)?.lossUsd ?? 0;
  const known = tops.map(({ actorId }) => lossOf(actorId)).filter((loss) => loss > 0);
  return new Map(
    tops.map((actor) => {
      const { actorId } = actor;
      const name = nameWithStatus(actor);
      const loss = lossOf(actorId);
      const place = known.filter((other) => other > loss).length + 1;
      return [actorId, { name, rank: loss > 0 ? { place, among: known.length } : null }];
    }),
  );
}
