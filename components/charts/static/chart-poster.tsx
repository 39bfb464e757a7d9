import type { ChartModel } from "@/lib/charts/chart-model";
import { drawPlot } from "./plot-drawing";
import { type PosterOptions, posterFrame } from "./poster-frame";

/** A chart as a whole publishable picture: one SVG that needs nothing beside itself. */
export function posterSvg(model: ChartModel, options: PosterOptions): string {
  return posterFrame(model, options, (size) => drawPlot(model.plot, size, "poster-hatch"));
}
