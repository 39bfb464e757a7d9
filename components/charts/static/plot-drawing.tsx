import type { ReactNode } from "react";
import type { ChartPlot } from "@/lib/statistics/charts/chart-model";
import type { ChartSize } from "@/lib/statistics/charts/geometry";
import { layoutBars } from "@/lib/statistics/charts/layout-bars";
import { layoutColumns } from "@/lib/statistics/charts/layout-columns";
import { layoutCumulative } from "@/lib/statistics/charts/layout-cumulative";
import { layoutDots } from "@/lib/statistics/charts/layout-dots";
import { layoutHeat } from "@/lib/statistics/charts/layout-heat";
import { BarDrawing } from "./bar-drawing";
import { ColumnDrawing } from "./column-drawing";
import { CumulativeDrawing } from "./cumulative-drawing";
import { DotDrawing } from "./dot-drawing";
import { HeatDrawing } from "./heat-drawing";

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
