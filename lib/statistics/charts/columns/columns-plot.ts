import type { AmountUnit } from "@/lib/statistics/charts/model/amount-unit";
import type { ChartFacts, Series } from "@/lib/statistics/charts/model/chart-model";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";

export type PeriodState = "counted" | "unfinished" | "blank";

export interface PeriodColumn {
  /** `2023-09`, `2023-Q3` or `2023`. */
  period: string;
  /** `Sep`, `Q3` or `2023`. */
  label: string;
  /** `2023` where the label does not say it, else null. */
  year: string | null;
  /** `to 15` under a month that the span cuts, else null. */
  until: string | null;
  /** A blank column lies after the last day counted: nothing is known about it, so nothing is drawn. */
  state: PeriodState;
  /** Whether thefts of it may not have been written about by the day that is covered. */
  isYoung: boolean;
  /** Each incident once. */
  incidents: number;
  /** Incidents that the amounts leave out, because nobody knows theirs. */
  unknownSize: number;
  /** What the parts add up to. */
  total: number;
  /** In the order of the series. */
  amounts: number[];
  /** Where the marks lead, in the order of the series; null where no address was given. */
  hrefs: (string | null)[];
}

/** Columns a month, quarter or year, stacked by what incidents have in common; the first series at the bottom. */
export interface ColumnPlot {
  kind: "columns";
  axis: AmountAxis;
  /** What each column's total is counted in, where its parts and series are percent of it. */
  totalUnit?: AmountUnit;
  /**
   * Of a measure that does not add up: what is written over a column in which nothing counts, which is not zero, and behind
   * what the series is over all columns together.
   */
  unsummed?: { none: string; overall: string };
  /** With what each adds up to; null where nobody knows that of any of its incidents. */
  series: (Series & { amount: number | null })[];
  columns: PeriodColumn[];
  /** What is written where columns are blank. */
  blankText: string;
}

export type ColumnModel = ChartFacts & { kind: "columns"; plot: ColumnPlot };
