import type { Queryable } from "@/lib/db/client";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import type { LatestIncident } from "@/lib/statistics/incident-list/latest-incident";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";

/** Incidents in a feed of a list. */
export const LATEST = 50;

/** The incidents under a rule that were added or corrected last, the latest first. */
export async function latestIncidents(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<LatestIncident[]> {
  return db.$queryRaw<LatestIncident[]>`
    SELECT i.slug, i.incident_id AS "incidentId", i.revision, i.name, i.target, ${occurredOnAsKnown} AS "occurredOn",
      i.category, i.summary, i.loss_usd::float8 AS "lossUsd", i.loss_usd_low::float8 AS "lossUsdLow",
      i.loss_usd_high::float8 AS "lossUsdHigh", v.number AS version, v.published_at AS "publishedAt", v.note
    FROM incident_revision i JOIN dataset_version v ON v.number = i.published_in
    WHERE ${underRule(version, filters)}
    ORDER BY i.published_in DESC, i.occurred_on DESC, i.id DESC LIMIT ${LATEST}`;
}
