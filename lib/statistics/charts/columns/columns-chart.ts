import type { ColumnModel } from "@/lib/statistics/charts/columns/columns-plot";
import {
  ANY_PERIOD,
  type ChartDefinition,
  FEW_ROWS,
  LENGTHS_OR_SHARES,
  WITH_MEDIAN,
} from "@/lib/statistics/charts/model/chart-definition";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import { axisEnd, periodColumns } from "./columns-model";
import type { ColumnRows } from "./columns-rows";
import { isUndated } from "./undated";

/** Losses over time. */
export const columnsChart: ChartDefinition<ColumnRows, ColumnModel> = {
  title: "Losses over time",
  description: "Columns a month, quarter or year, stacked by what the incidents have in common.",
  knows: [...ANY_PERIOD, "measure", "estimate", "dollars", "axis", "by", "interval"],
  period: "year",
  by: "category",
  axis: "linear",
  axes: LENGTHS_OR_SHARES,
  top: 6,
  measures: WITH_MEDIAN,
  isList: false,
  isOverTime: true,
  thumbnail: FEW_ROWS,
  model: ({ context, hrefs, view }, rows) =>
    periodColumns({
      ...context,
      by: view.by,
      axis: view.axis,
      interval: view.interval,
      isOnePart: hasOnePart(view),
      span: rows.span,
      until: axisEnd(rows.span),
      rows: rows.rows,
      ...(view.by === null ? { whole: rows.total } : {}),
      periods: rows.periods,
      overlapping: rows.overlapping,
      chargedTogether: rows.chargedTogether,
      names: rows.names,
      order: rows.order,
      covered: rows.covered,
      hrefFor:
        hrefs &&
        ((days, part, period) =>
          hrefs.of(
            days,
            part?.keys ?? null,
            period !== null && isUndated(view.interval, period) ? { date: "year" } : {},
          )),
    }),
};

/** Whether a filter leaves one part of what a view is split by; an incident on one chain may be on others too. */
function hasOnePart({ by, filters }: CountingRule): boolean {
  return by !== null && by !== "chain" && by !== "actor" && filters[by] !== undefined;
}
