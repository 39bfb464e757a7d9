import type { VersionReference } from "@/lib/record/versions/version-reference";
import { isQueueFull } from "@/lib/site/exports/bounded-queue";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { fileStore } from "@/lib/site/exports/file-store";
import { sendFile } from "@/lib/site/exports/send-file";
import type { Destination } from "@/lib/site/urls/route";

/**
 * Answers with a file that is kept, or made in its turn; 503 where so many are being made that this one
 * would wait too long.
 * @param destination where it is rendered, by which it is kept
 */
export async function answerFile(
  request: Request,
  reference: VersionReference,
  destination: Destination,
  make: () => Promise<MadeFile>,
): Promise<Response> {
  const { files, queue } = fileStore();
  try {
    const file = await files.get(destination.fileKey(reference.version, reference.pinned), () =>
      queue.run(make),
    );
    return sendFile(request, file, reference.pinned);
  } catch (error) {
    if (isQueueFull(error)) return tooBusy();
    throw error;
  }
}

function tooBusy(): Response {
  return new Response(
    "So many pictures and files are being made at the moment that this one would wait too long. Try again in a few seconds.\n",
    {
      status: 503,
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Retry-After": "5",
        "Cache-Control": "no-store",
      },
    },
  );
}
