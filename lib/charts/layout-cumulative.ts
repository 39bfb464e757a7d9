import { curveStepAfter, line } from "d3-shape";
import { formatUsd } from "@/lib/money/usd";
import type { ChartColour, CumulativePlot, YearLine } from "./chart-model";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  type PlotArea,
  type Rule,
  type SeriesLabel,
  type TextMark,
} from "./geometry";
import { gridLabelWidth, horizontalGrid } from "./layout-grid";
import { LAST_PLACE, MONTH_NAMES, MONTH_STARTS } from "./leap-year";
import { moneyAxis } from "./money-axis";
import { spreadApart } from "./spread";
import { textWidth } from "./text-width";

export interface YearPath {
  /** `2023`. */
  key: string;
  colour: ChartColour;
  /** The year shown, drawn heavier. */
  isShown: boolean;
  path: string;
  strokeWidth: number;
  end: { x: number; y: number };
  /** Where the line stands on the day of comparison; null for the year shown, which ends there. */
  atThrough: { x: number; y: number } | null;
}

export interface CumulativeDrawing extends Drawing {
  kind: "cumulative";
  lines: YearPath[];
  /** Which of the lines each label names, from the label to the line's end where they stand apart. */
  leaders: (Rule & { key: string; colour: ChartColour })[];
  legend: SeriesLabel[];
  labels: TextMark[];
  through: Rule | null;
  base: Rule;
  monthTicks: Rule[];
}

const PLOT_HEIGHT = { wide: 360, narrow: 250 };
/** Steps that a reader could not see are drawn together with the next. */
const LEAST_STEP = 0.3;
/** A label that stands at its line needs nothing to lead to it. */
const LEAST_LEADER = 6;

/** The plot without some years, with an axis that fits what is left. */
export function withoutYears(plot: CumulativePlot, hidden: ReadonlySet<string>): CumulativePlot {
  if (hidden.size === 0) return plot;
  const left = plot.series.filter((year) => !hidden.has(year.key));
  return { ...plot, axis: moneyAxis(Math.max(0, ...left.map((year) => year.usd))) };
}

/** The end of a line: the year shown stops at the day shown, the others at the year's end. */
export function lastPlaceOf(plot: CumulativePlot, year: YearLine): number {
  return year === plot.series[0] ? plot.through : LAST_PLACE;
}

/** Place in the year and US dollars so far, wherever they change, from the first day to the line's end. */
export function stepsOf(plot: CumulativePlot, year: YearLine): [place: number, usd: number][] {
  let usd = 0;
  const steps: [number, number][] = year.days[0] === 0 ? [] : [[0, 0]];
  for (const [index, place] of year.days.entries()) {
    usd += year.added[index] ?? 0;
    steps.push([place, usd]);
  }
  const last = lastPlaceOf(plot, year);
  if (steps.at(-1)?.[0] !== last) steps.push([last, usd]);
  return steps;
}

/** Where everything of the cumulative chart stands at a size; hidden years keep a label. */
export function layoutCumulative(
  whole: CumulativePlot,
  size: ChartSize,
  hidden: ReadonlySet<string> = new Set(),
): CumulativeDrawing {
  const plot = withoutYears(whole, hidden);
  const rightLabels = Math.max(
    ...plot.series.flatMap((year) => endTexts(plot, year, size).map(([, width]) => width)),
  );
  const area: PlotArea = {
    left: gridLabelWidth(whole.axis, size),
    top: size.fontSize * 2,
    right: size.width - Math.ceil(rightLabels) - 18,
    bottom: size.fontSize * 2 + PLOT_HEIGHT[size.name],
  };
  const yOf = alongAxis(plot.axis, area.bottom, area.top);
  const xOf = (place: number) => area.left + ((area.right - area.left) * place) / LAST_PLACE;
  const lines = plot.series
    .filter((year) => !hidden.has(year.key))
    .map((year): YearPath => {
      const isShown = year === plot.series[0];
      return {
        key: year.key,
        colour: year.colour,
        isShown,
        path: pathOf(stepsOf(plot, year), xOf, yOf),
        strokeWidth: isShown ? 3 : 1.5,
        end: { x: xOf(lastPlaceOf(plot, year)), y: yOf(year.usd) },
        atThrough:
          isShown || plot.through === LAST_PLACE
            ? null
            : { x: xOf(plot.through), y: yOf(year.usdAtThrough) },
      };
    });
  const { legend, leaders } = endLabels(plot, size, area, hidden, xOf, yOf);
  const throughX = xOf(plot.through);
  return {
    kind: "cumulative",
    size,
    height: Math.ceil(area.bottom + size.fontSize * 1.9),
    area,
    axis: plot.axis,
    grid: horizontalGrid(plot.axis, area, size),
    // The year shown lies above the others.
    lines: lines.toReversed(),
    leaders,
    legend,
    through:
      plot.through === LAST_PLACE
        ? null
        : { x1: throughX, y1: area.top - 4, x2: throughX, y2: area.bottom },
    base: { x1: area.left, y1: area.bottom, x2: area.right, y2: area.bottom },
    monthTicks: MONTH_STARTS.map((place) => ({
      x1: xOf(place),
      y1: area.bottom,
      x2: xOf(place),
      y2: area.bottom + size.fontSize * 0.35,
    })),
    labels: [...monthLabels(size, area, xOf), ...throughLabel(plot, size, area, throughX)],
  };
}

function pathOf(
  steps: readonly [number, number][],
  xOf: (place: number) => number,
  yOf: (usd: number) => number,
): string {
  const points: [number, number][] = [];
  for (const [index, [place, usd]] of steps.entries()) {
    const [x, y] = [xOf(place), yOf(usd)];
    const before = points.at(-1);
    const isLast = index === steps.length - 1;
    if (before === undefined || isLast || Math.abs(before[1] - y) >= LEAST_STEP)
      points.push([x, y]);
  }
  return line().curve(curveStepAfter).digits(2)(points) ?? "";
}

/** What a line's end says, a row each, with its width: year and amount; where there is room, the day's amount. */
function endTexts(
  plot: CumulativePlot,
  year: YearLine,
  size: ChartSize,
): [text: string, width: number][] {
  const isShown = year === plot.series[0];
  const amount = formatUsd(year.usd);
  const rows =
    size.name === "narrow"
      ? [year.label, amount]
      : isShown || plot.through === LAST_PLACE
        ? [`${year.label}: ${amount}`]
        : [`${year.label}: ${amount}`, `by ${plot.throughLabel}: ${formatUsd(year.usdAtThrough)}`];
  return rows.map((text, row) => [
    text,
    textWidth(
      text,
      row === 0 ? size.fontSize : size.fontSize * 0.87,
      isShown || row === 0 ? 600 : 400,
    ),
  ]);
}

function endLabels(
  plot: CumulativePlot,
  size: ChartSize,
  area: PlotArea,
  hidden: ReadonlySet<string>,
  xOf: (place: number) => number,
  yOf: (usd: number) => number,
): Pick<CumulativeDrawing, "legend" | "leaders"> {
  const isInside = (year: YearLine) => year === plot.series[0] && plot.through < LAST_PLACE;
  const atRight = plot.series.filter((year) => !isInside(year));
  const wanted = atRight.map((year) => Math.max(area.top, yOf(year.usd)));
  const centres = spreadApart(
    wanted,
    size.target,
    area.top - size.target / 2,
    area.bottom + size.target / 2,
  );
  const legend: SeriesLabel[] = [];
  const leaders: CumulativeDrawing["leaders"] = [];
  for (const year of plot.series) {
    const texts = endTexts(plot, year, size);
    const width = Math.max(...texts.map(([, each]) => each));
    const end = { x: xOf(lastPlaceOf(plot, year)), y: Math.max(area.top, yOf(year.usd)) };
    const inside = isInside(year);
    const fitsLeft = end.x - area.left > width + 16;
    const anchor = inside && fitsLeft ? ("end" as const) : ("start" as const);
    const x = inside && fitsLeft ? end.x - 10 : end.x + (inside ? 10 : 14);
    const rowHeight = size.fontSize * 1.1;
    const centre = inside
      ? Math.max(area.top, end.y - size.target * 0.55)
      : (centres[atRight.indexOf(year)] ?? end.y);
    const first = centre - (rowHeight * (texts.length - 1)) / 2 + size.fontSize * 0.35;
    if (!inside && !hidden.has(year.key) && Math.abs(centre - end.y) > LEAST_LEADER) {
      leaders.push({
        key: year.key,
        colour: year.colour,
        x1: end.x + 4,
        y1: end.y,
        x2: x - 3,
        y2: centre,
      });
    }
    legend.push({
      key: year.key,
      label: year.label,
      colour: year.colour,
      hidden: hidden.has(year.key),
      x: (anchor === "end" ? x - width : x) - 4,
      y: centre - size.target / 2,
      width: width + 8,
      height: size.target,
      texts: texts.map(([text], row) => ({
        x,
        y: first + row * rowHeight,
        text,
        anchor,
        fontSize: row === 0 ? size.fontSize : size.fontSize * 0.87,
        tone: hidden.has(year.key) ? "muted" : row === 0 ? year.colour : "text",
        strong: row === 0,
      })),
    });
  }
  return { legend, leaders };
}

function monthLabels(size: ChartSize, area: PlotArea, xOf: (place: number) => number): TextMark[] {
  const every = size.name === "wide" ? 1 : 3;
  return MONTH_NAMES.flatMap((text, month) => {
    if (month % every > 0) return [];
    const start = xOf(MONTH_STARTS[month] ?? 0);
    const end = xOf(MONTH_STARTS[month + 1] ?? LAST_PLACE + 1);
    const centred = size.name === "wide";
    return [
      {
        x: centred ? (start + end) / 2 : start,
        y: area.bottom + size.fontSize * 1.35,
        text,
        anchor: centred ? ("middle" as const) : ("start" as const),
        fontSize: size.fontSize,
        tone: "text" as const,
        strong: false,
      },
    ];
  });
}

function throughLabel(
  plot: CumulativePlot,
  size: ChartSize,
  area: PlotArea,
  x: number,
): TextMark[] {
  if (plot.through === LAST_PLACE) return [];
  const half = textWidth(plot.throughLabel, size.fontSize) / 2;
  return [
    {
      x: Math.min(Math.max(x, area.left + half), area.right - half),
      y: area.top - size.fontSize * 0.6,
      text: plot.throughLabel,
      anchor: "middle",
      fontSize: size.fontSize,
      tone: "text",
      strong: false,
    },
  ];
}
