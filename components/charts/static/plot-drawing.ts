import type { ReactNode } from "react";
import type { ChartSize } from "@/lib/statistics/charts/layout/geometry";

/** A drawing of a plot in nominal pixels. */
export interface PlotDrawing {
  height: number;
  content: ReactNode;
}

/** Where a mark is found, and where it leads. */
export interface MarkTarget {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  href: string | null;
  text: string;
}

/** How plots of a kind are drawn without a browser. */
export interface PlotDrawer<Plot> {
  /** Whether it is also drawn live. */
  isLive: boolean;
  /** What it looks like at a size, and how high that is; `hatch` names the pattern it may define. */
  draw(plot: Plot, size: ChartSize, hatch: string): PlotDrawing;
  /** The same for a picture, in which no part is pointed at; where left out it is no different. */
  drawImage?(plot: Plot, size: ChartSize, hatch: string): PlotDrawing;
  /** What a pointer finds over it; none where nothing leads anywhere. */
  targets(plot: Plot, size: ChartSize): { height: number; targets: readonly MarkTarget[] };
}
