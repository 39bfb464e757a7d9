import {
  type ChartView,
  type ReadingDays,
  readChart,
  usualMeasure,
  writeChart,
} from "@/lib/statistics/charts/chart-view";
import { CHARTS } from "@/lib/statistics/charts/registry";
import type { Dimension, Read } from "@/lib/statistics/rules/parameters";

/** The charts of the page of statistics. */
export type StatisticName = "quantiles" | "sizes" | "thresholds" | "concentration" | "recovery";

/** What the page of statistics counts: the rule of a chart that is split by nothing. */
export type StatisticsView = ChartView;

/** Reads the parameters of the page: a period, what charts filter by, the estimate and in whose dollars. */
export function readStatistics(query: URLSearchParams, days: ReadingDays): Read<StatisticsView> {
  return readChart("sizes", query, days);
}

/** Its canonical query. */
export function writeStatistics(view: StatisticsView): string {
  return writeChart(view);
}

/** A chart under the page's rule, with what is usual in it. */
export function statisticChart(
  view: StatisticsView,
  chart: StatisticName,
  by: Dimension | null = null,
): ChartView {
  const { axis, top } = CHARTS[chart];
  const isOfLosses = chart !== "recovery";
  return {
    ...view,
    chart,
    by,
    axis,
    top,
    measure: usualMeasure(chart),
    estimate: isOfLosses ? view.estimate : "best",
  };
}
