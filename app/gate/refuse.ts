import { type NextRequest, NextResponse } from "next/server";
import { withNonce } from "@/app/gate/nonce";
import { problemAnswer } from "@/lib/site/requests/problem-answer";
import { PROBLEM_HEADER, writeProblem } from "@/lib/site/requests/problem-header";
import type { RequestProblem } from "@/lib/site/requests/request-problem";

/** Says what is wrong, in the format asked for and under the status that says so to machines. */
export function refuse(request: NextRequest, problem: RequestProblem): NextResponse {
  const { status } = problem;
  const answer = problemAnswer(problem, request.nextUrl.pathname);
  const { headers, policy } = withNonce(request);
  headers.set(PROBLEM_HEADER, writeProblem(problem));
  const response =
    answer === null
      ? NextResponse.rewrite(new URL("/problem", request.url), { status, request: { headers } })
      : new NextResponse(answer.body, { status, headers: { "Content-Type": answer.type } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  if (status === 503) response.headers.set("Retry-After", "60");
  return response;
}
