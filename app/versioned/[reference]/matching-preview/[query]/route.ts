import { answerMatching } from "@/app/versioned/answer-matching";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { described } from "@/lib/site/matching/described-queries";
import { previewPage } from "@/lib/site/matching/preview-page";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { noEntity } from "@/lib/site/requests/request-problem";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; query: string }> };

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** What a cell was matched to, as a page for a frame in the client. */
export async function GET(request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const { version } = readVersionReference(reference);
  const { id } = routes.matchingPreview.viewIn(segments, version);
  return answerMatching(async () => {
    const { db, links, permanent } = await openVersion(reference);
    const found = await described(db, version, { links, permanent }, id);
    if (found === null) return sendProblem(noEntity(id, version));
    const { path, ...preview } = found;
    const url = `${askedOrigin(request.headers)}${path}`;
    return new Response(previewPage({ ...preview, url, version }), {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": POLICY,
        "Cache-Control": "no-store",
      },
    });
  });
}
