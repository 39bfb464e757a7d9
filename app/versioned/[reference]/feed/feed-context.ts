import type { Queryable } from "@/lib/db/client";
import { findVersion } from "@/lib/record/versions/version-queries";
import type { FeedContext } from "@/lib/site/feeds/record-feeds";
import { publicBase } from "@/lib/site/urls/public-url";

/** What every feed needs to know of the record. */
export async function feedContext(db: Queryable): Promise<FeedContext> {
  const first = await findVersion(db, 1);
  if (first === null) throw new Error("the record has no first version, though it has a later one");
  return { first, base: publicBase() ?? "" };
}

/** A feed as it is answered. */
export function feedResponse(document: string): Response {
  return new Response(document, {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
}
