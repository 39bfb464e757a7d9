import { AnnotationMarks } from "@/components/charts/static/annotation-marks";
import { Grid, RuleLine } from "@/components/charts/static/rules";
import { SeriesLabels } from "@/components/charts/static/series-labels";
import { TextMarks } from "@/components/charts/static/text-marks";
import type {
  ColumnMark,
  ColumnDrawing as Drawing,
} from "@/lib/statistics/charts/columns/columns-layout";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";
import { texturePath } from "@/lib/statistics/charts/layout/texture-path";
import type { Texture } from "@/lib/statistics/charts/model/textures";
import { grouped } from "@/lib/values/lists/grouped";
import { ColumnPart, lookOf } from "./column";

/** What lies behind the columns, in both drawings. */
export function ColumnGround({ drawing }: { drawing: Drawing }) {
  return (
    <>
      {drawing.young && (
        <rect
          x={hundredth(drawing.young.x)}
          y={hundredth(drawing.young.y)}
          width={hundredth(drawing.young.width)}
          height={hundredth(drawing.young.height)}
          fill="var(--chart-grid)"
          fillOpacity={0.45}
        />
      )}
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
      {drawing.leaders.map((rule) => (
        <RuleLine key={`${rule.x1},${rule.y2}`} rule={rule} stroke="var(--chart-axis)" />
      ))}
      <TextMarks marks={drawing.labels} />
      <AnnotationMarks annotations={drawing.annotations} />
    </g>
  );
}

/** The parts of a series as one path: a picture of many columns is a fraction as large, and as quickly made. */
function pathOf(marks: readonly ColumnMark[]): string {
  let path = "";
  for (const mark of marks) {
    const width = hundredth(mark.width);
    path += `M${hundredth(mark.x)} ${hundredth(mark.y + mark.gap)}h${width}v${hundredth(mark.height - mark.gap)}h${-width}z`;
  }
  return path;
}

/** What lies over the parts of a series that has no colour of its own. */
function textureOf(texture: Texture, marks: readonly ColumnMark[]): string {
  return marks
    .map(({ gap, height, width, x, y }) =>
      texturePath(texture, { x, y: y + gap, width, height: height - gap }),
    )
    .join("");
}

/** Parts that look alike, which is then said once: those of a series, apart those whose period is not over. */
function alikeIn({ marks }: Drawing) {
  const alike = grouped(marks, (mark) => `${mark.unfinished} ${mark.series}`);
  return [...alike].flatMap(([name, [first, ...others]]) =>
    first === undefined ? [] : [{ name, look: lookOf(first), marks: [first, ...others] }],
  );
}

/** A chart of columns for a picture, in which no part is pointed at. */
export function ColumnImage({ drawing }: { drawing: Drawing }) {
  const ofSeries = grouped(drawing.marks, (mark) => mark.series);
  const textures = drawing.legend.flatMap(({ key, texture = "plain" }) => {
    const path = textureOf(texture, ofSeries.get(key) ?? []);
    return path === "" ? [] : [{ key, path }];
  });
  return (
    <>
      <ColumnGround drawing={drawing} />
      {alikeIn(drawing).map(({ name, look, marks }) => (
        <path key={name} d={pathOf(marks)} {...look} />
      ))}
      {textures.map(({ key, path }) => (
        <path key={`${key}-texture`} d={path} fill="var(--paper)" />
      ))}
      <ColumnLettering drawing={drawing} />
    </>
  );
}

export function ColumnDrawing({ drawing }: { drawing: Drawing }) {
  return (
    <>
      <ColumnGround drawing={drawing} />
      {alikeIn(drawing).map(({ name, look, marks }) => (
        <g key={name} {...look}>
          {marks.map((mark) => (
            <ColumnPart key={mark.key} mark={mark} y={mark.y} height={mark.height} />
          ))}
        </g>
      ))}
      <ColumnLettering drawing={drawing} />
    </>
  );
}
