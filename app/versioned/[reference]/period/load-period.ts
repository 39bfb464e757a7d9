import type { OpenVersion } from "@/app/versioned/open-version";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { coveredDaysAt } from "@/lib/record/coverage/source-lag-queries";
import { type ChartView, readChart } from "@/lib/statistics/charts/chart-view";
import type { PeriodView } from "@/lib/statistics/periods/period";
import type { PeriodData } from "@/lib/statistics/periods/period-data";
import { type PeriodModel, periodModel } from "@/lib/statistics/periods/period-model";
import { periodAt } from "@/lib/statistics/periods/period-queries";
import { valueOrThrow } from "@/lib/statistics/rules/parameters";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";

/** What the page of a period and its picture are both made of. */
export async function loadPeriod(
  { db, version, links, permanent }: OpenVersion,
  view: PeriodView,
): Promise<{ data: PeriodData; model: PeriodModel; published: PublishedTotal | null }> {
  const [data, published, coverage, covered] = await Promise.all([
    periodAt(db, version.number, view),
    publishedTotal(db, version.number, { from: view.period.from, to: view.through }),
    coverageAt(db, version.number),
    coveredDaysAt(db, version.number, view.through),
  ]);
  const model = periodModel(data, {
    version,
    permanentUrl: permanent.period(view),
    coverage,
    covered,
    incidents: (filters) => links.incidents(filters),
    incident: links.incident,
    period: links.period,
  });
  return { data, model, published };
}

/** The chart of the months up to a period's end, from the same period of the year before. */
export function monthsOf({ view, yearBefore }: PeriodData): ChartView {
  const days = new URLSearchParams({ from: yearBefore.view.period.from, to: view.through });
  return valueOrThrow(readChart("monthly", days, { asOf: view.through, now: view.through }));
}
