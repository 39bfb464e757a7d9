import { spanText } from "@/lib/statistics/figures/figure-span";
import type { HeldFigure } from "@/lib/statistics/reconciliation/reconciled-figure";

/** A publisher's figures of one kind, as far as they can be drawn on one axis: the earliest first. */
export interface PublisherSeries {
  figures: readonly HeldFigure[];
}

/** How long a figure's days are: months are not drawn beside years. */
function lengthOf({ outcome: { ownSpan } }: HeldFigure): string {
  const days = (Date.parse(ownSpan.to) - Date.parse(ownSpan.from)) / 86_400_000 + 1;
  if (days <= 31) return "month";
  if (days <= 92) return "quarter";
  if (days <= 184) return "half";
  return days <= 366 ? "year" : "longer";
}

/**
 * The largest group of a publisher's figures that are of one length, category and actor; null where no two are. Of
 * several of one period the one published last is drawn.
 */
export function publisherSeries(figures: readonly HeldFigure[]): PublisherSeries | null {
  const groups = new Map<string, Map<string, HeldFigure>>();
  const inOrder = figures.toSorted((one, other) =>
    one.figure.publishedOn.localeCompare(other.figure.publishedOn),
  );
  for (const each of inOrder) {
    const { category, actor } = each.figure;
    const key = JSON.stringify([lengthOf(each), category, actor?.slug ?? null]);
    const group = groups.get(key) ?? new Map<string, HeldFigure>();
    group.set(`${each.outcome.ownSpan.from} ${each.outcome.ownSpan.to}`, each);
    groups.set(key, group);
  }
  const [largest] = [...groups.values()].toSorted((one, other) => other.size - one.size);
  if (largest === undefined || largest.size < 2) return null;
  return {
    figures: [...largest.values()].toSorted((one, other) =>
      one.figure.from.localeCompare(other.figure.from),
    ),
  };
}

export interface SeriesLayout {
  width: number;
  height: number;
  ticks: { y: number; text: string }[];
  bars: {
    figureId: number;
    text: string;
    /** Where its period is written; null where there is no room for every one. */
    labelX: number | null;
    theirs: { x: number; y: number; width: number; height: number };
    ours: { x: number; y: number; width: number; height: number };
  }[];
  baseline: number;
}

const WIDTH = 760;
const HEIGHT = 260;
const LEFT = 64;
const TOP = 12;
const BOTTOM = 28;

/** A publisher's sums and ours by its rule as pairs of bars from zero. */
export function seriesLayout({ figures }: PublisherSeries): SeriesLayout {
  const largest = Math.max(
    ...figures.flatMap(({ outcome }) => [
      Number(outcome.publishedCents),
      Number(outcome.underRuleCents),
    ]),
  );
  const step = niceStep(largest / 100 / 4);
  const top = Math.max(step, Math.ceil(largest / 100 / step) * step);
  const baseline = HEIGHT - BOTTOM;
  const y = (usd: number) => baseline - (usd / top) * (baseline - TOP);
  const slot = (WIDTH - LEFT) / figures.length;
  const bar = Math.min(22, slot * 0.36);
  const every = Math.ceil(figures.length / 10);
  return {
    width: WIDTH,
    height: HEIGHT,
    baseline,
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, place) => ({
      y: y(place * step),
      text: tickText(place * step),
    })),
    bars: figures.map(({ figure, outcome }, place) => {
      const middle = LEFT + slot * (place + 0.5);
      const rectangle = (cents: bigint, x: number) => {
        const at = y(Number(cents) / 100);
        return { x, y: at, width: bar, height: Math.max(0, baseline - at) };
      };
      return {
        figureId: figure.figureId,
        text: spanText(outcome.ownSpan),
        labelX: place % every === 0 ? middle : null,
        theirs: rectangle(outcome.publishedCents, middle - bar - 0.5),
        ours: rectangle(outcome.underRuleCents, middle + 0.5),
      };
    }),
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

function tickText(usd: number): string {
  if (usd === 0) return "$0";
  return usd >= 1e9
    ? `$${(usd / 1e9).toLocaleString("en-GB", { maximumFractionDigits: 2 })}bn`
    : `$${(usd / 1e6).toLocaleString("en-GB", { maximumFractionDigits: 1 })}m`;
}
