import type { HeldFigure } from "@/lib/statistics/reconciliation/reconciled-figure";

const LENGTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
type Length = keyof typeof LENGTHS;

/** A publisher's figures of one length of period, category and actor: the earliest first. */
export interface PublisherSeries {
  length: Length;
  figures: readonly HeldFigure[];
}

/** How long a figure's days are, months not being drawn beside years; null of several years together. */
function lengthOf({ outcome: { ownSpan } }: HeldFigure): Length | null {
  const days = (Date.parse(ownSpan.to) - Date.parse(ownSpan.from)) / 86_400_000 + 1;
  if (days > 366) return null;
  if (days <= 31) return "month";
  if (days <= 92) return "quarter";
  return days <= 184 ? "half" : "year";
}

/**
 * The largest group of a publisher's figures that are of one length, category and actor; null where no two are. Of
 * several from one day the one published last is drawn.
 */
export function publisherSeries(figures: readonly HeldFigure[]): PublisherSeries | null {
  const groups = new Map<string, { length: Length; figures: Map<string, HeldFigure> }>();
  const inOrder = figures.toSorted((one, other) =>
    one.figure.publishedOn.localeCompare(other.figure.publishedOn),
  );
  for (const each of inOrder) {
    const length = lengthOf(each);
    if (length === null) continue;
    const { category, actor } = each.figure;
    const key = JSON.stringify([length, category, actor?.slug ?? null]);
    const group = groups.get(key) ?? { length, figures: new Map<string, HeldFigure>() };
    group.figures.set(each.outcome.ownSpan.from, each);
    groups.set(key, group);
  }
  const [largest] = [...groups.values()].toSorted(
    (one, other) => other.figures.size - one.figures.size,
  );
  if (largest === undefined || largest.figures.size < 2) return null;
  return {
    length: largest.length,
    figures: [...largest.figures.values()].toSorted((one, other) =>
      one.figure.from.localeCompare(other.figure.from),
    ),
  };
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface SeriesLayout {
  width: number;
  height: number;
  /** Where the plot begins; left of it stand the amounts. */
  left: number;
  baseline: number;
  ticks: { y: number; text: string }[];
  years: { x: number; text: string }[];
  bars: { figureId: number; theirs: Rectangle; ours: Rectangle }[];
}

const HEIGHT = 260;
const LEFT = 60;
const TOP = 12;
const BOTTOM = 28;
/** A year's name needs so much room. */
const YEAR_WIDTH = 44;

/**
 * A publisher's sums and ours by its rule as pairs of bars from zero, each where its period begins in time. Where it
 * published none there is none.
 */
export function seriesLayout({ figures, length }: PublisherSeries, width: number): SeriesLayout {
  const largest = Math.max(
    ...figures.map(({ outcome }) =>
      Math.max(Number(outcome.publishedCents), Number(outcome.underRuleCents)),
    ),
  );
  const step = niceStep(largest / 400);
  const top = Math.max(step, Math.ceil(largest / 100 / step) * step);
  const baseline = HEIGHT - BOTTOM;
  const y = (usd: number) => baseline - (usd / top) * (baseline - TOP);
  const months = figures.map(({ outcome }) => monthOf(outcome.ownSpan.from));
  const first = Math.min(...months);
  const end = Math.max(...months) + LENGTHS[length];
  const x = (month: number) => LEFT + 6 + ((month - first) / (end - first)) * (width - LEFT - 6);
  const slot = x(first + LENGTHS[length]) - x(first);
  const bar = Math.max(1, Math.min(26, slot * 0.4));
  const rectangle = (cents: bigint, at: number) => {
    const high = y(Number(cents) / 100);
    return { x: at, y: high, width: bar, height: Math.max(0, baseline - high) };
  };
  const januaries = Array.from({ length: end - first }, (_, place) => first + place).filter(
    (month) => month % 12 === 0,
  );
  const every = Math.ceil(YEAR_WIDTH / (x(12) - x(0)));
  return {
    width,
    height: HEIGHT,
    left: LEFT,
    baseline,
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, place) => ({
      y: y(place * step),
      text: tickText(place * step),
    })),
    years: januaries
      .filter((month, place) => place % every === 0 && x(month) + YEAR_WIDTH / 2 <= width)
      .map((month) => ({ x: x(month), text: String(month / 12) })),
    bars: figures.map(({ figure, outcome }, place) => {
      const middle = x(months[place] ?? first) + slot / 2;
      return {
        figureId: figure.figureId,
        theirs: rectangle(outcome.publishedCents, middle - bar),
        ours: rectangle(outcome.underRuleCents, middle),
      };
    }),
  };
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

function tickText(usd: number): string {
  if (usd === 0) return "$0";
  const [size, unit] = usd >= 1e9 ? [1e9, "bn"] : [1e6, "m"];
  return `$${(usd / size).toLocaleString("en-GB", { maximumFractionDigits: 2 })}${unit}`;
}
