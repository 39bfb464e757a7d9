import type { PlotDrawer } from "@/components/charts/static/plot-drawing";
import { layoutBars } from "@/lib/statistics/charts/bars/bars-layout";
import type { BarPlot } from "@/lib/statistics/charts/bars/bars-plot";
import { BarDrawing } from "./bars-drawing";

/** The static drawing of ranked bars. */
export const barsDrawer = {
  isLive: true,
  draw(plot, size, hatch) {
    const drawing = layoutBars(plot, size);
    return { height: drawing.height, content: <BarDrawing drawing={drawing} hatch={hatch} /> };
  },
  targets(plot, size) {
    const drawing = layoutBars(plot, size);
    const targets = drawing.marks.map((mark) => {
      const height = Math.max(drawing.rowHeight / 2, mark.height);
      return { ...mark, y: mark.y + (mark.height - height) / 2, height };
    });
    return { height: drawing.height, targets };
  },
} as const satisfies PlotDrawer<BarPlot>;
