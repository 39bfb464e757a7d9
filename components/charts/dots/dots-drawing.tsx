import { DotPath } from "@/components/charts/static/dot-path";
import { Grid, RuleLine } from "@/components/charts/static/rules";
import { SeriesLabels } from "@/components/charts/static/series-labels";
import { TextMarks } from "@/components/charts/static/text-marks";
import type { DotDrawing as Drawing, NamedDot } from "@/lib/statistics/charts/dots/dots-layout";
import { dotPath } from "@/lib/statistics/charts/layout/dot-shapes";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";

/** A dot that is named, with the range that sources span. */
function Named({ dot }: { dot: NamedDot }) {
  const { whisker, x, y } = dot;
  const [left, right] = [hundredth(x - 3), hundredth(x + 3)];
  return (
    <>
      {whisker && (
        <path
          d={`M${left} ${hundredth(whisker.y1)}H${right}M${hundredth(x)} ${hundredth(whisker.y1)}V${hundredth(whisker.y2)}M${left} ${hundredth(whisker.y2)}H${right}`}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.25}
        />
      )}
      <DotPath
        shape={dot.shape}
        path={dotPath(dot.shape, x, y, 4.5)}
        colour={`var(${dot.colour})`}
        radius={4.5}
        outline="var(--ink)"
        mark={dot.slug}
      />
    </>
  );
}

export function DotDrawing({ drawing }: { drawing: Drawing }) {
  return (
    <>
      <Grid drawing={drawing} />
      <SeriesLabels labels={drawing.legend} swatches />
      <RuleLine rule={drawing.base} stroke="var(--chart-axis)" strokeWidth={1.25} />
      {drawing.ticks.map((rule) => (
        <RuleLine key={rule.x1} rule={rule} stroke="var(--chart-axis)" />
      ))}
      {drawing.unknown !== "" && (
        <path d={drawing.unknown} fill="none" stroke="var(--chart-axis)" strokeWidth={1} />
      )}
      {drawing.dots.map((dots) => (
        <DotPath
          key={dots.key}
          shape={dots.shape}
          path={dots.path}
          colour={`var(${dots.colour})`}
          radius={drawing.radius}
          opacity={0.8}
        />
      ))}
      {drawing.leaders.map((rule) => (
        <RuleLine key={`${rule.x1},${rule.y2}`} rule={rule} stroke="var(--chart-axis)" />
      ))}
      {drawing.named.map((dot) => (
        <Named key={dot.slug} dot={dot} />
      ))}
      <g className="tabular-nums">
        <TextMarks marks={drawing.labels} halo />
      </g>
    </>
  );
}
