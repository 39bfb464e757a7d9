import type { BarPlot } from "@/lib/statistics/charts/bars/bars-plot";
import { percentOf } from "@/lib/statistics/charts/columns/column-shares";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { shareAxis } from "@/lib/statistics/charts/model/money-axis";
import { countAside } from "@/lib/statistics/charts/text/bar-text";
import type { Measure } from "@/lib/statistics/rules/parameters";
import type { Measured } from "@/lib/statistics/totals/measured";

/** Bars that are percent of a total, each with its amount beside it; so are the levels that they are divided into. */
export function shareBars(
  plot: BarPlot,
  total: Pick<Measured, "amount">,
  measure: Measure,
  words: ChartWords,
): BarPlot {
  const { kind, unit } = plot.axis;
  const bars = plot.bars.map((bar) => {
    if (bar.amount === null) return bar;
    return {
      ...bar,
      amount: percentOf(bar.amount, total.amount),
      aside: [
        words.number.inUnit(unit, bar.amount),
        countAside(measure, { ...bar, amount: bar.amount }, words),
      ]
        .filter(Boolean)
        .join(words.comma),
      ...(bar.levels === undefined
        ? {}
        : {
            levels: bar.levels.map((level) => ({
              ...level,
              amount: percentOf(level.amount, total.amount),
            })),
          }),
    };
  });
  const largest = Math.max(0, ...bars.map((bar) => bar.amount ?? 0));
  return { ...plot, axis: shareAxis(kind, largest), bars };
}

/** An amount's share of a total, from 0 to 1, for files; null where either is not known or nothing. */
export function shareOfTotal(amount: number | null, total: Pick<Measured, "amount">) {
  return amount === null || total.amount === 0 ? null : amount / total.amount;
}
