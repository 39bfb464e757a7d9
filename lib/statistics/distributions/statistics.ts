import type { ChartView } from "@/lib/statistics/charts/chart-view";
import type { ChartModel, ChartRows } from "@/lib/statistics/charts/registry";
import type { ReturnsDated } from "./distribution";
import type { StatisticName } from "./statistics-view";

/** A chart of the page of statistics, with the rows that its sentence is made of as well. */
export interface StatisticChart<Name> {
  view: ChartView;
  model: ChartModel;
  rows: Extract<ChartRows, { chart: Name }>;
}

/** What the page of statistics says. */
export interface Statistics {
  charts: { [Name in StatisticName]: StatisticChart<Name> };
  dated: ReturnsDated;
  /** What is filtered by, as sentences name it. */
  filters: string[];
  /** Measure, estimates and filters. */
  ruleText: string;
  targetName: string | null;
}
