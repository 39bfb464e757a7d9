import { type Database, readingDatabase } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { type Links, linksFor } from "@/lib/site/urls/links";

/** What every page of a version starts from. */
export interface OpenVersion {
  db: Database;
  version: Version;
  /** Where this page's links lead. */
  links: Links;
  /** The same pages, pinned to this version. */
  permanent: Links;
  /** The same pages, in the newest version. */
  newest: Links;
}

/** Opens the version that a page's inner URL refers to; the proxy has made sure that it exists. */
export async function openVersion(segment: string): Promise<OpenVersion> {
  const reference = readVersionReference(segment);
  const db = readingDatabase();
  const version = await findVersion(db, reference.version);
  if (version === null)
    throw new Error(`the record has no version ${reference.version}, though the proxy found it`);
  return {
    db,
    version,
    links: linksFor(reference),
    permanent: linksFor({ ...reference, pinned: true }),
    newest: linksFor({ ...reference, pinned: false }),
  };
}
