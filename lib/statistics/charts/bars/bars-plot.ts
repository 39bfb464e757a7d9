import type { ChartFacts } from "@/lib/statistics/charts/model/chart-model";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import type { LevelAmount } from "@/lib/statistics/totals/actor-levels";
import type { Level } from "@/lib/statistics/totals/level";

export interface RankedBar {
  key: string;
  label: string;
  /** A part of what is ranked; the smaller ones together; or what belongs to no part. */
  kind: "part" | "rest" | "nobody";
  /** 0 for a part that is part of no other. */
  depth: number;
  /** Null where every incident's is unknown, and for a rest that has no honest sum. */
  amount: number | null;
  incidents: number;
  unknownSize: number;
  /** What is said behind the amount: a share, a number of incidents, a day. */
  aside: string;
  /** The least and most that sources say; null where they agree. */
  range: { low: number; high: number } | null;
  /** What the amount is made of, the surest first; left out where that is not shown. */
  levels?: readonly LevelAmount[];
  href: string | null;
  /** Whether another one is highlighted. */
  isMuted?: boolean;
}

/** Ranked bars; where they form a tree, wholes come before their parts. */
export interface BarPlot {
  kind: "bars";
  axis: AmountAxis;
  bars: RankedBar[];
  /** The levels that bars are divided into, the surest first; left out where they are not. */
  levels?: readonly Level[];
}

export type BarModel = ChartFacts & { kind: "bars"; plot: BarPlot };
