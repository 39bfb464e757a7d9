import type { DotShape } from "@/lib/statistics/charts/layout/dot-shapes";
import type { ChartColour, ChartFacts, Series } from "@/lib/statistics/charts/model/chart-model";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import type { Day } from "@/lib/values/dates/day";

export interface Dot {
  slug: string;
  label: string;
  /** As precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
  occurredOn: string;
  /** Where it is drawn, on the first day that it can have been: days since the span's first. */
  at: number;
  amount: number;
  colour: ChartColour;
  /** Its category's, where the colour does not say it. */
  shape?: DotShape;
  range: { low: number; high: number } | null;
  href: string | null;
}

/** Incidents of one kind, as places in the order of time. */
interface DotSeries extends Series {
  /** Days since the span's first, ascending, and each one's amount. */
  days: number[];
  amounts: number[];
  /** Its category's, where the colour does not say it. */
  shape?: DotShape;
}

/** Every incident by day and size; the largest are named. */
export interface DotPlot {
  kind: "dots";
  axis: AmountAxis;
  from: Day;
  to: Day;
  /** From the first to the last: 0 for a single day. */
  days: number;
  series: DotSeries[];
  /** The largest first; those without room stay unnamed. */
  named: Dot[];
  /** Days since the span's first on which something of unknown size happened. */
  unknownDays: number[];
}

export type DotModel = ChartFacts & { kind: "dots"; plot: DotPlot };
