import { isDatabaseAway } from "@/lib/db/availability";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import {
  notMade,
  RETRY_AFTER,
  type RequestProblem,
  unreachable,
} from "@/lib/site/requests/request-problem";

type Send = (problem: RequestProblem, headers?: Record<string, string>) => Response;

/** Answers for something that failed while it was made: when to come back where the database is away, else that it failed. */
export function answerFailed(send: Send = sendProblem): Response {
  return isDatabaseAway() ? send(unreachable(), { "Retry-After": RETRY_AFTER }) : send(notMade());
}
