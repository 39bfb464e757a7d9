import type { PlotDrawer } from "@/components/charts/static/plot-drawing";
import { layoutDots } from "@/lib/statistics/charts/dots/dots-layout";
import type { DotPlot } from "@/lib/statistics/charts/dots/dots-plot";
import { DotDrawing } from "./dots-drawing";

/** The static drawing of dots. */
export const dotsDrawer = {
  isLive: false,
  draw(plot, size) {
    const drawing = layoutDots(plot, size);
    return { height: drawing.height, content: <DotDrawing drawing={drawing} /> };
  },
  targets(plot, size) {
    const drawing = layoutDots(plot, size);
    const reach = size.target / 3;
    const targets = drawing.named.map((dot) => ({
      ...dot,
      key: dot.slug,
      x: dot.x - reach,
      y: dot.y - reach,
      width: reach * 2,
      height: reach * 2,
    }));
    return { height: drawing.height, targets };
  },
} as const satisfies PlotDrawer<DotPlot>;
