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
  /** What the log was when it was published; null of one that was published before there was a log. */
  log: VersionLog | null;
  /**
   * The same, for files that did not name it from the first on (SVG, PDF): null also of versions that were published before
   * these did, whose files stay the same bytes.
   */
  logInAllFiles: VersionLog | null;
  /** The same for feeds at the version, which named no log at first. */
  logInFeeds: VersionLog | null;
}

/** The checkpoint of a version: how many leaves the log had, and their root in base64 (lib/record/proof). */
export interface VersionLog {
  size: number;
  root: string;
}

/** As what is printed says it, so that whoever keeps a file can hold it against the log later. */
export function logText({ size, root }: VersionLog): string {
  return `${size} leaves, root ${root}`;
}

/** The day that counts as today at a version: nothing after it is shown where nobody asks for another. */
export function asOfVersion({ coveredThrough, publishedOn }: Version): Day {
  return coveredThrough ?? publishedOn;
}
