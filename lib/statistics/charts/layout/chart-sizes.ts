import type { ChartSize } from "@/lib/statistics/charts/layout/geometry";

// By themselves, for pages load them before anything is drawn: geometry brings along what charts say and how.

/** From 640 px on a page; below it the narrow one, which stays readable at 288 px. */
export const WIDE: ChartSize = { name: "wide", width: 960, fontSize: 15, target: 36 };
export const NARROW: ChartSize = { name: "narrow", width: 358, fontSize: 12.5, target: 30 };
export const CHART_SIZES: readonly ChartSize[] = [WIDE, NARROW];
