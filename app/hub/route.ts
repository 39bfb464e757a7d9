import { visitor } from "@/app/desk/visitor";
import { answerFailed } from "@/app/gate/answer-failed";
import { findRequired, newestOfRecord } from "@/app/gate/record-lookups";
import { database } from "@/lib/db/client";
import { askHub } from "@/lib/desk/hub/hub-commands";
import { readHubRequest } from "@/lib/desk/hub/hub-request";
import { topicOfUrl } from "@/lib/desk/hub/topic-at";
import { log } from "@/lib/log/log";
import { destinationOf } from "@/lib/site/feeds/topic";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import {
  badParameters,
  emptyRecord,
  notForm,
  notHeld,
  notSentToHub,
  tooMuchAsked,
} from "@/lib/site/requests/request-problem";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import { isUrl } from "@/lib/values/links/is-url";

export const dynamic = "force-dynamic";

/** Bytes of a request: two URLs and a secret, and room for what is asked beside them. */
const LONGEST = 10_000;

/** The hub at which every public feed is subscribed to by WebSub. It answers 202; the callback is asked a moment later. */
export async function POST(request: Request): Promise<Response> {
  try {
    const type = request.headers.get("content-type");
    if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type ?? ""))
      return sendProblem(notForm(type));
    const text = await request.text();
    if (text.length > LONGEST) return sendProblem(badParameters([TOO_LONG], null));
    const read = readHubRequest(new URLSearchParams(text));
    if (!read.ok) return sendProblem(badParameters(read.problems, null));
    const newest = await newestOfRecord();
    if (newest === null) return sendProblem(emptyRecord());
    const { topic, unsubscribes } = read.value;
    const origin = askedOrigin(request.headers);
    const found =
      isUrl(topic) && new URL(topic).origin === origin ? topicOfUrl(topic, newest) : null;
    if (found === null)
      return sendProblem(
        badParameters([{ parameter: "hub.topic", given: topic, allowed: feedsOf(origin) }], null),
      );
    // Whoever has had enough of a feed need not prove that it is still one.
    if (!found.ok && !unsubscribes) return sendProblem(badParameters(found.problems, null));
    if (found.ok && !unsubscribes)
      for (const required of destinationOf(found.value).required)
        if ((await findRequired(newest.number, required)) === "none")
          return sendProblem(notHeld(required, newest.number, null));
    const { address } = await visitor();
    const outcome = await askHub(database(), null, { asked: read.value, address });
    if ("waitSeconds" in outcome)
      return sendProblem(tooMuchAsked(outcome.waitSeconds), {
        "Retry-After": String(outcome.waitSeconds),
      });
    if ("refused" in outcome) return sendProblem(notSentToHub(outcome.refused));
    return new Response(
      "Your callback is asked in a moment whether it wants this, as WebSub has it.\n",
      {
        status: 202,
        headers: {
          ...READABLE_ANYWHERE,
          "Content-Type": "text/plain; charset=utf-8",
          "Cache-Control": "no-store",
        },
      },
    );
  } catch (error) {
    log().error(error, "The hub could not answer");
    return answerFailed();
  }
}

const TOO_LONG = {
  parameter: "hub.callback",
  given: null,
  allowed: `a URL so short that all of the request has at most ${LONGEST} characters`,
};

function feedsOf(origin: string): string {
  return `the URL of a feed of this site, such as ${origin}/feeds/versions.atom; those of versions, below /v/, never change`;
}

/** For whoever looks what is here. */
export function GET(): Response {
  return new Response(
    "This is a WebSub hub: programs send it what feed they want to be told of by POST. /api#feeds says how.\n",
    {
      status: 405,
      headers: { Allow: "POST, OPTIONS", "Content-Type": "text/plain; charset=utf-8" },
    },
  );
}
