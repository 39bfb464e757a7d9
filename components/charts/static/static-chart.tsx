import { drawPlot } from "@/components/charts/drawings";
import { type ChartSize, hundredth } from "@/lib/statistics/charts/layout/geometry";
import type { ChartModel } from "@/lib/statistics/charts/registry";

interface StaticChartProps {
  model: ChartModel;
  /** Unique on the page; names the parts that refer to one another. */
  id: string;
  size: ChartSize;
}

/** A chart as one SVG of a nominal size, drawn without a browser; it fills the width it is given. */
export function StaticChart({ model, id, size }: StaticChartProps) {
  const name = `${id}-${size.name}`;
  const { height, content } = drawPlot(model.plot, size, `${name}-hatch`);
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
