import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import type { AxisPeriod } from "@/lib/statistics/charts/model/axis-periods";
import type { ChartNumbers } from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  columnName,
  dayColumn,
  type NamedTotal,
  shareColumn,
  textColumn,
  unknownCells,
  unknownColumns,
  WHOLE,
} from "@/lib/statistics/charts/model/chart-numbers";
import { knownAmount, knownMeasure } from "@/lib/statistics/charts/text/bar-text";
import { dimensionNoun, intervalNoun } from "@/lib/statistics/charts/text/chart-text";
import { type Measured, sumOf } from "@/lib/statistics/totals/measured";
import { fileKey } from "@/lib/statistics/totals/own-parts";
import type { PeriodColumnsInput } from "./columns-input";
import { spanWithin } from "./counted-column";

/** What each part of a period holds, in the order of the series. */
export type CountedParts = ReadonlyMap<string, readonly Measured[]>;

/**
 * The same numbers for files: a row for each period and part, zero among them, nothing for what is not counted yet; what
 * is known only to a year has rows of its own.
 */
export function numbersOf(
  { columns, series }: Pick<ColumnPlot, "columns" | "series">,
  periods: readonly AxisPeriod[],
  parts: CountedParts,
  { axis, by, interval, measure, span, whole }: PeriodColumnsInput,
): ChartNumbers {
  const counted = columns.flatMap((column, index) => {
    const period = periods[index];
    return period === undefined || column.state === "blank"
      ? []
      : [{ column, days: spanWithin(period, span) }];
  });
  const totals = counted.map(
    ({ column: { period, incidents, unknownSize, total } }): NamedTotal => [
      period,
      { incidents, unknownSize, amount: total },
    ],
  );
  const amount = amountColumn(measure);
  return chartNumbers(
    measure,
    {
      columns: [
        textColumn(
          interval,
          interval === "year"
            ? "year"
            : `${intervalNoun(interval)}; the year of what is known only to that`,
        ),
        dayColumn("first_day", "first day counted"),
        dayColumn("last_day", "last day counted"),
        ...(by === null
          ? []
          : [
              textColumn(columnName(by), dimensionNoun(by)),
              textColumn("name", "what it is called"),
            ]),
        amount,
        ...(axis === "share" ? [shareColumn(interval)] : []),
        ...unknownColumns(measure),
      ],
      rows: counted.flatMap(({ column, days }) =>
        series.map(({ key, label }, place) => {
          const part = parts.get(column.period)?.[place] ?? sumOf([]);
          return [
            column.period,
            days.from,
            days.to,
            ...(by === null ? [] : [fileKey(by, key), label]),
            knownMeasure(measure, part),
            ...(axis === "share" ? [shareOf(part, parts.get(column.period) ?? [])] : []),
            ...unknownCells(measure, part),
          ];
        }),
      ),
    },
    whole === undefined ? { column: amount.name, by: interval, level: null } : null,
    [...totals, [WHOLE, whole ?? sumOf(totals.map(([, total]) => total))]],
  );
}

/** A part's share of what is known of its period; nothing where that of the part, or anything above zero, is not. */
function shareOf(part: Measured, parts: readonly Measured[]): number | null {
  const amount = knownAmount(part);
  const all = sumOf(parts).amount;
  return amount === null || all === 0 ? null : amount / all;
}
