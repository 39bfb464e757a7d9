import { answerMatching } from "@/app/versioned/answer-matching";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { extend } from "@/lib/site/matching/extend-queries";
import { manifest } from "@/lib/site/matching/manifest";
import { readExtension, readQueries } from "@/lib/site/matching/match-query";
import { match } from "@/lib/site/matching/matching-queries";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { badParameters } from "@/lib/site/requests/request-problem";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import { routes } from "@/lib/site/urls/routes";
import type { MatchingView } from "@/lib/site/urls/routes/matching-routes";

type Context = { params: Promise<{ reference: string; query: string }> };

/** The service's manifest, or the answer to what a URL holds of queries. */
export async function GET(request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const { version } = readVersionReference(reference);
  return answer(request, reference, routes.matching.viewIn(segments, version));
}

/** The same of what a form sends: a URL has no room for a batch. */
export async function POST(request: Request, { params }: Context) {
  const { reference } = await params;
  const form = await formIn(request);
  if (form === null)
    return sendProblem(
      badParameters(
        [{ parameter: "queries", given: null, allowed: "a form, as the URL's parameters" }],
        null,
      ),
    );
  const text = (name: string) => {
    const given = form.get(name);
    return typeof given === "string" ? given : null;
  };
  return answer(request, reference, { queries: text("queries"), extend: text("extend") });
}

function answer(request: Request, reference: string, { queries, extend: asked }: MatchingView) {
  return answerMatching(async () => {
    const { db, version, links, permanent } = await openVersion(reference);
    const origin = askedOrigin(request.headers);
    if (queries !== null) {
      const read = readQueries(queries);
      return read.ok
        ? match(db, version.number, read.value)
        : sendProblem(badParameters([...read.problems], version.number));
    }
    if (asked !== null) {
      const read = readExtension(asked);
      return read.ok
        ? extend(db, version.number, permanent, read.value, (path) => `${origin}${path}`)
        : sendProblem(badParameters([...read.problems], version.number));
    }
    const { pinned } = links.reference;
    return manifest(origin, links.matching, pinned ? version.number : null);
  });
}

async function formIn(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}
