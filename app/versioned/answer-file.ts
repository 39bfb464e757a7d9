import { answerFailed } from "@/app/gate/answer-failed";
import { log } from "@/lib/log/log";
import type { VersionReference } from "@/lib/record/versions/version-reference";
import { isQueueFull } from "@/lib/site/exports/bounded-queue";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { fileStore } from "@/lib/site/exports/file-store";
import { sendFile } from "@/lib/site/exports/send-file";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { busy, type RequestProblem } from "@/lib/site/requests/request-problem";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import type { Destination } from "@/lib/site/urls/route";
import { routes } from "@/lib/site/urls/routes";

/**
 * Answers with a file that is kept, or made in its turn; 503 where so many are being made that this one
 * would wait too long, 500 where it fails.
 * @param destination where it is rendered, by which it is kept
 * @param make is told where the reader's absolute links begin
 * @param isQueued false for what is only asked of the database, and need not wait for pictures
 */
export async function answerFile(
  request: Request,
  reference: VersionReference,
  destination: Destination,
  make: (origin: string) => Promise<MadeFile>,
  { isQueued = true } = {},
): Promise<Response> {
  const { files, queue } = fileStore();
  const isFramed = [routes.embed, routes.recordEmbed].some(({ folder }) =>
    destination.inner.startsWith(`${folder}/`),
  );
  const failed = isFramed ? sayProblem : sendProblem;
  try {
    const origin = askedOrigin(request.headers);
    const key = destination.fileKey(reference.version, reference.pinned, origin);
    const file = await files.get(key, () =>
      isQueued ? queue.run(() => make(origin)) : make(origin),
    );
    return sendFile(request, file, reference.pinned);
  } catch (error) {
    if (isQueueFull(error)) return failed(busy(), { "Retry-After": "5" });
    log().error(error, "A file could not be made");
    return answerFailed(failed);
  }
}

/** A problem of a page that is framed in another: a sentence for whoever reads that. */
function sayProblem({ status, title, missing }: RequestProblem, headers = {}): Response {
  return new Response(`${title}. ${missing}\n`, {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
