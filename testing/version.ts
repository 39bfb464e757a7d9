import type { Version } from "@/lib/record/versions/version";

/** A version of the record, as its list has it: without a log, unless one is given. */
export function aVersion(given: Partial<Version> = {}): Version {
  return {
    number: 12,
    publishedAt: new Date("2024-03-05T10:00:00Z"),
    publishedOn: "2024-03-05",
    note: "A test",
    countingRules: 1,
    coveredThrough: "2024-02-29",
    withholdings: 0,
    log: null,
    logInAllFiles: null,
    logInFeeds: null,
    ...given,
  };
}
