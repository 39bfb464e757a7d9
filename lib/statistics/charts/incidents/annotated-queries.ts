import type { Queryable } from "@/lib/db/client";
import { type ChartView, choicesOf } from "@/lib/statistics/charts/chart-view";
import type { ChartRows } from "@/lib/statistics/charts/registry";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { incidentDots } from "@/lib/statistics/totals/segment-queries";
import { yearOf } from "@/lib/values/dates/day";

/**
 * The incidents that a chart counts, the largest first, for a publisher's annotations; those of its rows where they are
 * incidents themselves, and none where no incident has a place of its own in the chart.
 * @param limit at most as many; null for all
 */
export async function incidentsToMark(
  db: Queryable,
  version: number,
  { rows, view }: { rows: ChartRows; view: ChartView },
  limit: number | null,
): Promise<readonly IncidentDot[]> {
  if ("dots" in rows) return limit === null ? rows.dots : rows.dots.slice(0, limit);
  if (rows.chart !== "monthly" && rows.chart !== "year-to-date") return [];
  const choices = choicesOf(view, rows.span);
  const from =
    rows.chart === "monthly"
      ? choices.from
      : (`${yearOf(view.to) - view.years + 1}-01-01` as const);
  return incidentDots(db, version, { ...choices, from }, limit);
}
