import { drawImage } from "@/components/charts/drawings";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import { type PosterOptions, posterFrame } from "./poster-frame";

const HATCH = "poster-hatch";

/** A chart as a whole publishable picture: one SVG that needs nothing beside itself. */
export function posterSvg(model: ChartModel, options: PosterOptions): string {
  return posterFrame(model, options, (size) => drawImage(model.plot, size, HATCH));
}
