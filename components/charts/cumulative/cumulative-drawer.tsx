import type { PlotDrawer } from "@/components/charts/static/plot-drawing";
import { layoutCumulative } from "@/lib/statistics/charts/cumulative/cumulative-layout";
import type { CumulativePlot } from "@/lib/statistics/charts/cumulative/cumulative-plot";
import { shortSteps } from "@/lib/statistics/charts/layout/short-steps";
import { CumulativeDrawing } from "./cumulative-drawing";

/** The static drawing of lines that add up. */
export const cumulativeDrawer = {
  isLive: true,
  draw(plot, size) {
    const drawing = layoutCumulative(plot, size);
    const content = <CumulativeDrawing drawing={drawing} written={shortSteps} />;
    return { height: drawing.height, content };
  },
  // Files at published URLs keep their bytes.
  drawImage(plot, size) {
    const drawing = layoutCumulative(plot, size);
    const content = <CumulativeDrawing drawing={drawing} written={(path) => path} />;
    return { height: drawing.height, content };
  },
  targets: () => ({ height: 0, targets: [] }),
} as const satisfies PlotDrawer<CumulativePlot>;
