import { AnnotationMarks } from "@/components/charts/static/annotation-marks";
import { Grid, RuleLine } from "@/components/charts/static/rules";
import { SeriesLabels } from "@/components/charts/static/series-labels";
import { TextMarks } from "@/components/charts/static/text-marks";
import type {
  CumulativeDrawing as Drawing,
  YearPath,
} from "@/lib/statistics/charts/cumulative/cumulative-layout";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";

/** What lies behind the lines, in both drawings. */
export function CumulativeGround({ drawing }: { drawing: Drawing }) {
  return (
    <>
      <Grid drawing={drawing} />
      <RuleLine rule={drawing.base} stroke="var(--chart-axis)" strokeWidth={1.25} />
      {drawing.monthTicks.map((rule) => (
        <RuleLine key={rule.x1} rule={rule} stroke="var(--chart-axis)" />
      ))}
      {drawing.through && (
        <RuleLine rule={drawing.through} stroke="var(--chart-axis)" strokeDasharray="4 4" />
      )}
    </>
  );
}

function Dots({ line }: { line: YearPath }) {
  const fill = `var(${line.colour})`;
  const dots = line.atThrough ? [line.atThrough] : [];
  if (line.isShown) dots.push(line.end);
  return dots.map((dot) => (
    <circle
      key={line.key}
      cx={hundredth(dot.x)}
      cy={hundredth(dot.y)}
      r={line.isShown ? 5 : 3.5}
      fill={fill}
      stroke="var(--paper)"
      strokeWidth={1.5}
      data-mark={`${line.key}|day`}
    />
  ));
}

/** What lies over the lines, in both drawings. */
export function CumulativeLettering({ drawing }: { drawing: Drawing }) {
  return (
    <g className="tabular-nums">
      {drawing.lines.map((line) => (
        <Dots key={line.key} line={line} />
      ))}
      {drawing.leaders.map((leader) => (
        <RuleLine key={leader.key} rule={leader} stroke={`var(${leader.colour})`} />
      ))}
      <SeriesLabels labels={drawing.legend} swatches={false} />
      <TextMarks marks={drawing.labels} halo />
      <AnnotationMarks annotations={drawing.annotations} />
    </g>
  );
}

interface CumulativeDrawingProps {
  drawing: Drawing;
  /** How a line's path is written. */
  written: (path: string) => string;
}

export function CumulativeDrawing({ drawing, written }: CumulativeDrawingProps) {
  return (
    <>
      <CumulativeGround drawing={drawing} />
      {drawing.lines.map((line) => (
        <path
          key={line.key}
          d={written(line.path)}
          fill="none"
          stroke={`var(${line.colour})`}
          strokeWidth={line.strokeWidth}
          strokeLinejoin="round"
          data-mark={`${line.key}|line`}
        />
      ))}
      <CumulativeLettering drawing={drawing} />
    </>
  );
}
