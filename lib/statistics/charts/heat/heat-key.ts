import type { HeatPlot } from "@/lib/statistics/charts/heat/heat-plot";
import { type ChartSize, type TextMark, wordsAt } from "@/lib/statistics/charts/layout/geometry";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";

/** Apart enough to be told from one another, and none on which neither ink nor paper can be read. */
export const STRENGTHS = [0.07, 0.16, 0.27, 0.38, 0.48, 0.78, 0.88, 1] as const;

const MOST_SWATCH = { wide: 46, narrow: 30 };
const SWATCH_HEIGHT = 0.75;
const BESIDE = 8;

/** Where one strength of a heat map ends and the next begins: an amount is of the first bound that holds it. */
export interface HeatScale {
  bounds: number[];
  strengths: number[];
}

/** To two digits: a bound is there to be read. */
function rounded(amount: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1);
  return Math.round(amount / power) * power;
}

/** The strengths of a plot. Amounts differ by powers of ten; steps of their square root keep the middle ones apart. */
export function heatScale(plot: HeatPlot): HeatScale {
  const most = Math.max(
    0,
    ...plot.rows.flatMap((row) => row.cells.map((cell) => cell.amount ?? 0)),
  );
  if (most <= 0) return { bounds: [], strengths: [] };
  const between = STRENGTHS.slice(1).map((_, index) =>
    rounded(most * ((index + 1) / STRENGTHS.length) ** 2),
  );
  const bounds = [...new Set(between)].filter((bound) => bound > 0 && bound < most);
  const last = STRENGTHS.length - 1;
  return {
    bounds: [...bounds, most],
    strengths: [...bounds, most].map(
      (_, index) =>
        STRENGTHS[bounds.length === 0 ? last : Math.round((index * last) / bounds.length)] ?? 1,
    ),
  };
}

/** How strong the colour of an amount is, 0 to 1. */
export function strengthOf({ bounds, strengths }: HeatScale, amount: number): number {
  if (amount <= 0) return 0;
  // Years that share a column may hold more than any alone.
  const place = bounds.findIndex((bound) => amount <= bound);
  return strengths[place] ?? 1;
}

interface KeySwatch {
  x: number;
  y: number;
  width: number;
  height: number;
  strength: number;
  isNobody: boolean;
}

export interface HeatKey {
  swatches: KeySwatch[];
  labels: TextMark[];
}

/** What a key needs of height; 0 where there is none. */
export function keyHeight(plot: HeatPlot, size: ChartSize): number {
  if (heatScale(plot).bounds.length === 0) return 0;
  const strips = plot.rows.some((row) => row.kind === "nobody") ? 2 : 1;
  return size.fontSize * (1.3 + strips + 1.1);
}

/** How much each strength stands for: a strip for what is attributed and one for what is not, over their bounds. */
export function heatKey(plot: HeatPlot, top: number, size: ChartSize): HeatKey {
  const { bounds, strengths } = heatScale(plot);
  if (bounds.length === 0) return { swatches: [], labels: [] };
  const fontSize = size.fontSize * 0.87;
  const { label, number } = wordsAt(size);
  const names = [
    {
      text: label.attributed,
      isNobody: false,
      isShown: plot.rows.some((row) => row.kind === "part"),
    },
    {
      text: label.notAttributed,
      isNobody: true,
      isShown: plot.rows.some((row) => row.kind === "nobody"),
    },
  ].filter(({ isShown }) => isShown);
  const left = Math.max(...names.map(({ text }) => textWidth(text, fontSize))) + BESIDE;
  const width = Math.min(MOST_SWATCH[size.name], (size.width - left - BESIDE * 2) / bounds.length);
  const text = { fontSize, tone: "text" as const, strong: false };
  const rowTop = (row: number) => top + size.fontSize * (1.1 + row);
  const swatches = names.flatMap(({ isNobody }, row) =>
    strengths.map((strength, index) => ({
      x: left + index * width,
      y: rowTop(row),
      width,
      height: size.fontSize * SWATCH_HEIGHT,
      strength,
      isNobody,
    })),
  );
  const captions = names.map(
    ({ text: name }, row): TextMark => ({
      ...text,
      x: 0,
      y: rowTop(row) + size.fontSize * 0.65,
      text: name,
      anchor: "start",
    }),
  );
  const y = rowTop(names.length) + fontSize * 0.85;
  let free = left - BESIDE;
  const numbers = [0, ...bounds].flatMap((bound, index): TextMark[] => {
    const shown = plot.axis.kind === "usd" ? number.bound(bound) : number.whole(bound);
    const half = textWidth(shown, fontSize) / 2;
    const x = Math.min(left + index * width, size.width - half);
    if (x - half < free) return [];
    free = x + half + BESIDE / 2;
    return [{ ...text, x, y, text: shown, anchor: "middle" }];
  });
  return { swatches, labels: [...captions, ...numbers] };
}
