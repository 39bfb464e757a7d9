import { hundredth } from "@/lib/charts/geometry";
import type { BarMark, ActorDrawing as Drawing } from "@/lib/charts/layout-actors";
import { HatchPattern } from "./hatch";
import { Grid, RuleLine } from "./rules";
import { TextMarks } from "./text-marks";

/** One bar: full for a whole, lighter for a part, hatched for what is attributed to nobody. */
export function ActorBar({
  mark,
  x,
  width,
  hatch,
}: {
  mark: BarMark;
  x: number;
  width: number;
  hatch: string;
}) {
  const isNobody = mark.kind === "unattributed";
  const colour = mark.depth === 0 ? "var(--bar-whole)" : "var(--bar-part)";
  return (
    <rect
      x={hundredth(x)}
      y={hundredth(mark.y)}
      width={hundredth(width)}
      height={hundredth(mark.height)}
      fill={isNobody ? `url(#${hatch})` : colour}
      stroke={isNobody ? "var(--bar-nobody)" : "none"}
      data-mark={mark.key}
    />
  );
}

/** What lies behind the bars, in both drawings. */
export function ActorGround({ drawing, hatch }: { drawing: Drawing; hatch: string }) {
  return (
    <>
      <defs>
        <HatchPattern id={hatch} colour="var(--bar-nobody)" />
      </defs>
      <Grid drawing={drawing} />
    </>
  );
}

/** What lies over the bars, in both drawings. */
export function ActorLettering({ drawing }: { drawing: Drawing }) {
  return (
    <g className="tabular-nums">
      {drawing.base && (
        <RuleLine rule={drawing.base} stroke="var(--chart-axis)" strokeWidth={1.25} />
      )}
      {drawing.stems.map((rule) => (
        <RuleLine key={`${rule.x1},${rule.y1},${rule.x2}`} rule={rule} stroke="var(--chart-axis)" />
      ))}
      <TextMarks marks={drawing.labels} halo />
    </g>
  );
}

export function ActorDrawing({ drawing, hatch }: { drawing: Drawing; hatch: string }) {
  return (
    <>
      <ActorGround drawing={drawing} hatch={hatch} />
      {drawing.marks.map((mark) => (
        <ActorBar key={mark.key} mark={mark} x={mark.x} width={mark.width} hatch={hatch} />
      ))}
      <ActorLettering drawing={drawing} />
    </>
  );
}
