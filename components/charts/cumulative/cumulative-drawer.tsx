import type { PlotDrawer } from "@/components/charts/static/plot-drawing";
import { layoutCumulative } from "@/lib/statistics/charts/cumulative/cumulative-layout";
import type { CumulativePlot } from "@/lib/statistics/charts/cumulative/cumulative-plot";
import { CumulativeDrawing } from "./cumulative-drawing";

/** The static drawing of lines that add up. */
export const cumulativeDrawer = {
  isLive: true,
  draw(plot, size) {
    const drawing = layoutCumulative(plot, size);
    return { height: drawing.height, content: <CumulativeDrawing drawing={drawing} /> };
  },
  targets: () => ({ height: 0, targets: [] }),
} as const satisfies PlotDrawer<CumulativePlot>;
