import { hundredth, type SeriesLabel } from "@/lib/statistics/charts/layout/geometry";
import { TextMarks } from "./text-marks";

const SWATCH = 12;

/** What names the series: a swatch and words, or only words where they are at their line. */
export function SeriesLabels({
  labels,
  swatches,
}: {
  labels: readonly SeriesLabel[];
  swatches: boolean;
}) {
  return labels.map((item) => (
    <g
      key={item.key}
      className="tabular-nums"
      {...(item.hidden ? { textDecoration: "line-through" } : {})}
    >
      {swatches && (
        <rect
          x={hundredth(item.x + 0.5)}
          y={hundredth(item.y + (item.height - SWATCH) / 2)}
          width={SWATCH}
          height={SWATCH}
          fill={item.hidden ? "none" : `var(${item.colour})`}
          stroke={`var(${item.colour})`}
        />
      )}
      <TextMarks marks={item.texts} halo={!swatches} />
    </g>
  ));
}
