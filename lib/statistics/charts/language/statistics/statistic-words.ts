/**
 * What charts of quantiles, sizes, largest losses and recoveries say, in one language. Numbers and amounts come written
 * in it; where something is counted, it is called so beside the number only where no noun has to agree with it.
 */
export interface StatisticWords {
  subject: {
    quantiles: string;
    /** Of so many of the largest together. */
    largestShare(count: string): string;
    recovery: string;
    thresholds: string;
  };
  /** Sizes of losses. */
  below(amount: string): string;
  between(from: string, below: string): string;
  andMore(amount: string): string;
  /** A part and what it is a part of: amounts. */
  ofWhole(part: string, whole: string): string;
  note: {
    /** What a bar and the line across it are, and how quantiles are reckoned. */
    quantiles: string;
    /** Groups with fewer known losses than so many, by name. */
    few(least: string, names: string): string;
    /** Groups that have no more losses than are added up, so that their share is all. */
    all(count: string, names: string): string;
    /** What is divided by what. */
    recovery(known: string, incidents: string): string;
    /** Of all losses, known to have come back or not; null where nothing was lost. */
    ofAll(percent: string, lost: string): string;
    thresholds: string;
  };
  finding: {
    quantiles(median: string, lower: string, upper: string): string;
    largest(count: string, percent: string, sum: string): string;
    recovery(percent: string, lost: string, known: string, incidents: string): string;
    noRecovery: string;
    commonest(size: string, count: string, known: string): string;
    reaching(count: string, known: string, amount: string, share: string): string;
  };
  table: {
    year: string;
    size: string;
    atLeast: string;
    /** A quantile in percent. */
    quantile(percent: string): string;
    known: string;
    largest: string;
    largestTogether(count: string): string;
    withoutLargest: string;
    withoutTogether(count: string): string;
    shareOfLargest(count: string): string;
    returnedOfKnown: string;
    lostOfKnown: string;
    rateOfKnown: string;
    rateOfAll: string;
    knownReturns: string;
  };
}
