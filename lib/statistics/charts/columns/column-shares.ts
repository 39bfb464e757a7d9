import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import { shareAxis } from "@/lib/statistics/charts/model/money-axis";
import { sum } from "@/lib/values/lists/sum";

/** A part in percent of a whole; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole > 0 ? (part / whole) * 100 : 0;
}

/** Columns whose parts are percent of what each adds up to; those that add up to nothing have none. */
export function shareColumns(plot: ColumnPlot): ColumnPlot {
  const all = sum(plot.series.map(({ amount }) => amount ?? 0));
  return {
    ...plot,
    axis: shareAxis(plot.axis.kind),
    totalUnit: plot.axis.unit,
    series: plot.series.map((series) => ({
      ...series,
      amount: series.amount === null ? null : percentOf(series.amount, all),
    })),
    columns: plot.columns.map((column) => {
      const whole = sum(column.amounts);
      return { ...column, amounts: column.amounts.map((amount) => percentOf(amount, whole)) };
    }),
  };
}
