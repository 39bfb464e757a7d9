import { answerFile } from "@/app/edition/answer-file";
import { actorPoster } from "@/app/edition/figure-posters";
import { openEdition } from "@/app/edition/open-edition";
import { recordPicture } from "@/app/edition/record-picture";
import { readEdition } from "@/lib/record/versions/edition";
import { actorFileName } from "@/lib/site/exports/file-name";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  edition: string;
  slug: string;
  format: string;
  query: string;
}

/** An actor's key figures as one picture. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { edition: segment, ...segments } = await params;
  const edition = readEdition(segment);
  const view = routes.actorPicture.viewIn(segments, edition.version);
  return answerFile(request, edition, routes.actorPicture.destination(view), async () => {
    const poster = await actorPoster(await openEdition(segment), view);
    const name = actorFileName(view.slug, view.confidence, edition.version);
    return recordPicture(poster, view, name);
  });
}
