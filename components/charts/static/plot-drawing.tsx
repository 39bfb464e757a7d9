import type { ReactNode } from "react";
import { BarDrawing } from "@/components/charts/bars/bars-drawing";
import { ColumnDrawing } from "@/components/charts/columns/columns-drawing";
import { CumulativeDrawing } from "@/components/charts/cumulative/cumulative-drawing";
import { DotDrawing } from "@/components/charts/dots/dots-drawing";
import { HeatDrawing } from "@/components/charts/heat/heat-drawing";
import { layoutBars } from "@/lib/statistics/charts/bars/bars-layout";
import { layoutColumns } from "@/lib/statistics/charts/columns/columns-layout";
import { layoutCumulative } from "@/lib/statistics/charts/cumulative/cumulative-layout";
import { layoutDots } from "@/lib/statistics/charts/dots/dots-layout";
import { layoutHeat } from "@/lib/statistics/charts/heat/heat-layout";
import type { ChartSize } from "@/lib/statistics/charts/layout/geometry";
import type { ChartPlot } from "@/lib/statistics/charts/model/chart-model";

/** A drawing of a plot in nominal pixels. */
export interface PlotDrawing {
  height: number;
  content: ReactNode;
}

/** What a plot looks like at a size, and how high that is; `hatch` names the pattern it may define. */
export function drawPlot(plot: ChartPlot, size: ChartSize, hatch: string): PlotDrawing {
  switch (plot.kind) {
    case "columns": {
      const drawing = layoutColumns(plot, size);
      return {
        height: drawing.height,
        content: <ColumnDrawing drawing={drawing} hatch={hatch} />,
      };
    }
    case "cumulative": {
      const drawing = layoutCumulative(plot, size);
      return { height: drawing.height, content: <CumulativeDrawing drawing={drawing} /> };
    }
    case "dots": {
      const drawing = layoutDots(plot, size);
      return { height: drawing.height, content: <DotDrawing drawing={drawing} /> };
    }
    case "heat": {
      const drawing = layoutHeat(plot, size);
      return { height: drawing.height, content: <HeatDrawing drawing={drawing} /> };
    }
    case "bars": {
      const drawing = layoutBars(plot, size);
      return { height: drawing.height, content: <BarDrawing drawing={drawing} hatch={hatch} /> };
    }
  }
}
