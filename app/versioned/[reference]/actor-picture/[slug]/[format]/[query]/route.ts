import { answerFile } from "@/app/versioned/answer-file";
import { actorPoster } from "@/app/versioned/number-posters";
import { openVersion } from "@/app/versioned/open-version";
import { recordPicture } from "@/app/versioned/record-picture";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { actorFileName } from "@/lib/site/exports/file-name";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  reference: string;
  slug: string;
  format: string;
  query: string;
}

/** An actor's key figures as one picture. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.actorPicture.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.actorPicture.destination(view), async () => {
    const opened = await openVersion(segment);
    const poster = await actorPoster(opened, view);
    const name = actorFileName(view.slug, view, reference.version);
    return recordPicture(poster, opened.version, view, name);
  });
}
