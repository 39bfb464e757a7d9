// Not called after what it makes: Next takes a file of that name for a route.

import type { OpenVersion } from "@/app/versioned/open-version";
import { asOfVersion } from "@/lib/record/versions/version";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { type SitemapEntry, sitemapEntries } from "@/lib/site/sitemap/sitemap";
import { recordPages } from "@/lib/site/sitemap/sitemap-queries";

/** Every page of a version that is to be found. */
export async function sitemapOf({ db, version }: OpenVersion): Promise<SitemapEntry[]> {
  return sitemapEntries(await recordPages(db, version.number), version, asOfVersion(version));
}

/** A file of the sitemap as it is sent: it changes with publications, and with nothing else. */
export function sitemapFile(document: string, { version }: OpenVersion): MadeFile {
  return madeFile(document, "application/xml; charset=utf-8", {
    "Last-Modified": version.publishedAt.toUTCString(),
  });
}
