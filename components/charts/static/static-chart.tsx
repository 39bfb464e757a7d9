import type { ChartModel } from "@/lib/charts/chart-model";
import { type ChartSize, hundredth } from "@/lib/charts/geometry";
import { layoutActors } from "@/lib/charts/layout-actors";
import { layoutCumulative } from "@/lib/charts/layout-cumulative";
import { layoutMonthly } from "@/lib/charts/layout-monthly";
import { ActorDrawing } from "./actor-drawing";
import { CumulativeDrawing } from "./cumulative-drawing";
import { MonthlyDrawing } from "./monthly-drawing";

interface StaticChartProps {
  model: ChartModel;
  /** Unique on the page; names the parts that refer to one another. */
  id: string;
  size: ChartSize;
}

function draw(model: ChartModel, size: ChartSize, hatch: string) {
  const { plot } = model;
  switch (plot.kind) {
    case "monthly": {
      const drawing = layoutMonthly(plot, size);
      return {
        height: drawing.height,
        content: <MonthlyDrawing drawing={drawing} hatch={hatch} />,
      };
    }
    case "cumulative": {
      const drawing = layoutCumulative(plot, size);
      return { height: drawing.height, content: <CumulativeDrawing drawing={drawing} /> };
    }
    case "actors": {
      const drawing = layoutActors(plot, size);
      return { height: drawing.height, content: <ActorDrawing drawing={drawing} hatch={hatch} /> };
    }
  }
}

/** A chart as one SVG of a nominal size, drawn without a browser; it fills the width it is given. */
export function StaticChart({ model, id, size }: StaticChartProps) {
  const name = `${id}-${size.name}`;
  const { height, content } = draw(model, size, `${name}-hatch`);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size.width} ${hundredth(height)}`}
      width={size.width}
      height={hundredth(height)}
      role="img"
      aria-labelledby={`${name}-title`}
      aria-describedby={`${name}-desc`}
      data-size={size.name}
      className="block h-auto w-full overflow-visible font-sans"
    >
      <title id={`${name}-title`}>{model.title}</title>
      <desc id={`${name}-desc`}>{model.alternative}</desc>
      {content}
    </svg>
  );
}
