import type { AmountAxis, AxisTick } from "@/lib/statistics/charts/model/money-axis";
import { alongAxis, type ChartSize, type GridLine, type PlotArea } from "./geometry";
import { textWidth } from "./text-width";

const BESIDE = 8;
/** Room for this at least: the axis of what is left when series are switched off may be wider. */
const WIDE_LABEL = "$250m";

/** The room that the labels of a vertical axis need at its left. */
export function gridLabelWidth(axis: AmountAxis, size: ChartSize): number {
  const labels = [...axis.ticks.map((tick) => tick.label), WIDE_LABEL];
  return Math.ceil(Math.max(...labels.map((label) => textWidth(label, size.fontSize)))) + BESIDE;
}

/** A line across the plot for each tick but zero, which is the base line and drawn as such. */
export function horizontalGrid(axis: AmountAxis, area: PlotArea, size: ChartSize): GridLine[] {
  const yOf = alongAxis(axis, area.bottom, area.top);
  return axis.ticks.map((tick) => {
    const y = yOf(tick.value);
    return {
      rule: { x1: area.left, y1: y, x2: area.right, y2: y },
      label: {
        x: area.left - BESIDE,
        y: y + size.fontSize * 0.33,
        text: tick.label,
        anchor: "end",
        fontSize: size.fontSize,
        tone: "text",
        strong: false,
      },
    };
  });
}

/** A line down the plot for each tick, labelled above it. */
export function verticalGrid(axis: AmountAxis, area: PlotArea, size: ChartSize): GridLine[] {
  const xOf = alongAxis(axis, area.left, area.right);
  const half = (label: string) => textWidth(label, size.fontSize) / 2;
  return withRoom(axis, xOf, size).map((tick) => {
    const x = xOf(tick.value);
    return {
      rule: { x1: x, y1: area.top, x2: x, y2: area.bottom },
      label: {
        x,
        y: area.top - size.fontSize * 0.6,
        text: tick.label,
        anchor: tick.value === 0 ? "start" : x + half(tick.label) > size.width ? "end" : "middle",
        fontSize: size.fontSize,
        tone: "text",
        strong: false,
      },
    };
  });
}

/** The ticks whose labels stand clear of one another along the axis; the last, which says the unit, among them. */
function withRoom(axis: AmountAxis, xOf: (amount: number) => number, size: ChartSize): AxisTick[] {
  const kept: AxisTick[] = [];
  let free = Number.POSITIVE_INFINITY;
  for (const tick of axis.ticks.toReversed()) {
    const width = textWidth(tick.label, size.fontSize);
    const x = xOf(tick.value);
    const isEnd = x + width / 2 > size.width;
    const [left, right] =
      tick.value === 0
        ? [x, x + width]
        : [x - (isEnd ? width : width / 2), x + (isEnd ? 0 : width / 2)];
    if (right > free) continue;
    kept.push(tick);
    free = left - BESIDE / 2;
  }
  return kept.toReversed();
}
