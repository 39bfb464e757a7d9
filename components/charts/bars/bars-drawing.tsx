import { HatchPattern } from "@/components/charts/static/hatch";
import { Grid, RuleLine } from "@/components/charts/static/rules";
import { TextMarks } from "@/components/charts/static/text-marks";
import type {
  BarMark,
  BarDrawing as Drawing,
  LevelSwatch,
  Whisker,
} from "@/lib/statistics/charts/bars/bars-layout";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";

/**
 * How sure a part of a bar is: confirmed is full, likely lighter, suspected hatched; what a person was
 * acquitted of is an empty outline, and nobody's is dashed. */
export function LevelBox({
  level,
  hatch,
  ...box
}: Omit<LevelSwatch, "level"> & { level: LevelSwatch["level"]; hatch: string }) {
  const place = {
    x: hundredth(box.x),
    y: hundredth(box.y),
    width: hundredth(box.width),
    height: hundredth(box.height),
  };
  if (level === "confirmed") return <rect {...place} fill="var(--bar-whole)" />;
  if (level === "likely")
    return <rect {...place} fill="var(--bar-part)" stroke="var(--bar-whole)" strokeWidth={1} />;
  if (level === "suspected")
    return (
      <rect
        {...place}
        fill={`url(#${hatch}-suspected)`}
        stroke="var(--bar-whole)"
        strokeWidth={1}
      />
    );
  if (level === "acquitted")
    return <rect {...place} fill="var(--paper)" stroke="var(--bar-whole)" strokeWidth={1.5} />;
  return (
    <rect
      {...place}
      fill="var(--bar-nobody)"
      fillOpacity={0.18}
      stroke="var(--bar-nobody)"
      strokeDasharray="3 2"
    />
  );
}

/** One bar: full for a whole, lighter for a part, dashed for what belongs to nobody. */
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
  if (isNobody && !mark.isMuted) {
    return (
      <g data-mark={mark.key}>
        <LevelBox level="nobody" {...{ x, width, y: mark.y, height: mark.height, hatch }} />
      </g>
    );
  }
  if (mark.levels.length > 0 && !mark.isMuted) {
    return (
      <g data-mark={mark.key}>
        {mark.levels.map((level) => (
          <LevelBox
            key={level.confidence}
            level={level.confidence}
            x={level.x}
            y={mark.y}
            width={level.width}
            height={mark.height}
            hatch={hatch}
          />
        ))}
      </g>
    );
  }
  return (
    <rect
      x={hundredth(x)}
      y={hundredth(mark.y)}
      width={hundredth(width)}
      height={hundredth(mark.height)}
      fill={colour}
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
      {drawing.key.length > 0 && (
        <defs>
          <HatchPattern id={`${hatch}-suspected`} colour="var(--bar-whole)" />
        </defs>
      )}
      <Grid drawing={drawing} />
      {drawing.key.map((swatch) => (
        <LevelBox key={swatch.level} {...swatch} hatch={hatch} />
      ))}
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
