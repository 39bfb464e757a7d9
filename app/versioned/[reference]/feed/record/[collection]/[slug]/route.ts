import { answerFeed } from "@/app/versioned/[reference]/feed/answer-feed";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; collection: string; slug: string }> };

/** What was done to an incident, a target or an actor and its incidents, as a feed. */
export async function GET(request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const view = routes.recordFeed.viewIn(segments, readVersionReference(reference).version);
  const destination = routes.recordFeed.destination(view);
  return answerFeed(request, reference, { of: "record", view }, destination);
}
