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
import { useHiddenSeries } from "@/components/charts/live/hidden-series";
import { LiveStage, surfaceOf } from "@/components/charts/live/live-stage";
import { marginOf } from "@/components/charts/live/margin";
import { MarkLink } from "@/components/charts/live/mark-link";
import { Reading, type ReadingText } from "@/components/charts/live/reading";
import { type Point, readingTooltip } from "@/components/charts/live/reading-tooltip";
import type { StaticFrame } from "@/components/charts/live/static-frame";
import {
  type ColumnDrawing,
  type ColumnMark,
  layoutColumns,
} from "@/lib/statistics/charts/columns/columns-layout";
import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import { inUnit } from "@/lib/statistics/charts/model/amount-unit";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import { Column } from "./column";
import { ColumnGround, ColumnLettering } from "./columns-drawing";

interface LiveColumnsProps {
  id: string;
  title: string;
  alternative: string;
  plot: ColumnPlot;
  frame: StaticFrame;
}

const ABOVE_POINTER = 32;

/** What a part's amount is called in a row for Recharts: by its place, for an actor may be called `period` too. */
const amountKey = (place: number) => `amount${place}`;

/** A part's amount; where it is drawn as percent of its column's total, both. */
function valueText({ axis, totalUnit }: ColumnPlot, amount: number, total: number): string {
  const said = inUnit(axis.unit, amount);
  return totalUnit === undefined ? said : `${said}, ${inUnit(totalUnit, (amount / 100) * total)}`;
}

/** What a column says: its categories, largest part on top as it is drawn. */
function textAt(plot: ColumnPlot, hidden: ReadonlySet<string>, index: number): ReadingText | null {
  const column = plot.columns[index];
  if (column === undefined) return null;
  const name = column.year === null ? column.label : `${column.label} ${column.year}`;
  if (column.state === "blank") return { heading: name, rows: [], note: "Not counted" };
  const rows = plot.series.flatMap((series, place) => {
    const amount = column.amounts[place] ?? 0;
    if (hidden.has(series.key) || amount === 0) return [];
    return [
      {
        key: series.key,
        label: series.label,
        colour: series.colour,
        value: valueText(plot, amount, column.total),
      },
    ];
  });
  const total = column.total;
  const isUnknown = column.incidents > 0 && column.incidents === column.unknownSize;
  const amount =
    column.incidents === 0 && plot.unsummed !== undefined
      ? plot.unsummed.none
      : inUnit(plot.totalUnit ?? plot.axis.unit, total);
  const unknown = column.unknownSize > 0 ? `, ${column.unknownSize} of unknown size` : "";
  return {
    heading: `${name}${column.until ? `, ${column.until}` : ""}: ${isUnknown ? "unknown" : amount}`,
    rows: rows.toReversed(),
    note: incidentsText(column.incidents) + unknown,
  };
}

/** It begins inside the column pointed at and beside the pointer, which so can move onto it. */
function placeOf(drawing: ColumnDrawing, count: number, index: number, at: Point, scale: number) {
  const { area, size } = drawing;
  const band = (area.right - area.left) / count;
  const left = area.left + band * index;
  const isLeftHalf = index < count / 2;
  return {
    top: Math.max(0, at.y * scale - ABOVE_POINTER),
    ...(isLeftHalf
      ? { left: (left + band * 0.9) * scale }
      : { right: (size.width - left - band * 0.1) * scale }),
  };
}

/** Where Recharts puts a part, at the column that both drawings share. */
function partOf(mark: ColumnMark | undefined, shape: BarShapeProps, hatch: string) {
  if (mark === undefined) return <g />;
  const box = mark.isSpeck ? mark : shape;
  return (
    <MarkLink href={mark.href}>
      <Column mark={mark} y={box.y} height={box.height} hatch={hatch} />
    </MarkLink>
  );
}

export function LiveColumns({ id, title, alternative, plot, frame }: LiveColumnsProps) {
  const [hidden, toggle] = useHiddenSeries();
  const drawing = useMemo(
    () => layoutColumns(plot, frame.size, hidden),
    [plot, frame.size, hidden],
  );
  const rows = useMemo(
    () =>
      plot.columns.map((column) => ({
        period: column.period,
        ...Object.fromEntries(
          plot.series.map((_, place) => [amountKey(place), column.amounts[place] ?? 0]),
        ),
      })),
    [plot],
  );
  const marks = new Map(drawing.marks.map((mark) => [mark.key, mark]));
  const hatch = `${id}-live-hatch`;
  return (
    <LiveStage
      id={id}
      alternative={alternative}
      drawing={drawing}
      frame={frame}
      legend={{ items: drawing.legend, toggle }}
      steps={rows.length}
    >
      {(portal) => (
        <BarChart
          data={rows}
          width={drawing.size.width}
          height={drawing.height}
          margin={marginOf(drawing)}
          {...surfaceOf(id, title)}
        >
          <XAxis dataKey="period" hide />
          <YAxis domain={[0, drawing.axis.max]} hide />
          <ColumnGround drawing={drawing} hatch={hatch} />
          {plot.series.map((series, place) => (
            <Bar
              key={series.key}
              dataKey={amountKey(place)}
              name={series.label}
              stackId="period"
              hide={hidden.has(series.key)}
              isAnimationActive={false}
              shape={(shape: BarShapeProps) =>
                partOf(
                  marks.get(`${rows[shape.originalDataIndex]?.period}|${series.key}`),
                  shape,
                  hatch,
                )
              }
            />
          ))}
          <ZIndexLayer zIndex={DefaultZIndexes.label}>
            <ColumnLettering drawing={drawing} />
          </ZIndexLayer>
          {readingTooltip({
            portal,
            cursor: { fill: "var(--ink)", fillOpacity: 0.06 },
            children: (index, at) => (
              <Reading
                text={index === null ? null : textAt(plot, hidden, index)}
                style={placeOf(drawing, rows.length, index ?? 0, at, frame.scale)}
              />
            ),
          })}
        </BarChart>
      )}
    </LiveStage>
  );
}
