import type { Dimension, Estimate, Interval, Measure } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** Which incidents count, what of them is added up, and what that is split by. */
export interface CountingRule {
  /** The first day; null for the record's first. */
  from: Day | null;
  to: Day;
  /** What counts beside the period. */
  filters: Omit<Filters, "from" | "to">;
  confidence: Confidence;
  measure: Measure;
  estimate: Estimate;
  /** The year in whose dollars amounts are counted; left out where they are those of the time of each theft. */
  dollars?: number;
  /** Null where nothing is split. */
  by: Dimension | null;
  interval: Interval;
}

/** A rule of which it does not matter what its periods are. */
export type TotalRule = Omit<CountingRule, "interval"> & { interval?: Interval | null };

/**
 * The period and filters of a rule, as lists and totals take them. Where amounts are split by actor, `confidence`
 * says which attributions count in the split and leaves no incident out; elsewhere it picks the incidents that
 * somebody is named for so surely.
 */
export function filtersOf({ from, to, filters, by }: TotalRule): Filters {
  const { confidence, ...others } = filters;
  const picks = confidence !== undefined && (by !== "actor" || filters.actor !== undefined);
  return {
    ...others,
    ...(picks ? { confidence } : {}),
    ...(from === null ? {} : { from }),
    to,
  };
}
