import { formatUsd } from "@/lib/money/usd";
import type { MonthlyPlot } from "./chart-model";
import type { ChartSize, SeriesLabel } from "./geometry";
import { textWidth } from "./text-width";

const SWATCH = 17;
const BETWEEN = 15;

/** The series in the order in which they stack, in as many rows as they need. */
export function legendOf(
  plot: MonthlyPlot,
  size: ChartSize,
  hidden: ReadonlySet<string>,
): SeriesLabel[] {
  let x = 0;
  let y = 0;
  return plot.series.map((series) => {
    const isHidden = hidden.has(series.key);
    const label = `${series.label} `;
    const value = formatUsd(series.usd);
    const labelWidth = textWidth(label, size.fontSize);
    const width = SWATCH + labelWidth + textWidth(value, size.fontSize, 600);
    if (x > 0 && x + width > size.width) {
      x = 0;
      y += size.target;
    }
    const baseline = y + size.target / 2 + size.fontSize * 0.35;
    const text = { y: baseline, anchor: "start" as const, fontSize: size.fontSize };
    const item: SeriesLabel = {
      key: series.key,
      label: series.label,
      colour: series.colour,
      hidden: isHidden,
      x,
      y,
      width,
      height: size.target,
      texts: [
        {
          ...text,
          x: x + SWATCH,
          text: series.label,
          tone: isHidden ? "muted" : "text",
          strong: false,
        },
        {
          ...text,
          x: x + SWATCH + labelWidth,
          text: value,
          tone: isHidden ? "muted" : "ink",
          strong: true,
        },
      ],
    };
    x += width + BETWEEN;
    return item;
  });
}
