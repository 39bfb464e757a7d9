import { isDatabaseAway } from "@/lib/db/availability";
import { log } from "@/lib/log/log";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { notMade, RETRY_AFTER, unreachable } from "@/lib/site/requests/request-problem";

/** Answers a client of the matching of names with data, which is made for it alone; with a problem where that fails. */
export async function answerMatching(make: () => Promise<unknown>): Promise<Response> {
  try {
    const answer = await make();
    if (answer instanceof Response) return answer;
    return Response.json(answer, {
      headers: { ...READABLE_ANYWHERE, "Cache-Control": "no-store" },
    });
  } catch (error) {
    log().error(error, "Names could not be matched");
    return isDatabaseAway()
      ? sendProblem(unreachable(), { "Retry-After": RETRY_AFTER })
      : sendProblem(notMade());
  }
}
