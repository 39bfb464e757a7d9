import { type NextRequest, NextResponse } from "next/server";
import { withNonce } from "@/app/gate/nonce";
import { isForPrograms } from "@/lib/site/requests/for-programs";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { PROBLEM_HEADER, writeProblem } from "@/lib/site/requests/problem-header";
import { RETRY_AFTER, type RequestProblem } from "@/lib/site/requests/request-problem";

/** Says what is wrong, to people by a page and to programs as data, under the status that says so. */
export function refuse(request: NextRequest, problem: RequestProblem): Response {
  const { status } = problem;
  const retry = status === 503 ? { "Retry-After": RETRY_AFTER } : {};
  if (isForPrograms(request.nextUrl.pathname)) return sendProblem(problem, retry);
  const { headers, policy } = withNonce(request);
  headers.set(PROBLEM_HEADER, writeProblem(problem));
  return NextResponse.rewrite(new URL("/problem", request.url), {
    status,
    request: { headers },
    headers: { "Content-Security-Policy": policy, "Cache-Control": "no-store", ...retry },
  });
}
