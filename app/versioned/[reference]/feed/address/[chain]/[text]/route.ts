import { answerFeed } from "@/app/versioned/[reference]/feed/answer-feed";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; chain: string; text: string }> };

/** What was done to the incidents that name an address, as a feed; without an entry where none does yet. */
export async function GET(request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const view = routes.addressFeed.viewIn(segments, readVersionReference(reference).version);
  const destination = routes.addressFeed.destination(view);
  return answerFeed(request, reference, { of: "address", view }, destination);
}
