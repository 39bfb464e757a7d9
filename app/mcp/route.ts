import { createMcpHandler } from "@modelcontextprotocol/server";
import { answerFailed } from "@/app/gate/answer-failed";
import { newestOfRecord, versionOfRecord } from "@/app/gate/record-lookups";
import { isDatabaseAway } from "@/lib/db/availability";
import { readingDatabase } from "@/lib/db/client";
import { log } from "@/lib/log/log";
import { assistantServer } from "@/lib/site/assistants/assistant-server-queries";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import { LONGEST_LOOKUP } from "@/lib/statistics/search/lookup";

export const dynamic = "force-dynamic";

/** What assistants ask by the Model Context Protocol, each request by itself. */
async function answer(request: Request): Promise<Response> {
  try {
    // Whoever asks is told by the status to come back, not by an answer that reads as one.
    const newest = await newestOfRecord();
    const record = newest && {
      db: readingDatabase(),
      newest,
      versionOf: versionOfRecord,
      origin: askedOrigin(request.headers),
    };
    const handler = createMcpHandler(() => assistantServer(async () => record), {
      maxRequestBodySize: LONGEST_LOOKUP,
      // Nothing is kept between two requests, and so nothing is ever told to who goes on listening.
      maxSubscriptions: 0,
      onerror: (error) => log().warn(`An assistant was not answered: ${error.message}`),
    });
    const response = await handler.fetch(request);
    // It may be begun before what it says is there: only its end tells whether the database was.
    const body = await response.arrayBuffer();
    if (response.status < 400 && isDatabaseAway()) return answerFailed();
    const answered = new Response(body.byteLength === 0 ? null : body, response);
    for (const [name, value] of Object.entries(READABLE_ANYWHERE))
      answered.headers.set(name, value);
    answered.headers.set("Cache-Control", "no-store");
    return answered;
  } catch (error) {
    log().error(error, "An assistant could not be answered");
    return answerFailed();
  }
}

export { answer as GET, answer as POST };
