import type { CumulativePlot, YearLine } from "@/lib/statistics/charts/cumulative/cumulative-plot";
import {
  type ChartSize,
  type PlotArea,
  type Rule,
  type SeriesLabel,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import { type Box, touches } from "@/lib/statistics/charts/layout/label-box";
import { spreadApart } from "@/lib/statistics/charts/layout/spread";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";
import { LAST_PLACE } from "@/lib/statistics/charts/model/leap-year";

/** From a line's end to its label. */
export type Leader = Rule & { key: string; colour: ChartColour };

/** A label that is at its line needs nothing to lead to it. */
const LEAST_LEADER = 6;

/** The end of a line: the year shown stops at the day shown, the others at the year's end. */
export function lastPlaceOf(plot: CumulativePlot, year: YearLine): number {
  return year === plot.series[0] ? plot.through : LAST_PLACE;
}

/** What a line's end says, a row each, with its width: year and amount; where there is room, the day's amount. */
export function endTexts(
  plot: CumulativePlot,
  year: YearLine,
  size: ChartSize,
): [text: string, width: number][] {
  const isShown = year === plot.series[0];
  const { label, number } = wordsAt(size);
  const amountOf = (isUnknown: boolean, sum: number) =>
    isUnknown ? label.unknown : number.inUnit(plot.axis.unit, sum);
  const amount = amountOf(year.isUnknown, year.amount);
  const rows =
    size.name === "narrow"
      ? [year.label, amount]
      : isShown || plot.through === LAST_PLACE
        ? [label.yearAmount(year.label, amount)]
        : [
            label.yearAmount(year.label, amount),
            label.byDay(plot.throughLabel, amountOf(year.isUnknownAtThrough, year.amountAtThrough)),
          ];
  return rows.map((text, row) => [
    text,
    textWidth(
      text,
      row === 0 ? size.fontSize : size.fontSize * 0.87,
      isShown || row === 0 ? 600 : 400,
    ),
  ]);
}

/** Where the lines lie: their area, and a place in the year and an amount as pixels of it. */
interface LineSpace {
  area: PlotArea;
  xOf(place: number): number;
  yOf(amount: number): number;
  /** The room that the lines take. */
  treads: readonly Box[];
}

/**
 * Where the label of a line that ends within the plot stands: to the left or the right of its end, as near as it is on no
 * line; where every place is on some, on as few as may be.
 */
function insidePlace(
  end: { x: number; y: number },
  { width, rows }: { width: number; rows: number },
  area: PlotArea,
  treads: readonly Box[],
  size: ChartSize,
): { anchor: "start" | "end"; centre: number; x: number } {
  const half = (size.fontSize * 1.1 * rows) / 2;
  const nearest = size.target * 0.55;
  const heights = [-nearest, nearest];
  for (let away = nearest; away < area.bottom - area.top; away += size.fontSize / 2)
    heights.push(-away, away);
  const places = heights.flatMap((height) =>
    (["end", "start"] as const).map((anchor) => {
      const x = anchor === "end" ? end.x - 10 : end.x + 10;
      const left = anchor === "end" ? x - width : x;
      const centre = end.y + height;
      const box = {
        left: left - 2,
        right: left + width + 2,
        top: centre - half,
        bottom: centre + half,
      };
      return { anchor, centre, x, box };
    }),
  );
  const inside = places.filter(
    ({ box }) =>
      box.left >= area.left &&
      box.right <= area.right &&
      box.top >= area.top - size.fontSize &&
      box.bottom <= area.bottom,
  );
  let best = inside[0];
  let fewest = Number.POSITIVE_INFINITY;
  for (const place of inside) {
    const crossed = treads.filter((tread) => touches(place.box, tread)).length;
    if (crossed < fewest) [best, fewest] = [place, crossed];
    if (fewest === 0) break;
  }
  return best ?? { anchor: "start", centre: Math.max(area.top, end.y - nearest), x: end.x + 10 };
}

/** The labels at the ends of the lines, apart from one another, and what leads to those moved away. */
export function endLabels(
  plot: CumulativePlot,
  size: ChartSize,
  { area, treads, xOf, yOf }: LineSpace,
  hidden: ReadonlySet<string>,
): { legend: SeriesLabel[]; leaders: Leader[] } {
  const isInside = (year: YearLine) => year === plot.series[0] && plot.through < LAST_PLACE;
  const atRight = plot.series.filter((year) => !isInside(year));
  const wanted = atRight.map((year) => Math.max(area.top, yOf(year.amount)));
  const centres = spreadApart(
    wanted,
    size.target,
    area.top - size.target / 2,
    area.bottom + size.target / 2,
  );
  const legend: SeriesLabel[] = [];
  const leaders: Leader[] = [];
  for (const year of plot.series) {
    const texts = endTexts(plot, year, size);
    const width = Math.max(...texts.map(([, each]) => each));
    const end = { x: xOf(lastPlaceOf(plot, year)), y: Math.max(area.top, yOf(year.amount)) };
    const inside = isInside(year);
    const rowHeight = size.fontSize * 1.1;
    const own = inside ? insidePlace(end, { width, rows: texts.length }, area, treads, size) : null;
    const { anchor, centre, x } = own ?? {
      anchor: "start" as const,
      centre: centres[atRight.indexOf(year)] ?? end.y,
      x: end.x + 14,
    };
    const first = centre - (rowHeight * (texts.length - 1)) / 2 + size.fontSize * 0.35;
    const isApart = inside
      ? Math.abs(centre - end.y) > size.target
      : Math.abs(centre - end.y) > LEAST_LEADER;
    if (isApart && !hidden.has(year.key)) {
      const side = anchor === "end" ? -1 : 1;
      leaders.push({
        key: year.key,
        colour: year.colour,
        x1: end.x + 4 * side,
        y1: end.y,
        x2: x - 3 * side,
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
