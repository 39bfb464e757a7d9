import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import type { AxisPeriod } from "@/lib/statistics/charts/model/axis-periods";
import type { ChartNumbers } from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  dayColumn,
  partColumn,
  textColumn,
  unknownColumns,
} from "@/lib/statistics/charts/model/chart-numbers";
import { intervalNoun } from "@/lib/statistics/charts/text/chart-text";
import type { PeriodColumnsInput } from "./columns-input";
import { type KnownSegments, knownTotal, spanWithin } from "./counted-column";

/** The same numbers for CSV and JSON: a row a period, empty where nothing is counted yet, and one for what is known only to a year. */
export function numbersOf(
  plot: ColumnPlot,
  periods: readonly AxisPeriod[],
  known: KnownSegments,
  { by, interval, measure, span }: PeriodColumnsInput,
): ChartNumbers {
  const isCount = measure === "count";
  return {
    columns: [
      textColumn(
        interval,
        interval === "year"
          ? "year"
          : `${intervalNoun(interval)}; the year of what is known only to that`,
      ),
      dayColumn("first_day", "first day counted"),
      dayColumn("last_day", "last day counted"),
      ...plot.series.map((each) => partColumn(measure, by, each)),
      {
        ...amountColumn(measure),
        title: `all: ${amountColumn(measure).title}, each incident once`,
      },
      ...unknownColumns(measure),
    ],
    rows: plot.columns.map((column, index) => {
      const period = periods[index];
      const days = period && column.state !== "blank" ? spanWithin(period, span) : null;
      const left = isCount ? [] : [column.incidents, column.unknownSize];
      return days === null
        ? [column.period, null, null, ...plot.series.map(() => null), null, ...left.map(() => null)]
        : [
            column.period,
            days.from,
            days.to,
            ...(known.get(column.period) ?? []),
            knownTotal(column),
            ...left,
          ];
    }),
  };
}
