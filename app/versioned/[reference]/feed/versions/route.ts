import { answerFeed } from "@/app/versioned/[reference]/feed/answer-feed";
import { routes } from "@/lib/site/urls/routes";

/** Every publication so far, as a feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
) {
  const { reference } = await params;
  return answerFeed(request, reference, { of: "versions" }, routes.versionsFeed.destination(null));
}
