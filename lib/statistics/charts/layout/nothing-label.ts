import { type ChartSize, type PlotArea, type TextMark, wordsAt } from "./geometry";

/** A chart of no rows is as high as so many. */
export const EMPTY_ROWS = 3;

/** What is in the middle of a chart that has nothing to draw: a blank would be read as a mistake. */
export function nothingLabel(area: PlotArea, size: ChartSize): TextMark {
  return {
    x: size.width / 2,
    y: (area.top + area.bottom) / 2,
    text: wordsAt(size).label.nothing,
    anchor: "middle",
    fontSize: size.fontSize,
    tone: "muted",
    strong: false,
  };
}
