import { answerFeed } from "@/app/versioned/[reference]/feed/answer-feed";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; query: string }> };

/** The corrections of a cited number, as a feed. */
export async function GET(request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const view = routes.citationFeed.viewIn(segments, readVersionReference(reference).version);
  const destination = routes.citationFeed.destination(view);
  return answerFeed(request, reference, { of: "citation", view }, destination);
}
