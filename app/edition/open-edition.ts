import { type Database, database } from "@/lib/db/client";
import { readEdition } from "@/lib/record/versions/edition";
import { findVersion, type Version } from "@/lib/record/versions/version-queries";
import { type Links, linksFor } from "@/lib/site/urls/links";

/** What every page of an edition starts from. */
export interface OpenEdition {
  db: Database;
  version: Version;
  /** Where this page's links lead. */
  links: Links;
  /** The same addresses, fixed at this version. */
  permanent: Links;
  /** The same addresses, in the newest version. */
  newest: Links;
}

/** Opens the edition that a page's inner address names; the proxy has made sure that it exists. */
export async function openEdition(segment: string): Promise<OpenEdition> {
  const edition = readEdition(segment);
  const db = database();
  const version = await findVersion(db, edition.version);
  if (version === null)
    throw new Error(`the record has no version ${edition.version}, though the proxy found it`);
  return {
    db,
    version,
    links: linksFor(edition),
    permanent: linksFor({ ...edition, fixed: true }),
    newest: linksFor({ ...edition, fixed: false }),
  };
}
