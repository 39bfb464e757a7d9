import type { Measure } from "@/lib/statistics/rules/parameters";
import { type ActorRange, rangeText } from "@/lib/statistics/totals/actor-levels";
import type { Measured } from "@/lib/statistics/totals/measured";
import { sum } from "@/lib/values/lists/sum";
import type { ChartWords } from "./language/chart-words";
import { ENGLISH } from "./language/en";
import { actorNameIn } from "./language/rows-in-language";
import { amountKindOf, formatAmount } from "./model/amount";
import type { ChartPlot } from "./registry";
import { type Span, spanText } from "./text/chart-text";

/** How many actors of a split a note has room for. */
const MOST = 6;

/**
 * Amounts of actors with their ranges, in a sentence, where the drawing gives the amounts alone:
 * `Losses attributed to North Korea, 1 Jan – 15 Sep 2023: $331m confirmed to $390m suspected.` Null where no amount is
 * known. Bars of actors say it themselves.
 * @param ranges of the actor that is asked for, or of all that a split may draw
 */
export function rangeNote(
  plot: ChartPlot,
  ranges: readonly ActorRange[],
  { measure, span }: { measure: Measure; span: Span },
  words: ChartWords = ENGLISH,
): string | null {
  const drawn = drawnIn(plot);
  const kind = amountKindOf(measure);
  const named = ranges
    .filter(({ actor }) => ranges.length === 1 || drawn.has(actor))
    .toSorted((one, other) => amountOf(other.levels) - amountOf(one.levels))
    .slice(0, MOST)
    .flatMap(({ name, levels }) => {
      const range = rangeText(levels, (amount) => formatAmount(kind, amount, words), words);
      return range === null ? [] : [[actorNameIn(words, name), range] as const];
    });
  return named.length === 0 ? null : words.note.actorRanges(measure, spanText(span, words), named);
}

const amountOf = (levels: readonly Pick<Measured, "amount">[]) =>
  sum(levels.map(({ amount }) => amount));

/** Which actors a drawing gives an amount of, and no range. */
function drawnIn(plot: ChartPlot): ReadonlySet<string> {
  if (plot.kind === "columns") return new Set(plot.series.map(({ key }) => key));
  if (plot.kind === "heat") return new Set(plot.rows.map(({ key }) => key));
  return new Set();
}
