import { existsSync, readFileSync } from "node:fs";

/** How many passed and failed; what was skipped is in neither. */
export type Counts = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Reads Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function vitestCounts(report: string, code: number | string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  ) as VitestReport;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return atLeastOne({ passed: numPassedTests, failed: numFailedTests + unloaded.length }, code);
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
};

/** Reads Playwright's JSON report; errors outside any test count as failures. */
export function playwrightCounts(report: string, code: number | string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8")) as PlaywrightReport;
  return atLeastOne(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length },
    code,
  );
}

/** A run that ended badly without a failed test has failed all the same. */
function atLeastOne(counts: Counts, code: number | string): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
