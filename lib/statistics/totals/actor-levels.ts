import type { PlotWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH_PLOT } from "@/lib/statistics/charts/language/en-plot";
import type { Level } from "@/lib/statistics/totals/level";
import type { Measured } from "@/lib/statistics/totals/measured";
import { CONFIDENCES, type Confidence } from "@/lib/values/taxonomy/taxonomy";

/** What counts of an actor at exactly one confidence: that of the surest statement about each incident that names it or a part of it. */
export interface ActorLevel extends Measured {
  actor: string;
  confidence: Level;
}

/** The levels from the surest down to the least that counts, and after them what people were acquitted of. */
export function levelsFrom(least: Confidence): Level[] {
  const rising = CONFIDENCES.map(({ value }) => value);
  return [...rising.slice(rising.indexOf(least)).toReversed(), "acquitted"];
}

/** A part of an amount that is known so surely. */
export interface LevelAmount extends Measured {
  confidence: Level;
}

/** What a rule counts of an actor, by how surely it is named. */
export interface ActorRange {
  actor: string;
  /** With the legal status of a person. */
  name: string;
  /** The surest first. */
  levels: readonly LevelAmount[];
}

/**
 * An amount with its range: `$1.60bn confirmed to $2.03bn suspected`, or `$330m confirmed` where all of it is as sure;
 * `$115m (acquitted)` of a person who was acquitted. Null where no amount is known.
 * @param levels what is known how surely, the surest first; they add up to the amount
 * @param write how an amount is written
 */
export function rangeText(
  levels: readonly Pick<LevelAmount, "amount" | "confidence">[],
  write: (amount: number) => string,
  { label }: Pick<PlotWords, "label"> = ENGLISH_PLOT,
): string | null {
  const held = levels.filter(({ amount }) => amount > 0);
  const [surest] = held;
  const least = held.at(-1);
  if (surest === undefined || least === undefined) return null;
  const all = held.reduce((sum, { amount }) => sum + amount, 0);
  const [from, to] = [surest.confidence, least.confidence];
  if (from === "acquitted" || to === "acquitted") return label.acquitted(write(all));
  if (surest === least) return label.sure(write(all), from);
  return label.range(write(surest.amount), from, write(all), to);
}
