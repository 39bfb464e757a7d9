import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { formatAmountExact } from "@/lib/statistics/charts/model/amount";
import { type AxisPeriod, periodInFull } from "@/lib/statistics/charts/model/axis-periods";
import type { ChartTable, TableCell } from "@/lib/statistics/charts/model/chart-model";
import type { SegmentSeries } from "@/lib/statistics/charts/model/segment-series";
import { amountHeading, knownAmount, leftOutHeading } from "@/lib/statistics/charts/text/bar-text";
import { spanInTitle } from "@/lib/statistics/charts/text/chart-text";
import { sum } from "@/lib/values/lists/sum";
import { percentOf } from "./column-shares";
import type { PeriodColumnsInput } from "./columns-input";
import { type KnownSegments, knownTotal, spanWithin } from "./counted-column";
import { isUndated } from "./undated";

/** The table under the chart: a row a period, what is known only to a year, and last the whole. */
export function tableOf(
  plot: ColumnPlot,
  series: readonly SegmentSeries[],
  periods: readonly AxisPeriod[],
  known: KnownSegments,
  input: PeriodColumnsInput,
): ChartTable {
  const { hrefFor, interval, measure, span, words = ENGLISH } = input;
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
    const exact = formatAmountExact(kind, amount, words);
    if (input.axis !== "share" || amount === null || sum(parts) === 0) return exact;
    return `${exact} (${words.number.inUnit("%", percentOf(amount, sum(parts)))})`;
  };
  const isCount = measure === "count";
  const tail = (texts: [string, string], href: string | null) =>
    isCount ? [] : [cell(texts[0], href), cell(texts[1])];
  return {
    columns: [
      words.table.interval[interval],
      ...(isSplit ? plot.series.map((each) => each.label) : []),
      isSplit
        ? input.by === "category"
          ? words.table.allCategories
          : words.table.allOnce
        : amountHeading(measure, words, input.dollars),
      ...(isCount ? [] : [words.table.incidents, leftOutHeading(measure, words)]),
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
            : formatAmountExact(kind, knownTotal(column), words);
        return {
          header: cell(
            isUndated(interval, column.period)
              ? words.table.undated(column.period, interval)
              : periodInFull(column.period, words.date) +
                  (column.until ? `${words.comma}${column.until}` : ""),
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
        header: cell(spanInTitle(span, words)),
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
              : formatAmountExact(kind, knownAmount(all), words),
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
