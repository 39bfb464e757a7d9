import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import { formatAmountExact } from "@/lib/statistics/charts/model/amount";
import { percentText } from "@/lib/statistics/charts/model/amount-unit";
import { type AxisPeriod, periodInFull } from "@/lib/statistics/charts/model/axis-periods";
import type { ChartTable, TableCell } from "@/lib/statistics/charts/model/chart-model";
import type { SegmentSeries } from "@/lib/statistics/charts/model/segment-series";
import {
  amountHeading,
  capital,
  knownAmount,
  leftOutHeading,
} from "@/lib/statistics/charts/text/bar-text";
import { intervalNoun, spanInTitle } from "@/lib/statistics/charts/text/chart-text";
import { sum } from "@/lib/values/lists/sum";
import { percentOf } from "./column-shares";
import type { PeriodColumnsInput } from "./columns-input";
import { type KnownSegments, knownTotal, spanWithin } from "./counted-column";
import { isUndated, undatedText } from "./undated";

/** The table under the chart: a row a period, what is known only to a year, and last the whole. */
export function tableOf(
  plot: ColumnPlot,
  series: readonly SegmentSeries[],
  periods: readonly AxisPeriod[],
  known: KnownSegments,
  input: PeriodColumnsInput,
): ChartTable {
  const { hrefFor, interval, measure, span } = input;
  const { kind } = plot.axis;
  const cell = (text: string, href: string | null = null): TableCell => ({ text, href });
  const counted = plot.columns.filter((column) => column.state !== "blank");
  const isSplit = input.by !== null;
  const all = {
    incidents: sum(counted.map((column) => column.incidents)),
    unknownSize: sum(counted.map((column) => column.unknownSize)),
    amount: input.whole?.amount ?? sum(counted.map((column) => column.total)),
  };
  const whole = hrefFor ? hrefFor(span, null, null) : null;
  const partText = (amount: number | null, parts: readonly number[]) => {
    const exact = formatAmountExact(kind, amount);
    if (input.axis !== "share" || amount === null || sum(parts) === 0) return exact;
    return `${exact} (${percentText(percentOf(amount, sum(parts)))})`;
  };
  const isCount = measure === "count";
  const tail = (texts: [string, string], href: string | null) =>
    isCount ? [] : [cell(texts[0], href), cell(texts[1])];
  return {
    columns: [
      capital(intervalNoun(interval)),
      ...(isSplit ? plot.series.map((each) => each.label) : []),
      isSplit
        ? input.by === "category"
          ? "All categories"
          : "All, each once"
        : amountHeading(measure, input.dollars),
      ...(isCount ? [] : ["Incidents", leftOutHeading(measure)]),
    ],
    rows: [
      ...plot.columns.map((column, index) => {
        const period = periods[index];
        const isBlank = column.state === "blank";
        const href =
          column.incidents > 0 && hrefFor && period
            ? hrefFor(spanWithin(period, span), null, period.key)
            : null;
        const total =
          column.incidents === 0 && plot.unsummed !== undefined
            ? plot.unsummed.none
            : formatAmountExact(kind, knownTotal(column));
        return {
          header: cell(
            isUndated(interval, column.period)
              ? undatedText(interval, column.period)
              : periodInFull(column.period) + (column.until ? `, ${column.until}` : ""),
          ),
          cells: isBlank
            ? [
                ...(isSplit ? plot.series : []).map(() => cell("")),
                cell(""),
                ...tail(["", ""], null),
              ]
            : [
                ...(isSplit ? (known.get(column.period) ?? []) : []).map((amount, place) =>
                  cell(partText(amount, column.amounts), column.hrefs[place] ?? null),
                ),
                cell(total, href),
                ...tail([String(column.incidents), String(column.unknownSize)], href),
              ],
          depth: 0,
          strong: false,
        };
      }),
      {
        header: cell(spanInTitle(span)),
        cells: [
          ...(isSplit ? plot.series : []).map((each, place) => {
            const part = series[place];
            return cell(
              partText(
                each.amount,
                plot.series.map(({ amount }) => amount ?? 0),
              ),
              hrefFor && part ? hrefFor(span, part, null) : null,
            );
          }),
          cell(
            all.incidents === 0 && plot.unsummed !== undefined
              ? plot.unsummed.none
              : formatAmountExact(kind, knownAmount(all)),
            whole,
          ),
          ...tail([String(all.incidents), String(all.unknownSize)], whole),
        ],
        depth: 0,
        strong: true,
      },
    ],
  };
}
