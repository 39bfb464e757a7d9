import { drawImage } from "@/components/charts/drawings";
import { numbersDigest, printedDigest } from "@/lib/site/exports/numbers-digest";
import { numberedParts } from "@/lib/statistics/charts/model/grey-palette";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import { type PosterOptions, posterFrame } from "./poster-frame";

const HATCH = "poster-hatch";

/** A chart as a whole publishable picture: one SVG that needs nothing beside itself, its numbers’ digest in it. */
export function posterSvg(model: ChartModel, options: PosterOptions): string {
  const digest = printedDigest(numbersDigest(model.numbers));
  const parts =
    "series" in model.plot ? numberedParts(model.plot.series.map(({ colour }) => colour)) : [];
  return posterFrame({ ...model, digest }, { ...options, parts }, (size) =>
    drawImage(model.plot, size, HATCH),
  );
}
