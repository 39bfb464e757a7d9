import type { Day } from "@/lib/values/dates/day";

/** A publication of the record. */
export interface Version {
  number: number;
  publishedAt: Date;
  /** The UTC day of its publication. */
  publishedOn: Day;
  note: string;
  /** The counting rules that it was published under: see lib/statistics/rules/counting-rule-number.ts. */
  countingRules: number;
  /** The last day up to which editors had looked; null where they had not said. */
  coveredThrough: Day | null;
  /** How many orders have taken texts out of the record by now, in all of its versions. */
  withholdings: number;
}

/** The day that counts as today at a version: nothing after it is shown where nobody asks for another. */
export function asOfVersion({ coveredThrough, publishedOn }: Version): Day {
  return coveredThrough ?? publishedOn;
}
