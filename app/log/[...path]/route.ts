import { answerFailed } from "@/app/gate/answer-failed";
import { readingDatabase } from "@/lib/db/client";
import { log } from "@/lib/log/log";
import { madeFile } from "@/lib/site/exports/file-cache";
import { sendFile } from "@/lib/site/exports/send-file";
import { logFile } from "@/lib/site/proof/log-file-queries";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { badParameters, noLogFile } from "@/lib/site/requests/request-problem";

/** Checkpoints, tiles and leaves of the record's transparency log. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const path = (await params).path.join("/");
  const [[name, given] = []] = [...new URL(request.url).searchParams];
  if (name !== undefined)
    return sendProblem(
      badParameters([{ parameter: name, given: given ?? null, allowed: "no parameters" }], null),
    );
  try {
    const file = await logFile(readingDatabase(), path);
    if (file === null) return sendProblem(noLogFile(path));
    return sendFile(request, madeFile(file.content, file.type, {}), file.isForGood);
  } catch (error) {
    log().error(error, "A file of the log could not be read");
    return answerFailed();
  }
}
