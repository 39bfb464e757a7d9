import { HatchPattern } from "@/components/charts/static/hatch";
import { Grid, RuleLine } from "@/components/charts/static/rules";
import { TextMarks } from "@/components/charts/static/text-marks";
import type {
  BarMark,
  BarDrawing as Drawing,
  Whisker,
} from "@/lib/statistics/charts/bars/bars-layout";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";

/** One bar: full for a whole, lighter for a part, hatched for what is attributed to nobody. */
export function Bar({
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
  const isNobody = mark.kind === "nobody";
  const own = mark.depth === 0 ? "var(--bar-whole)" : "var(--bar-part)";
  const colour = mark.isMuted ? "var(--part-muted)" : own;
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

/** How far sources are apart: dark on what lies beyond the bar, and light within it. */
function WhiskerMark({ whisker }: { whisker: Whisker }) {
  const { half, x1, x2, y } = whisker;
  const d = `M${hundredth(x1)} ${hundredth(y - half)}v${hundredth(half * 2)}M${hundredth(x1)} ${hundredth(y)}H${hundredth(x2)}M${hundredth(x2)} ${hundredth(y - half)}v${hundredth(half * 2)}`;
  return (
    <>
      <path d={d} fill="none" stroke="var(--paper)" strokeWidth={4} />
      <path d={d} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
    </>
  );
}

/** What lies behind the bars, in both drawings. */
export function BarGround({ drawing, hatch }: { drawing: Drawing; hatch: string }) {
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
export function BarLettering({ drawing }: { drawing: Drawing }) {
  return (
    <g className="tabular-nums">
      {drawing.base && (
        <RuleLine rule={drawing.base} stroke="var(--chart-axis)" strokeWidth={1.25} />
      )}
      {drawing.stems.map((rule) => (
        <RuleLine key={`${rule.x1},${rule.y1},${rule.x2}`} rule={rule} stroke="var(--chart-axis)" />
      ))}
      {drawing.whiskers.map((whisker) => (
        <WhiskerMark key={whisker.key} whisker={whisker} />
      ))}
      <TextMarks marks={drawing.labels} halo />
    </g>
  );
}

export function BarDrawing({ drawing, hatch }: { drawing: Drawing; hatch: string }) {
  return (
    <>
      <BarGround drawing={drawing} hatch={hatch} />
      {drawing.marks.map((mark) => (
        <Bar key={mark.key} mark={mark} x={mark.x} width={mark.width} hatch={hatch} />
      ))}
      <BarLettering drawing={drawing} />
    </>
  );
}
