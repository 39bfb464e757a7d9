import { type OpenEdition, viewOf } from "@/app/edition/open-edition";
import { readRuleSegment } from "@/lib/site/urls/page-address";
import { type PeriodView, readPeriod } from "@/lib/statistics/periods/period";
import type { PeriodData } from "@/lib/statistics/periods/period-data";
import { type PeriodModel, periodModel } from "@/lib/statistics/periods/period-model";
import { periodAt } from "@/lib/statistics/periods/period-queries";
import { type ChartView, readChart } from "@/lib/statistics/rules/chart-view";
import { today } from "@/lib/values/dates/day";

/** The period in a rendered page's segments, which always name its last day. */
export function viewIn(key: string, rule: string): PeriodView {
  return viewOf(readPeriod(key, readRuleSegment(rule), today(), today()));
}

/** What the page of a period and its picture are both made of. */
export async function loadPeriod(
  { db, version, links, permanent }: OpenEdition,
  key: string,
  rule: string,
): Promise<{ view: PeriodView; data: PeriodData; model: PeriodModel }> {
  const view = viewIn(key, rule);
  const data = await periodAt(db, version.number, view);
  const model = periodModel(data, {
    version,
    permanentUrl: permanent.period(view),
    incidents: (filters) => links.incidents(filters),
    incident: links.incident,
    period: links.period,
  });
  return { view, data, model };
}

/** The chart of the months up to a period's end, from the same period of the year before. */
export function monthsOf({ view, yearBefore }: PeriodData): ChartView {
  const days = new URLSearchParams({ from: yearBefore.view.period.from, to: view.through });
  return viewOf(readChart("monthly", days, view.through, today()));
}
