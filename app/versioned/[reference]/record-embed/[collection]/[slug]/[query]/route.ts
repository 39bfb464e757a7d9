import { answerEmbed } from "@/app/versioned/answer-embed";
import { embeddedRecord } from "@/app/versioned/embedded";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

interface Segments {
  reference: string;
  collection: string;
  slug: string;
  query: string;
}

/** An incident, target, actor or period for a frame in someone else's page. */
export async function GET(request: Request, { params }: { params: Promise<Segments> }) {
  const { reference: segment, ...segments } = await params;
  const { version } = readVersionReference(segment);
  const view = routes.recordEmbed.viewIn(segments, version);
  return answerEmbed(request, {
    segment,
    destination: routes.recordEmbed.destination(view),
    theme: view.theme,
    load: (opened) => embeddedRecord(opened, view.of),
    newest: ({ newest }) => ({ embed: newest.recordEmbed(view.of) }),
  });
}
