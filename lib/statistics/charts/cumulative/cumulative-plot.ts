import type { ChartFacts, Series } from "@/lib/statistics/charts/model/chart-model";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";

export interface YearLine extends Series {
  year: number;
  /** Places in a leap year (0 to 365) on which something was added, ascending. */
  days: number[];
  /** What each of those days added. */
  added: number[];
  /** At the line's end: the year's whole amount, or that through the day shown. */
  amount: number;
  /** Through the same day of this year as the chart is drawn for. */
  amountAtThrough: number;
  /** Whether incidents are counted up to there and nobody has put a figure on any: the amount is then not known to be 0. */
  isUnknown: boolean;
  isUnknownAtThrough: boolean;
}

/** Amounts adding up through the year; the first line is the year shown. */
export interface CumulativePlot {
  kind: "cumulative";
  axis: AmountAxis;
  /** Place in a leap year (0 to 365) at which the first line ends. */
  through: number;
  /** `15 Sep`. */
  throughLabel: string;
  series: YearLine[];
  /** A publisher's text at a place of a year's line. */
  annotations?: { year: string; place: number; text: string }[];
}

export type CumulativeModel = ChartFacts & { kind: "cumulative"; plot: CumulativePlot };
