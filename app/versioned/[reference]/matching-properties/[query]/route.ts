import { answerMatching } from "@/app/versioned/answer-matching";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { allProperties, described } from "@/lib/site/matching/extension";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; query: string }> };

/** What can be added to a table of things of a kind. */
export async function GET(_request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const { version } = readVersionReference(reference);
  const { type } = routes.matchingProperties.viewIn(segments, version);
  return answerMatching(async () => ({
    ...(type === null ? {} : { type }),
    properties: allProperties(type).map(described),
  }));
}
