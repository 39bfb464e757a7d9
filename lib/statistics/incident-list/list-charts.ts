import { type ChartView, readChart } from "@/lib/statistics/charts/chart-view";
import { CHART_NAMES, CHARTS } from "@/lib/statistics/charts/registry";
import { writeParameters } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { type Day, earlierOf } from "@/lib/values/dates/day";

/** A chart of a selection. */
export interface ListChart {
  title: string;
  view: ChartView;
}

/**
 * The charts that can be drawn of a selection of incidents; none where it says what charts do not know.
 * @param asOf the last day that is covered, or the version's own
 */
export function chartsOfList(filters: Filters, asOf: Day): ListChart[] {
  const to = filters.to === undefined ? asOf : earlierOf(filters.to, asOf);
  // What a text search finds is nobody's total.
  if (filters.q !== undefined || (filters.from !== undefined && filters.from > to)) return [];
  const query = new URLSearchParams(writeParameters({ ...filters, to }));
  return CHART_NAMES.flatMap((chart) => {
    const read = readChart(chart, query, { asOf, now: asOf, covered: asOf });
    return read.ok ? [{ title: CHARTS[chart].title, view: read.value }] : [];
  });
}
