import { useMemo } from "react";
import {
  Bar,
  BarChart,
  type BarShapeProps,
  DefaultZIndexes,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import { LiveStage, surfaceOf } from "@/components/charts/live/live-stage";
import { marginOf } from "@/components/charts/live/margin";
import { MarkLink } from "@/components/charts/live/mark-link";
import { READING_WIDTH, Reading, type ReadingText } from "@/components/charts/live/reading";
import { type Point, readingTooltip } from "@/components/charts/live/reading-tooltip";
import type { StaticFrame } from "@/components/charts/live/static-frame";
import {
  type BarDrawing,
  type BarMark,
  layoutBars,
} from "@/lib/statistics/charts/bars/bars-layout";
import type { BarPlot } from "@/lib/statistics/charts/bars/bars-plot";
import { inUnit } from "@/lib/statistics/charts/model/amount-unit";
import { BarGround, BarLettering, Bar as BarShape } from "./bars-drawing";

interface LiveBarsProps {
  id: string;
  title: string;
  alternative: string;
  plot: BarPlot;
  frame: StaticFrame;
}

function textAt(plot: BarPlot, index: number): ReadingText | null {
  const bar = plot.bars[index];
  if (bar === undefined) return null;
  if (bar.kind === "rest") return { heading: bar.label, rows: [], note: "The table lists them" };
  const whole =
    bar.depth > 0
      ? plot.bars.slice(0, index).findLast((each) => each.depth < bar.depth)
      : undefined;
  const { kind, unit } = plot.axis;
  const row = (key: string, label: string, value: string) => ({ key, label, colour: null, value });
  const { range } = bar;
  return {
    heading: bar.label,
    rows: [
      row(
        "amount",
        unit === "%" ? "Share" : kind === "usd" ? "Amount" : "Incidents",
        inUnit(unit, bar.amount),
      ),
      ...(bar.levels ?? []).map((level) =>
        row(level.confidence, `Of which ${level.confidence}`, inUnit(unit, level.amount)),
      ),
      ...(range === null
        ? []
        : [
            row("low", "Lowest figure", inUnit(unit, range.low)),
            row("high", "Highest figure", inUnit(unit, range.high)),
          ]),
    ],
    note: [bar.aside, whole ? `Part of ${whole.label}` : ""].filter(Boolean).join(". ") || null,
  };
}

/** It begins inside the row pointed at and above or below the pointer, which so can move onto it. */
function placeOf(drawing: BarDrawing, index: number, at: Point, scale: number) {
  const { area, rowHeight, height, size } = drawing;
  const rows = Math.round((area.bottom - area.top) / rowHeight);
  const left = Math.max(0, Math.min(at.x * scale - 40, size.width * scale - READING_WIDTH));
  return index < rows / 2
    ? { left, top: (area.top + rowHeight * (index + 1) - 4) * scale }
    : { left, bottom: (height - area.top - rowHeight * index - 4) * scale };
}

/** As long as Recharts makes it, in the row that both drawings share. Its own index leaves out bars without an amount. */
function barOf(mark: BarMark | undefined, shape: BarShapeProps, hatch: string) {
  if (mark === undefined) return <g />;
  return (
    <MarkLink href={mark.href}>
      <BarShape mark={mark} x={shape.x} width={Math.max(1, shape.width)} hatch={hatch} />
    </MarkLink>
  );
}

export function LiveBars({ id, title, alternative, plot, frame }: LiveBarsProps) {
  const drawing = useMemo(() => layoutBars(plot, frame.size), [plot, frame.size]);
  const marks = new Map(drawing.marks.map((mark) => [mark.key, mark]));
  const hatch = `${id}-live-hatch`;
  return (
    <LiveStage
      id={id}
      alternative={alternative}
      drawing={drawing}
      frame={frame}
      steps={plot.bars.length}
    >
      {(portal) => (
        <BarChart
          layout="vertical"
          data={plot.bars}
          width={drawing.size.width}
          height={drawing.height}
          margin={marginOf(drawing)}
          {...surfaceOf(id, title)}
        >
          <XAxis type="number" domain={[0, drawing.axis.max]} hide />
          <YAxis type="category" dataKey="key" hide />
          <BarGround drawing={drawing} hatch={hatch} />
          <Bar
            dataKey="amount"
            isAnimationActive={false}
            shape={(shape: BarShapeProps) =>
              barOf(marks.get(plot.bars[shape.originalDataIndex]?.key ?? ""), shape, hatch)
            }
          />
          <ZIndexLayer zIndex={DefaultZIndexes.label}>
            <BarLettering drawing={drawing} />
          </ZIndexLayer>
          {readingTooltip({
            portal,
            cursor: { fill: "var(--ink)", fillOpacity: 0.06 },
            children: (index, at) => (
              <Reading
                text={index === null ? null : textAt(plot, index)}
                style={placeOf(drawing, index ?? 0, at, frame.scale)}
              />
            ),
          })}
        </BarChart>
      )}
    </LiveStage>
  );
}
