import { answerFailed } from "@/app/gate/answer-failed";
import { log } from "@/lib/log/log";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";

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
    return answerFailed();
  }
}
