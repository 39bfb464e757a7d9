import { answerMatching } from "@/app/versioned/answer-matching";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { described } from "@/lib/site/matching/described-queries";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { noEntity } from "@/lib/site/requests/request-problem";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; query: string }> };

/** Leads from an id to its page, under whatever name that has at the version. */
export async function GET(_request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const { version } = readVersionReference(reference);
  const { id } = routes.matchingView.viewIn(segments, version);
  return answerMatching(async () => {
    const { db, links, permanent } = await openVersion(reference);
    const found = await described(db, version, { links, permanent }, id);
    if (found === null) return sendProblem(noEntity(id, version));
    return new Response(null, {
      status: 307,
      headers: { Location: found.path, "Cache-Control": "no-store" },
    });
  });
}
