import type { RequestProblem } from "@/lib/site/requests/request-problem";

/** Carries a problem from the proxy to the page that shows it; the proxy overwrites what a client sends. */
export const PROBLEM_HEADER = "x-lossline-problem";

/** A problem as a header's value. */
export function writeProblem(problem: RequestProblem): string {
  return encodeURIComponent(JSON.stringify(problem));
}

/** The problem that the proxy sent on; null where the page was reached without one. */
export function readProblem(header: string | null): RequestProblem | null {
  return header === null ? null : (JSON.parse(decodeURIComponent(header)) as RequestProblem);
}
