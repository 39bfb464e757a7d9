import type { CoveredDays } from "@/lib/record/coverage/source-lag";
import type { ChartContext } from "@/lib/statistics/charts/model/chart-model";
import type { SegmentSeries } from "@/lib/statistics/charts/model/segment-series";
import type { Span } from "@/lib/statistics/charts/text/chart-text";
import type { Axis, Dimension, Interval, Measure } from "@/lib/statistics/rules/parameters";
import type { Measured, PeriodSegment } from "@/lib/statistics/totals/measured";
import type { Day } from "@/lib/values/dates/day";

/** The incidents of a period (null for all of them, counted in the span) and, where not null, of a part. */
export type ColumnHref = (
  span: Span,
  part: SegmentSeries | null,
  period: string | null,
) => string | null;

/** What columns are made of. */
export interface PeriodColumnsInput extends ChartContext {
  measure: Measure;
  /** Null where nothing is split: where the measure does not add up. */
  by: Dimension | null;
  /** Left out for a linear one. */
  axis?: Axis;
  interval: Interval;
  /** Whether the rule names the one part there is, so that no finding need say which is the largest. */
  isOnePart?: boolean;
  /** The days counted. */
  span: Span;
  /** The last day on the axis: later than the span's where its year is shown to its end. */
  until: Day;
  rows: readonly PeriodSegment[];
  /** What each period holds, each incident once. */
  periods: readonly (Measured & { period: string })[];
  /** By chain, incidents that are divided among several segments; by actor, those in the segment of several actors. */
  overlapping: number;
  /** The measure of all periods together, where it is no sum of theirs. */
  whole?: Measured;
  /** By actor, how many of these one charge attributes to several; 0 by anything else. */
  chargedTogether: number;
  names: Readonly<Record<string, string>>;
  /** The values of the whole record, the largest first, of which each has its colour. */
  order?: readonly string[] | undefined;
  /** How far editors had looked; left out or null where no coverage is stated. */
  covered?: CoveredDays | null;
  hrefFor?: ColumnHref | undefined;
}
