import type { PlotDrawer } from "@/components/charts/static/plot-drawing";
import { layoutHeat } from "@/lib/statistics/charts/heat/heat-layout";
import type { HeatPlot } from "@/lib/statistics/charts/heat/heat-plot";
import { HeatDrawing } from "./heat-drawing";

/** The static drawing of a heat map. */
export const heatDrawer = {
  isLive: false,
  draw(plot, size) {
    const drawing = layoutHeat(plot, size);
    return { height: drawing.height, content: <HeatDrawing drawing={drawing} /> };
  },
  targets(plot, size) {
    const { cells, height } = layoutHeat(plot, size);
    return { height, targets: cells };
  },
} as const satisfies PlotDrawer<HeatPlot>;
