import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { recordPicture } from "@/app/versioned/record-picture";
import { targetPoster } from "@/app/versioned/target-poster";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  reference: string;
  slug: string;
  format: string;
  query: string;
}

/** A target's key figures as one picture. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.targetPicture.viewIn(segments, reference.version);
  return answerFile(request, reference, routes.targetPicture.destination(view), async () => {
    const opened = await openVersion(segment);
    const poster = await targetPoster(opened, view.slug);
    const name = `lossline-target-${view.slug}-v${reference.version}`;
    return recordPicture(poster, opened.version, view, name);
  });
}
