import { answerFeed } from "@/app/versioned/[reference]/feed/answer-feed";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; query: string }> };

/** What was added to a list of incidents, corrected in it or withdrawn from it, as a feed. */
export async function GET(request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const view = routes.incidentsFeed.viewIn(segments, readVersionReference(reference).version);
  const destination = routes.incidentsFeed.destination(view);
  return answerFeed(request, reference, { of: "selection", view }, destination);
}
