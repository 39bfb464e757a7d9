import { type PackedColumns, packColumns } from "@/lib/statistics/charts/columns/packed-links";
import { type PackedPlot, packPlot } from "@/lib/statistics/charts/cumulative/packed-steps";
import type { ChartSize } from "@/lib/statistics/charts/layout/geometry";
import type { ChartPlot, PlotKind, PlotOf } from "@/lib/statistics/charts/registry";
import { barsDrawer } from "./bars/bars-drawer";
import { columnsDrawer } from "./columns/columns-drawer";
import { cumulativeDrawer } from "./cumulative/cumulative-drawer";
import { dotsDrawer } from "./dots/dots-drawer";
import { heatDrawer } from "./heat/heat-drawer";
import type { MarkTarget, PlotDrawer, PlotDrawing } from "./static/plot-drawing";

/** How each kind of plot is drawn; a kind that some chart has and that is not here does not compile. */
const DRAWERS = {
  columns: columnsDrawer,
  cumulative: cumulativeDrawer,
  bars: barsDrawer,
  dots: dotsDrawer,
  heat: heatDrawer,
} satisfies { readonly [Kind in PlotKind]: PlotDrawer<PlotOf<Kind>> };

type Plots = { [Kind in PlotKind]: PlotOf<Kind> };
const TYPED: { readonly [Kind in PlotKind]: PlotDrawer<Plots[Kind]> } = DRAWERS;

/** The kinds that are also drawn live. */
export type LiveKind = {
  [Kind in PlotKind]: (typeof DRAWERS)[Kind]["isLive"] extends true ? Kind : never;
}[PlotKind];
export type LivePlot = PlotOf<LiveKind>;
/** The same as a page carries it. */
export type CarriedPlot =
  | Exclude<LivePlot, PlotOf<"columns" | "cumulative">>
  | PackedColumns
  | PackedPlot;

export function carriedPlot(plot: LivePlot): CarriedPlot {
  if (plot.kind === "columns") return packColumns(plot);
  return plot.kind === "cumulative" ? packPlot(plot) : plot;
}

export function isLive(plot: ChartPlot): plot is LivePlot {
  return DRAWERS[plot.kind].isLive;
}

function drawn<Kind extends PlotKind>(
  kind: Kind,
  plot: Plots[Kind],
  size: ChartSize,
  hatch: string,
): PlotDrawing {
  return TYPED[kind].draw(plot, size, hatch);
}

function drawnAsImage<Kind extends PlotKind>(
  kind: Kind,
  plot: Plots[Kind],
  size: ChartSize,
  hatch: string,
): PlotDrawing {
  const drawer = TYPED[kind];
  return drawer.drawImage?.(plot, size, hatch) ?? drawer.draw(plot, size, hatch);
}

function targetsIn<Kind extends PlotKind>(kind: Kind, plot: Plots[Kind], size: ChartSize) {
  return TYPED[kind].targets(plot, size);
}

/** What a plot looks like on a page at a size; `hatch` names the pattern it may define. */
export function drawPlot(plot: ChartPlot, size: ChartSize, hatch: string): PlotDrawing {
  return drawn(plot.kind, plot, size, hatch);
}

/** What a plot looks like in a picture, in which no part is pointed at. */
export function drawImage(plot: ChartPlot, size: ChartSize, hatch: string): PlotDrawing {
  return drawnAsImage(plot.kind, plot, size, hatch);
}

/** What a pointer finds over a plot's drawing. */
export function targetsOf(
  plot: ChartPlot,
  size: ChartSize,
): { height: number; targets: readonly MarkTarget[] } {
  return targetsIn(plot.kind, plot, size);
}
