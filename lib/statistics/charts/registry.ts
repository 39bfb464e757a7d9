import { actorsChart } from "./actors/actors-chart";
import { columnsChart } from "./columns/columns-chart";
import { concentrationChart } from "./concentration/concentration-chart";
import { cumulativeChart } from "./cumulative/cumulative-chart";
import { dotsChart } from "./dots/dots-chart";
import { heatChart } from "./heat/heat-chart";
import { largestChart } from "./largest/largest-chart";
import type { ChartDefinition, RowsFacts } from "./model/chart-definition";
import { quantilesChart } from "./quantiles/quantiles-chart";
import { chainsChart, targetsChart, techniquesChart } from "./ranked/ranked-chart";
import { recoveryChart } from "./recovery/recovery-chart";
import { sizesChart, thresholdsChart } from "./sizes/sizes-chart";

/**
 * Every chart by its name in the URL, in the gallery's order. Names, rows, models and plots are derived from
 * here. What else a chart needs does not compile until it is there: its query in chart-queries, its number among
 * short ids, rows in the test of part names, and where its plot is of a new kind, a drawing.
 */
export const CHARTS = {
  monthly: columnsChart,
  "year-to-date": cumulativeChart,
  actors: actorsChart,
  techniques: techniquesChart,
  targets: targetsChart,
  chains: chainsChart,
  timeline: dotsChart,
  largest: largestChart,
  "actor-years": heatChart,
  quantiles: quantilesChart,
  sizes: sizesChart,
  thresholds: thresholdsChart,
  concentration: concentrationChart,
  recovery: recoveryChart,
} as const;
export type ChartName = keyof typeof CHARTS;

/** The names of all charts, in the gallery's order. */
export const CHART_NAMES = Object.keys(CHARTS) as ChartName[];

export function isChartName(text: string): text is ChartName {
  return Object.hasOwn(CHARTS, text);
}

/** What each chart draws from, by name. */
export type RowsOf = {
  [Name in ChartName]: (typeof CHARTS)[Name] extends ChartDefinition<infer Rows, infer _>
    ? Rows
    : never;
};

/** What each chart's rows become, by name. */
export type ModelOf = { [Name in ChartName]: ReturnType<(typeof CHARTS)[Name]["model"]> };

/** The same table, typed so that the chart of a name takes that name's rows. */
export const DEFINITIONS: {
  readonly [Name in ChartName]: ChartDefinition<RowsOf[Name], ModelOf[Name]>;
} = CHARTS;

/** All that a chart draws, as the database counts it. */
export type ChartRows = {
  [Name in ChartName]: { chart: Name } & RowsOf[Name] & RowsFacts;
}[ChartName];

/**
 * A chart as plain, serialisable data: everything a drawing needs and nothing about pixels. `plot` is
 * what is drawn; the rest is said around it.
 */
export type ChartModel = ModelOf[ChartName];
export type ChartPlot = ChartModel["plot"];
export type PlotKind = ChartPlot["kind"];
/** The plot of a kind. */
export type PlotOf<Kind extends PlotKind> = Extract<ChartPlot, { kind: Kind }>;
