import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { Estimate } from "@/lib/statistics/rules/parameters";
import { pickedValues } from "@/lib/statistics/rules/picked";
import { type LevelAmount, levelsFrom } from "@/lib/statistics/totals/actor-levels";
import type { Measured } from "@/lib/statistics/totals/measured";
import type { PeriodTotal } from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** A part of a number with the rule that its incidents have. */
export interface NumberPart<Key extends string> extends Measured {
  key: Key;
  rule: NumberRule;
}

/** How surely somebody is named, or that nobody is. */
export type SurenessKey = Confidence | "nobody";

/** What can be said of the sources of a part; an incident may be in several of these, so that they add up to nothing. */
export type SourcesKey = "differ" | "one" | "copies";

/** A number of the record with all that is said about it on its page. */
export interface RecordNumber extends Measured {
  rule: NumberRule;
  /** The first and last day that count; the first is null where the rule names none. */
  days: { from: Day | null; to: Day };
  /** Whether editors have looked through any of these days. */
  isCovered: boolean;
  /** By each estimate; null where nothing is estimated, as of incidents and of what came back. */
  range: Record<Estimate, Measured> | null;
  /** Only incidents of COMPARABLE_FROM and more. */
  comparable: Measured & { rule: NumberRule };
  /** What the days hold only a part of, and so leave out. */
  unplaced: PeriodTotal;
  /** By the surest statement about each incident, the surest first; they add up to the number. Empty where nobody is named by the rule itself. */
  bySureness: NumberPart<SurenessKey>[];
  /** Incidents of which little is known, or of which sources differ about the loss. */
  bySources: (Omit<NumberPart<SourcesKey>, "rule"> & { rule: NumberRule | null })[];
}

/** The levels of confidence that a rule's incidents can have at their surest, the surest first. */
export function levelsOf({ filters: { level, confidence } }: NumberRule): Confidence[] {
  const levels = levelsFrom(confidence ?? "suspected").filter((one) => one !== "acquitted");
  const { among, without } = pickedValues(level);
  return levels.filter(
    (one) => (among.length === 0 || among.includes(one)) && !without.includes(one),
  );
}

/** What of a number somebody is named for, by how surely; the surest first. */
export function attributedLevels({ bySureness }: Pick<RecordNumber, "bySureness">): LevelAmount[] {
  return bySureness.flatMap(({ key, incidents, unknownSize, amount }) =>
    key === "nobody" ? [] : [{ confidence: key, incidents, unknownSize, amount }],
  );
}

/** What a number comes to; null, which is not zero, where of none of its incidents an amount is known. */
export function knownAmountOf({ incidents, unknownSize, amount }: Measured): number | null {
  return incidents > 0 && incidents === unknownSize ? null : amount;
}

/** Whether a rule asks for nothing but days: the numbers that readers look for. */
export function isPlainNumber({ filters, measure, estimate }: NumberRule): boolean {
  const { from, to, ...others } = filters;
  return measure === "gross" && estimate === "best" && Object.keys(others).length === 0;
}

/** Incidents named behind a number; the list has all of them. */
export const LARGEST_SHOWN = 5;
