import { curveStepAfter, line } from "d3-shape";
import type { CumulativePlot, YearLine } from "@/lib/statistics/charts/cumulative/cumulative-plot";
import {
  type AnnotationMark,
  annotationHeight,
  annotationRows,
} from "@/lib/statistics/charts/layout/annotation-rows";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  type PlotArea,
  type Rule,
  type SeriesLabel,
  type TextMark,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import type { Box } from "@/lib/statistics/charts/layout/label-box";
import { gridLabelWidth, horizontalGrid } from "@/lib/statistics/charts/layout/layout-grid";
import { nothingLabel } from "@/lib/statistics/charts/layout/nothing-label";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";
import { LAST_PLACE, MONTH_STARTS } from "@/lib/statistics/charts/model/leap-year";
import { fittedAxis } from "@/lib/statistics/charts/model/money-axis";
import { endLabels, endTexts, type Leader, lastPlaceOf } from "./line-ends";

export interface YearPath {
  /** `2023`. */
  key: string;
  colour: ChartColour;
  /** The year shown, drawn heavier. */
  isShown: boolean;
  path: string;
  strokeWidth: number;
  end: { x: number; y: number };
  /** Where the line is on the day of comparison; null for the year shown, which ends there. */
  atThrough: { x: number; y: number } | null;
}

export interface CumulativeDrawing extends Drawing {
  kind: "cumulative";
  lines: YearPath[];
  /** Which of the lines each label names, from the label to the line's end where they stand apart. */
  leaders: Leader[];
  /** A publisher's, above the plot. */
  annotations: AnnotationMark[];
  legend: SeriesLabel[];
  labels: TextMark[];
  through: Rule | null;
  base: Rule;
  monthTicks: Rule[];
}

const PLOT_HEIGHT = { wide: 360, narrow: 250 };
const LEAST_PLOT = 60;
/** Steps that a reader could not see are drawn together with the next. */
const LEAST_STEP = 0.3;

/** The plot without some years, with an axis that fits what is left. */
function withoutYears(plot: CumulativePlot, hidden: ReadonlySet<string>): CumulativePlot {
  if (hidden.size === 0) return plot;
  const left = plot.series.filter((year) => !hidden.has(year.key));
  return {
    ...plot,
    axis: fittedAxis(plot.axis, Math.max(0, ...left.map((year) => year.amount))),
  };
}

/** Place in the year and the amount so far, wherever they change, from the first day to the line's end. */
export function stepsOf(plot: CumulativePlot, year: YearLine): [place: number, amount: number][] {
  let amount = 0;
  const steps: [number, number][] = year.days[0] === 0 ? [] : [[0, 0]];
  for (const [index, place] of year.days.entries()) {
    amount += year.added[index] ?? 0;
    steps.push([place, amount]);
  }
  const last = lastPlaceOf(plot, year);
  if (steps.at(-1)?.[0] !== last) steps.push([last, amount]);
  return steps;
}

/** The steps that have a place on the axis: zero has none on a logarithmic one. */
function drawnSteps(plot: CumulativePlot, year: YearLine): [place: number, amount: number][] {
  const steps = stepsOf(plot, year);
  return plot.axis.isLog ? steps.filter(([, amount]) => amount > 0) : steps;
}

/** Where everything of the cumulative chart is at a size; hidden years keep a label. */
export function layoutCumulative(
  whole: CumulativePlot,
  size: ChartSize,
  hidden: ReadonlySet<string> = new Set(),
): CumulativeDrawing {
  const plot = withoutYears(whole, hidden);
  const rightLabels = Math.max(
    ...plot.series.flatMap((year) => endTexts(plot, year, size).map(([, width]) => width)),
  );
  const below = size.fontSize * 1.9;
  const { annotations = [] } = plot;
  const top = size.fontSize * 2 + annotationHeight(annotations.length, size);
  const area: PlotArea = {
    left: gridLabelWidth(whole.axis, size),
    top,
    right: size.width - Math.ceil(rightLabels) - 18,
    bottom:
      size.height === undefined
        ? top + PLOT_HEIGHT[size.name]
        : Math.max(top + LEAST_PLOT, size.height - below),
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
        path: pathOf(cornersOf(drawnSteps(plot, year), xOf, yOf)),
        strokeWidth: isShown ? 3 : 1.5,
        end: { x: xOf(lastPlaceOf(plot, year)), y: yOf(year.amount) },
        atThrough:
          isShown || plot.through === LAST_PLACE
            ? null
            : { x: xOf(plot.through), y: yOf(year.amountAtThrough) },
      };
    });
  const treads = plot.series
    .filter((year) => !hidden.has(year.key))
    .flatMap((year) => treadsOf(cornersOf(drawnSteps(plot, year), xOf, yOf)));
  const { legend, leaders } = endLabels(plot, size, { area, xOf, yOf, treads }, hidden);
  const throughX = xOf(plot.through);
  return {
    kind: "cumulative",
    size,
    height: Math.ceil(area.bottom + below),
    area,
    axis: plot.axis,
    grid: horizontalGrid(plot.axis, area, size),
    // The year shown lies above the others.
    lines: lines.toReversed(),
    leaders,
    annotations: annotationRows(
      annotations.flatMap(({ year: key, place, text }) => {
        const year = plot.series.find((each) => each.key === key);
        if (year === undefined || hidden.has(key)) return [];
        const amount = stepsOf(plot, year).findLast(([at]) => at <= place)?.[1] ?? 0;
        if (plot.axis.isLog && amount <= 0) return [];
        return [{ x: xOf(place), y: yOf(amount) - 3, text }];
      }),
      0,
      size,
    ),
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
    labels: [
      ...monthLabels(size, area, xOf),
      ...throughLabel(plot, size, area, throughX),
      ...(plot.series.every((year) => year.days.length === 0)
        ? [{ ...nothingLabel(area, size), x: (area.left + area.right) / 2 }]
        : []),
    ],
  };
}

/** Where a line rises, as far as a reader can see it. */
function cornersOf(
  steps: readonly [number, number][],
  xOf: (place: number) => number,
  yOf: (amount: number) => number,
): [number, number][] {
  const points: [number, number][] = [];
  for (const [index, [place, amount]] of steps.entries()) {
    const [x, y] = [xOf(place), yOf(amount)];
    const before = points.at(-1);
    const isLast = index === steps.length - 1;
    if (before === undefined || isLast || Math.abs(before[1] - y) >= LEAST_STEP)
      points.push([x, y]);
  }
  return points;
}

function pathOf(corners: [number, number][]): string {
  return line().curve(curveStepAfter).digits(2)(corners) ?? "";
}

/** The room that a line takes: from each corner to the next, and up to it. */
function treadsOf(corners: readonly [number, number][]): Box[] {
  return corners.slice(1).flatMap(([x, y], index) => {
    const [left, before] = corners[index] ?? [x, y];
    return [
      { left, right: x, top: before - 1, bottom: before + 1 },
      { left: x - 1, right: x + 1, top: Math.min(y, before), bottom: Math.max(y, before) },
    ];
  });
}

/** Every which month is named: each, where the widest two would not touch if they stood side by side. */
function monthsApart(months: readonly string[], { fontSize }: ChartSize, area: PlotArea): number {
  const widths = months.map((text) => textWidth(text, fontSize));
  const step = (area.right - area.left) / months.length;
  const touch = widths.some((width, month) => (width + (widths[month + 1] ?? 0)) / 2 + 4 > step);
  return touch ? 3 : 1;
}

function monthLabels(size: ChartSize, area: PlotArea, xOf: (place: number) => number): TextMark[] {
  const { months } = wordsAt(size).date;
  const every = size.name === "wide" ? monthsApart(months, size, area) : 3;
  return months.flatMap((text, month) => {
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
