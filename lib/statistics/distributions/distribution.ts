import type { Dimension } from "@/lib/statistics/rules/parameters";
import type { Measured } from "@/lib/statistics/totals/measured";

/** What losses are grouped by: a dimension, or the year in which they happened. */
export type Grouping = Dimension | "year";

/** Of fewer known losses than this a median or a share says little, and is said to. */
export const FEW = 5;

/**
 * How the losses of a group lie, in US dollars. Quantiles are of the losses that are known, null where none is: the loss
 * below which that share of them lies; where exactly so many lie below, halfway between it and the next, to the cent, half a
 * cent up. So the median is that of `measure=median`.
 */
export interface Spread extends Measured {
  /** Ten percent of the known losses are smaller. */
  tenth: number | null;
  lower: number | null;
  median: number | null;
  upper: number | null;
  /** Ten percent of the known losses are larger. */
  ninetieth: number | null;
  largest: number | null;
  /** What the largest together come to: as many as were asked for, or all that are known. */
  largestTogether: number;
  /** The sum without the largest one, and without as many of the largest as were asked for. */
  withoutLargest: number;
  withoutLargestTogether: number;
}

/**
 * What came back of the losses of a group. The amount is what is known to have been returned; `unknownSize` incidents are
 * those of which nobody has said what came back.
 */
export interface Recovery extends Measured {
  /** Incidents of which both the loss and what came back are known: those whose losses are the denominator. */
  known: number;
  /** Of these, those of which something came back. */
  some: number;
  /** Of these, what came back and what was lost, in US dollars. */
  returnedOfKnown: number;
  lostOfKnown: number;
  /** What was lost by all incidents of known size, whatever is known of what came back. */
  lost: number;
}

/** Incidents of one size: from so many US dollars to below the next size, or to no end. */
export interface SizeClass {
  from: number;
  /** Null for no end. */
  below: number | null;
  incidents: number;
  amount: number;
}

/** Incidents whose loss is at least so many US dollars. */
export interface Threshold {
  least: number;
  incidents: number;
  amount: number;
}

/** Of the incidents of which something came back, how many the record says anything of when it did. */
export interface ReturnsDated {
  /** Incidents of which something came back. */
  returned: number;
  /** Of these, those whose transactions of the return are recorded, though not the days of these. */
  withTransaction: number;
  /** Of these, those of which somebody said on a known day that it had come back. */
  withStatement: number;
}

/** A group's own: the key is its year or a value of the dimension, null for incidents that have none. */
export type OfGroup<Of> = Of & { key: string | null };

/** Something of all incidents, and of each group. Groups by actor or chain need not add up. */
export interface Grouped<Of> {
  total: Of;
  groups: OfGroup<Of>[];
  /** What each key is called; years have no other name. */
  names: Record<string, string>;
}

/** Where sizes begin: powers of ten, below the first of which all is one size. */
export const SIZE_STEPS: readonly number[] = [1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** The thresholds that thefts are usually counted from. */
export const THRESHOLDS: readonly number[] = [1e6, 1e7, 1e8, 1e9];

/** How many of a group have a size that is known. */
export function knownOf({ incidents, unknownSize }: Measured): number {
  return incidents - unknownSize;
}

/** Percent that came back, of incidents of which that is known; null where it is of none, or nothing was lost. */
export function rateOfKnown({ returnedOfKnown, lostOfKnown }: Recovery): number | null {
  return lostOfKnown > 0 ? (returnedOfKnown / lostOfKnown) * 100 : null;
}

/** Percent of all known losses that are known to have come back: at least so many did. Null where nothing was lost. */
export function rateOfAll({ returnedOfKnown, lost }: Recovery): number | null {
  return lost > 0 ? (returnedOfKnown / lost) * 100 : null;
}

/** Percent of a group's sum that the largest together are; null where nothing was lost. */
export function shareOfLargest({ amount, largestTogether }: Spread): number | null {
  return amount > 0 ? (largestTogether / amount) * 100 : null;
}
