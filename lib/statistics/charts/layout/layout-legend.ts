import type { Series } from "@/lib/statistics/charts/model/chart-model";
import type { DotShape } from "./dot-shapes";
import { type ChartSize, type SeriesLabel, wordsAt } from "./geometry";
import { fitText, textWidth } from "./text-width";

const SWATCH = 17;
const BETWEEN = 15;
/** Between a name and its value, at least. */
const SPACE = 6;

/** Swatches with names and values, side by side in as many rows as they need; hidden ones keep their place. */
export function swatchLegend(
  series: readonly (Series & { value: string; shape?: DotShape })[],
  size: ChartSize,
  hidden: ReadonlySet<string>,
): SeriesLabel[] {
  // Nothing is pressed in a picture, so that its rows may stand closer.
  const height = size.height === undefined ? size.target : size.fontSize * 1.7;
  let x = 0;
  let y = 0;
  const legend = series.map(({ key, label, colour, shape, texture, value }) => {
    const isHidden = hidden.has(key);
    const valueWidth = textWidth(value, size.fontSize, 600);
    const shown = fitText(label, size.width - SWATCH - valueWidth - SPACE, size.fontSize);
    const labelWidth = textWidth(`${shown} `, size.fontSize);
    const width = SWATCH + labelWidth + valueWidth;
    if (x > 0 && x + width > size.width) {
      x = 0;
      y += height;
    }
    const baseline = y + height / 2 + size.fontSize * 0.35;
    const text = { y: baseline, anchor: "start" as const, fontSize: size.fontSize };
    const item: SeriesLabel = {
      key,
      label,
      colour,
      hidden: isHidden,
      ...(shape === undefined ? {} : { shape }),
      ...(texture === undefined ? {} : { texture }),
      x,
      y,
      width,
      height,
      texts: [
        {
          ...text,
          x: x + SWATCH,
          text: shown,
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
  return wordsAt(size).direction === "rtl" ? legend.map((item) => mirrored(item, size)) : legend;
}

/** The same item from the right: its swatch, then its name and value. */
function mirrored(item: SeriesLabel, { width }: ChartSize): SeriesLabel {
  return {
    ...item,
    x: width - item.x - item.width,
    isFromRight: true,
    texts: item.texts.map((text) => ({ ...text, x: width - text.x, anchor: "end" })),
  };
}

/** Where the legend ends; 0 where there is none. */
export function legendBottom(legend: readonly SeriesLabel[]): number {
  return Math.max(0, ...legend.map((item) => item.y + item.height));
}
