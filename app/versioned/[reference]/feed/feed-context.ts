import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import type { FeedContext } from "@/lib/site/feeds/record-feeds";

/** What every feed needs to know of the record. @param base where its links begin */
export async function feedContext(db: Queryable, base: string): Promise<FeedContext> {
  const first = await findVersion(db, 1);
  if (first === null) throw new Error("the record has no first version, though it has a later one");
  return { first, base };
}

/** A feed as it is sent: it changes with publications, and with nothing else. */
export function feedFile(document: string, { publishedAt }: Version): MadeFile {
  return madeFile(document, "application/atom+xml; charset=utf-8", {
    "Last-Modified": publishedAt.toUTCString(),
  });
}
