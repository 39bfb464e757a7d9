import { dotPath } from "@/lib/statistics/charts/layout/dot-shapes";
import { hundredth, type SeriesLabel } from "@/lib/statistics/charts/layout/geometry";
import { texturePath } from "@/lib/statistics/charts/layout/texture-path";
import { DotPath } from "./dot-path";
import { TextMarks } from "./text-marks";

const SWATCH = 12;

const swatchX = ({ x, width, isFromRight }: SeriesLabel) =>
  isFromRight ? x + width - SWATCH - 1 : x;

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
      {swatches && item.shape !== undefined && (
        <DotPath
          shape={item.shape}
          path={dotPath(
            item.shape,
            swatchX(item) + SWATCH / 2 + 0.5,
            item.y + item.height / 2,
            SWATCH / 2 - 1,
          )}
          colour={`var(${item.colour})`}
          radius={SWATCH / 2 - 1}
        />
      )}
      {swatches && item.shape === undefined && (
        <rect
          x={hundredth(swatchX(item) + 0.5)}
          y={hundredth(item.y + (item.height - SWATCH) / 2)}
          width={SWATCH}
          height={SWATCH}
          fill={item.hidden ? "none" : `var(${item.colour})`}
          stroke={`var(${item.colour})`}
        />
      )}
      {swatches && item.texture !== undefined && item.texture !== "plain" && (
        <path
          d={texturePath(item.texture, {
            x: item.x + 0.5,
            y: item.y + (item.height - SWATCH) / 2,
            width: SWATCH,
            height: SWATCH,
          })}
          fill="var(--paper)"
        />
      )}
      <TextMarks marks={item.texts} halo={!swatches} />
    </g>
  ));
}
