// Not called after what it makes: Next takes a file of that name for a route.

import type { OpenVersion } from "@/app/versioned/open-version";
import { asOfVersion } from "@/lib/record/versions/version";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { type SitemapEntry, sitemapEntries } from "@/lib/site/sitemap/sitemap";
import { recordPages } from "@/lib/site/sitemap/sitemap-queries";

/** The pages of the version asked for last: a version's never change, and every number of a part asks for them. */
const kept = new WeakMap<object, { version: number; entries: Promise<SitemapEntry[]> }>();

/** Every page of a version that is to be found. */
export function sitemapOf({ db, version }: OpenVersion): Promise<SitemapEntry[]> {
  const last = kept.get(db);
  if (last?.version === version.number) return last.entries;
  const entries = recordPages(db, version.number).then((pages) =>
    sitemapEntries(pages, version, asOfVersion(version)),
  );
  kept.set(db, { version: version.number, entries });
  // What failed is asked again.
  entries.catch(() => kept.delete(db));
  return entries;
}

/** A file of the sitemap as it is sent: it changes with publications, and with nothing else. */
export function sitemapFile(document: string, { version }: OpenVersion): MadeFile {
  return madeFile(document, "application/xml; charset=utf-8", {
    "Last-Modified": version.publishedAt.toUTCString(),
  });
}
