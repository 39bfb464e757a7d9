import type { ColumnDrawing as Drawing } from "@/lib/charts/layout-columns";
import { Column } from "./column";
import { HatchPattern } from "./hatch";
import { Grid, RuleLine } from "./rules";
import { SeriesLabels } from "./series-labels";
import { TextMarks } from "./text-marks";

/** What lies behind the columns, in both drawings. */
export function ColumnGround({ drawing, hatch }: { drawing: Drawing; hatch: string }) {
  return (
    <>
      <defs>
        <HatchPattern id={hatch} colour="var(--paper)" />
      </defs>
      <Grid drawing={drawing} />
      {drawing.yearTicks.map((rule) => (
        <RuleLine key={rule.x1} rule={rule} stroke="var(--chart-grid)" />
      ))}
      <SeriesLabels labels={drawing.legend} swatches />
    </>
  );
}

/** What lies over the columns, in both drawings. */
export function ColumnLettering({ drawing }: { drawing: Drawing }) {
  return (
    <g className="tabular-nums">
      <RuleLine rule={drawing.base.counted} stroke="var(--chart-axis)" strokeWidth={1.25} />
      <RuleLine rule={drawing.base.blank} stroke="var(--chart-axis)" strokeDasharray="2 4" />
      <TextMarks marks={drawing.labels} />
    </g>
  );
}

export function ColumnDrawing({ drawing, hatch }: { drawing: Drawing; hatch: string }) {
  return (
    <>
      <ColumnGround drawing={drawing} hatch={hatch} />
      {drawing.marks.map((mark) => (
        <Column key={mark.key} mark={mark} y={mark.y} height={mark.height} hatch={hatch} />
      ))}
      <ColumnLettering drawing={drawing} />
    </>
  );
}
