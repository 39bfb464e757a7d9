import type { PlotDrawer } from "@/components/charts/static/plot-drawing";
import { layoutColumns } from "@/lib/statistics/charts/columns/columns-layout";
import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import { ColumnDrawing, ColumnImage } from "./columns-drawing";

/** The static drawing of columns. */
export const columnsDrawer = {
  isLive: true,
  draw(plot, size) {
    const drawing = layoutColumns(plot, size);
    return { height: drawing.height, content: <ColumnDrawing drawing={drawing} /> };
  },
  drawImage(plot, size) {
    const drawing = layoutColumns(plot, size);
    return { height: drawing.height, content: <ColumnImage drawing={drawing} /> };
  },
  targets(plot, size) {
    const { height, marks } = layoutColumns(plot, size);
    return { height, targets: marks };
  },
} as const satisfies PlotDrawer<ColumnPlot>;
