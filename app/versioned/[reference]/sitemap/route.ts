import { answerFile } from "@/app/versioned/answer-file";
import { sitemapFile, sitemapOf } from "@/app/versioned/listed-pages";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { partsOfSitemap, writeSitemapIndex } from "@/lib/site/sitemap/sitemap";
import { routes } from "@/lib/site/urls/routes";

/** The files in which the pages to be found are listed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
) {
  const { reference: segment } = await params;
  const make = async (origin: string) => {
    const opened = await openVersion(segment);
    const parts = partsOfSitemap((await sitemapOf(opened)).length);
    return sitemapFile(writeSitemapIndex(parts, opened.version.publishedOn, origin), opened);
  };
  const destination = routes.sitemap.destination(null);
  return answerFile(request, readVersionReference(segment), destination, make, { isQueued: false });
}
