import { answerFile } from "@/app/edition/answer-file";
import { incidentPoster } from "@/app/edition/figure-posters";
import { openEdition } from "@/app/edition/open-edition";
import { recordPicture } from "@/app/edition/record-picture";
import { readEdition } from "@/lib/record/versions/edition";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  edition: string;
  slug: string;
  format: string;
  query: string;
}

/** An incident's key figures as one picture. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { edition: segment, ...segments } = await params;
  const edition = readEdition(segment);
  const view = routes.incidentPicture.viewIn(segments, edition.version);
  return answerFile(request, edition, routes.incidentPicture.destination(view), async () => {
    const poster = await incidentPoster(await openEdition(segment), view.slug);
    return recordPicture(poster, view, `lossline-${view.slug}-v${edition.version}`);
  });
}
