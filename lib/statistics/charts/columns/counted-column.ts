import type { PeriodColumn } from "@/lib/statistics/charts/columns/columns-plot";
import type { AxisPeriod } from "@/lib/statistics/charts/model/axis-periods";
import { knownAmount } from "@/lib/statistics/charts/text/bar-text";
import type { Span } from "@/lib/statistics/charts/text/chart-text";
import { earlierOf, laterOf } from "@/lib/values/dates/day";

/** Each part's amount in a period, null where nobody knows that of any incident in it. */
export type KnownSegments = Map<string, (number | null)[]>;

/** What a period adds up to, null where nobody knows that of any incident in it. */
export function knownTotal({ incidents, unknownSize, total }: PeriodColumn): number | null {
  return knownAmount({ incidents, unknownSize, amount: total });
}

/** The days of a period that are counted. */
export function spanWithin(period: AxisPeriod, span: Span): Span {
  return { from: laterOf(period.from, span.from), to: earlierOf(period.to, span.to) };
}
