import { ColumnImage } from "@/components/charts/columns/columns-drawing";
import { layoutColumns } from "@/lib/statistics/charts/columns/columns-layout";
import type { ChartSize } from "@/lib/statistics/charts/layout/geometry";
import type { ChartModel } from "@/lib/statistics/charts/model/chart-model";
import { drawPlot, type PlotDrawing } from "./plot-drawing";
import { type PosterOptions, posterFrame } from "./poster-frame";

/** A chart as a whole publishable picture: one SVG that needs nothing beside itself. */
export function posterSvg(model: ChartModel, options: PosterOptions): string {
  return posterFrame(model, options, (size) => drawImage(model, size));
}

const HATCH = "poster-hatch";

function drawImage({ plot }: ChartModel, size: ChartSize): PlotDrawing {
  if (plot.kind !== "columns") return drawPlot(plot, size, HATCH);
  const drawing = layoutColumns(plot, size);
  return {
    height: drawing.height,
    content: <ColumnImage drawing={drawing} hatch={HATCH} />,
  };
}
