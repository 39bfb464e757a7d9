import { TextMarks } from "@/components/charts/static/text-marks";
import type { HeatDrawing as Drawing } from "@/lib/statistics/charts/heat/heat-layout";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";

export function HeatDrawing({ drawing }: { drawing: Drawing }) {
  return (
    <>
      {drawing.cells.map((cell) => (
        <rect
          key={cell.key}
          x={hundredth(cell.x)}
          y={hundredth(cell.y)}
          width={hundredth(cell.width)}
          height={hundredth(cell.height)}
          fill={cell.isNobody ? "var(--chart-text)" : "var(--accent)"}
          fillOpacity={cell.strength}
          data-mark={cell.key}
        />
      ))}
      {drawing.key.map((swatch) => (
        <rect
          key={`${swatch.x},${swatch.y}`}
          x={hundredth(swatch.x)}
          y={hundredth(swatch.y)}
          width={hundredth(swatch.width)}
          height={hundredth(swatch.height)}
          fill={swatch.isNobody ? "var(--chart-text)" : "var(--accent)"}
          fillOpacity={swatch.strength}
        />
      ))}
      <g className="tabular-nums">
        <TextMarks marks={drawing.labels} />
      </g>
    </>
  );
}
