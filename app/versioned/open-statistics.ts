import { chartAt } from "@/app/versioned/open-chart";
import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import type { Links } from "@/lib/site/urls/links";
import { describeRule } from "@/lib/statistics/charts/text/chart-text";
import { filtersInTitle } from "@/lib/statistics/charts/text/chart-title";
import { returnsDated } from "@/lib/statistics/distributions/distribution-queries";
import type { StatisticChart, Statistics } from "@/lib/statistics/distributions/statistics";
import {
  type StatisticName,
  type StatisticsView,
  statisticChart,
} from "@/lib/statistics/distributions/statistics-view";
import { filtersOf } from "@/lib/statistics/rules/counting-rule";

/** What the page of statistics says at a version: charts by year, or by category where it is of one year. */
export async function statisticsAt(
  db: Queryable,
  version: Version,
  view: StatisticsView,
  links: Links,
): Promise<Statistics> {
  const isOneYear = view.from !== null && view.from.slice(0, 4) === view.to.slice(0, 4);
  const by = isOneYear ? "category" : null;
  const at = async <Name extends StatisticName>(chart: Name): Promise<StatisticChart<Name>> => {
    const isSplit = chart !== "sizes" && chart !== "thresholds";
    const own = statisticChart(view, chart, isSplit ? by : null);
    const { model, rows } = await chartAt(db, version, own, links);
    if (rows.chart !== chart) throw new Error(`rows of ${rows.chart} for ${chart}`);
    return { view: own, model, rows: rows as StatisticChart<Name>["rows"] };
  };
  const [quantiles, sizes, thresholds, concentration, recovery, dated] = await Promise.all([
    at("quantiles"),
    at("sizes"),
    at("thresholds"),
    at("concentration"),
    at("recovery"),
    returnsDated(db, version.number, filtersOf(view)),
  ]);
  const names = sizes.rows;
  return {
    charts: { quantiles, sizes, thresholds, concentration, recovery },
    dated,
    filters: filtersInTitle(view, names).map(({ text }) => text),
    ruleText: describeRule(view, names),
    targetName: names.targetName,
  };
}
