import { drawImage } from "@/components/charts/drawings";
import { numbersDigest, printedDigest } from "@/lib/site/exports/numbers-digest";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";
import { numberedParts } from "@/lib/statistics/charts/model/grey-palette";
import { textureAt } from "@/lib/statistics/charts/model/textures";
import type { ChartModel, ChartPlot } from "@/lib/statistics/charts/registry";
import { type PosterOptions, posterFrame } from "./poster-frame";

const HATCH = "poster-hatch";
/** So few parts are told apart by their greys alone. */
const TEXTURED_FROM = 5;
/** What is muted, and what nobody knows of: the lightest of a stack, and often the largest. */
const PLAIN: readonly ChartColour[] = ["--part-muted", "--part-nobody", "--cat-unknown"];

/** A chart as a whole publishable picture: one SVG that needs nothing beside itself, its numbers’ digest in it. */
export function posterSvg(model: ChartModel, options: PosterOptions): string {
  const digest = printedDigest(numbersDigest(model.numbers));
  const parts =
    "series" in model.plot ? numberedParts(model.plot.series.map(({ colour }) => colour)) : [];
  const plot = options.palette === "grey" ? withTextures(model.plot) : model.plot;
  return posterFrame({ ...model, digest }, { ...options, parts }, (size) =>
    drawImage(plot, size, HATCH),
  );
}

/** A plot in greys: where its parts are more than greys tell apart, each has a texture of its own. */
function withTextures(plot: ChartPlot): ChartPlot {
  if (plot.kind !== "columns" || plot.series.length < TEXTURED_FROM) return plot;
  const series = plot.series.map((each, place) =>
    PLAIN.includes(each.colour) ? each : { ...each, texture: textureAt(place) },
  );
  return { ...plot, series };
}
