import type { RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import type { ChartFacts } from "@/lib/statistics/charts/model/chart-model";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";

export interface HeatCell {
  /** Null where no incident counts, and where nobody knows that of any. */
  amount: number | null;
  incidents: number;
  href: string | null;
}

export interface HeatRow {
  key: string;
  label: string;
  kind: RankedBar["kind"];
  depth: number;
  /** In the order of the columns; none for a row that only says how many more there are. */
  cells: HeatCell[];
  /** Over all years. */
  amount: number | null;
  /** Whether another one is highlighted. */
  isMuted?: boolean;
}

/** Rows by years, each cell with its amount. */
export interface HeatPlot {
  kind: "heat";
  axis: AmountAxis;
  /** `2023`; with `until` where the span cuts it. */
  columns: { label: string; until: string | null }[];
  rows: HeatRow[];
}

export type HeatModel = ChartFacts & { kind: "heat"; plot: HeatPlot };
