import { answerFile } from "@/app/versioned/answer-file";
import { sitemapFile, sitemapOf } from "@/app/versioned/listed-pages";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { noPage } from "@/lib/site/requests/request-problem";
import { partsOfSitemap, writeSitemap } from "@/lib/site/sitemap/sitemap";
import { routes } from "@/lib/site/urls/routes";

/** One list of pages to be found. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string; part: string }> },
) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.sitemapPart.viewIn(segments, reference.version);
  const opened = await openVersion(segment);
  const entries = await sitemapOf(opened);
  if (view.part > partsOfSitemap(entries.length))
    return sendProblem(noPage(routes.sitemapPart.url(view), null));
  const make = async (origin: string) =>
    sitemapFile(writeSitemap(entries, view.part, origin), opened);
  const destination = routes.sitemapPart.destination(view);
  return answerFile(request, reference, destination, make, { isQueued: false });
}
