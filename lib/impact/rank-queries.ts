import { actorsAt } from "@/lib/actors/actor-queries";
import type { Queryable } from "@/lib/db/client";
import type { Rank } from "@/lib/impact/impact";
import { standingAt } from "@/lib/rules/rule-sql";
import { DEFAULT_CONFIDENCE } from "@/lib/rules/views";
import { totalsByActor } from "@/lib/totals/total-queries";

/** So many incidents at most are told one by one. */
const INCIDENTS_TOLD = 20;

export interface RankedIncident {
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
    WITH standing AS (
      SELECT i.incident_id, i.id, i.loss_usd, extract(year FROM i.occurred_on)::int AS year
      FROM incident_revision i WHERE ${standingAt(version)} AND i.loss_usd IS NOT NULL
    )
    SELECT one.incident_id AS id, i.name, one.year,
      count(*) FILTER (WHERE other.loss_usd > one.loss_usd)::int + 1 AS all,
      count(*)::int AS "allOf",
      count(*) FILTER (WHERE other.loss_usd > one.loss_usd AND other.year = one.year)::int + 1 AS own,
      count(*) FILTER (WHERE other.year = one.year)::int AS of
    FROM standing one JOIN incident_revision i ON i.id = one.id CROSS JOIN standing other
    WHERE one.incident_id = ANY (${[...incidentIds]})
    GROUP BY one.incident_id, i.name, one.year`;
  return new Map(
    rows.map(({ id, name, year, all, allOf, own, of }) => [
      id,
      { name, year, ofAll: { place: all, among: allOf }, ofYear: { place: own, among: of } },
    ]),
  );
}

/** The places of actors that are part of no other, by what is attributed to them; those without a known loss have none. */
export async function rankedActors(
  db: Queryable,
  version: number,
): Promise<Map<number, { name: string; rank: Rank | null }>> {
  const tops = (await actorsAt(db, version)).filter(({ parent }) => parent === null);
  const { rows } = await totalsByActor(db, version, {}, DEFAULT_CONFIDENCE);
  const losses = new Map(rows.map(({ actorId, lossUsd }) => [actorId, lossUsd]));
  const known = tops.flatMap(({ actorId }) => {
    const loss = losses.get(actorId) ?? 0;
    return loss > 0 ? [loss] : [];
  });
  return new Map(
    tops.map(({ actorId, name }) => {
      const loss = losses.get(actorId) ?? 0;
      const place = known.filter((other) => other > loss).length + 1;
      return [actorId, { name, rank: loss > 0 ? { place, among: known.length } : null }];
    }),
  );
}
