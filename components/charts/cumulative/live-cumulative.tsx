import { useMemo } from "react";
import { DefaultZIndexes, Line, LineChart, XAxis, YAxis, ZIndexLayer } from "recharts";
import { useHiddenSeries } from "@/components/charts/live/hidden-series";
import { LiveStage, surfaceOf } from "@/components/charts/live/live-stage";
import { marginOf } from "@/components/charts/live/margin";
import { READING_WIDTH, Reading, type ReadingText } from "@/components/charts/live/reading";
import { readingTooltip } from "@/components/charts/live/reading-tooltip";
import type { StaticFrame } from "@/components/charts/live/static-frame";
import {
  type CumulativeDrawing,
  layoutCumulative,
  stepsOf,
} from "@/lib/statistics/charts/cumulative/cumulative-layout";
import type { CumulativePlot } from "@/lib/statistics/charts/cumulative/cumulative-plot";
import { lastPlaceOf } from "@/lib/statistics/charts/cumulative/line-ends";
import { inUnit } from "@/lib/statistics/charts/model/amount-unit";
import { dateAtPlace, LAST_PLACE } from "@/lib/statistics/charts/model/leap-year";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import { CumulativeGround, CumulativeLettering } from "./cumulative-drawing";

interface LiveCumulativeProps {
  id: string;
  title: string;
  alternative: string;
  plot: CumulativePlot;
  frame: StaticFrame;
}

/** US dollars of each year on each of a leap year's days; null after a line's end. */
type DayRow = { place: number } & Record<string, number | null>;

const A_MONTH = { by: "month", steps: 30 };

function rowsOf(plot: CumulativePlot): DayRow[] {
  const rows: DayRow[] = Array.from({ length: LAST_PLACE + 1 }, (_, place) => ({ place }));
  for (const year of plot.series) {
    const steps = new Map(stepsOf(plot, year));
    const last = lastPlaceOf(plot, year);
    let usd = 0;
    for (const row of rows) {
      usd = steps.get(row.place) ?? usd;
      row[year.key] = row.place > last ? null : usd;
    }
  }
  return rows;
}

/** Where a year is on the axis on a day: at its foot with less than that; nowhere with nothing where it is logarithmic. */
function placeOnAxis(key: string, { isLog, min }: AmountAxis) {
  return (row: DayRow): number | null => {
    const usd = row[key] ?? null;
    if (usd === null || !isLog) return usd;
    return usd > 0 ? Math.max(min, usd) : null;
  };
}

function textAt(
  plot: CumulativePlot,
  row: DayRow | undefined,
  hidden: ReadonlySet<string>,
): ReadingText | null {
  if (row === undefined) return null;
  const rows = plot.series
    .filter((year) => !hidden.has(year.key))
    .map((year) => {
      const usd = row[year.key] ?? null;
      return {
        key: year.key,
        label: year.label,
        colour: year.colour,
        value: usd === null ? "not counted" : inUnit(plot.axis.unit, usd),
      };
    });
  return { heading: `Through ${dateAtPlace(row.place)}`, rows, note: null };
}

/** Lines that add up leave the upper left and the lower right free. */
function placeOf({ area, height, size }: CumulativeDrawing, place: number, scale: number) {
  const x = (area.left + ((area.right - area.left) * place) / LAST_PLACE) * scale;
  const left = Math.max(0, Math.min(x - READING_WIDTH / 2, size.width * scale - READING_WIDTH));
  return place < LAST_PLACE / 2
    ? { left, top: area.top * scale }
    : { left, bottom: (height - area.bottom + 6) * scale };
}

export function LiveCumulative({ id, title, alternative, plot, frame }: LiveCumulativeProps) {
  const [hidden, toggle] = useHiddenSeries();
  const drawing = useMemo(
    () => layoutCumulative(plot, frame.size, hidden),
    [plot, frame.size, hidden],
  );
  const rows = useMemo(() => rowsOf(plot), [plot]);
  return (
    <LiveStage
      id={id}
      alternative={alternative}
      drawing={drawing}
      frame={frame}
      legend={{ items: drawing.legend, toggle }}
      longStep={A_MONTH}
      steps={rows.length}
    >
      {(portal) => (
        <LineChart
          data={rows}
          width={drawing.size.width}
          height={drawing.height}
          margin={marginOf(drawing)}
          {...surfaceOf(id, title)}
        >
          <XAxis dataKey="place" type="category" scale="point" hide />
          <YAxis
            domain={[drawing.axis.min, drawing.axis.max]}
            scale={drawing.axis.isLog ? "log" : "linear"}
            allowDataOverflow
            hide
          />
          <CumulativeGround drawing={drawing} />
          {drawing.lines.map((line) => (
            <Line
              key={line.key}
              dataKey={placeOnAxis(line.key, drawing.axis)}
              type="stepAfter"
              stroke={`var(${line.colour})`}
              strokeWidth={line.strokeWidth}
              strokeLinejoin="round"
              dot={false}
              activeDot={{ r: 4 }}
              isAnimationActive={false}
              data-mark={`${line.key}|line`}
            />
          ))}
          <ZIndexLayer zIndex={DefaultZIndexes.label}>
            <CumulativeLettering drawing={drawing} />
          </ZIndexLayer>
          {readingTooltip({
            portal,
            cursor: { stroke: "var(--ink)" },
            children: (index) => (
              <Reading
                text={index === null ? null : textAt(plot, rows[index], hidden)}
                style={placeOf(drawing, index ?? 0, frame.scale)}
              />
            ),
          })}
        </LineChart>
      )}
    </LiveStage>
  );
}
