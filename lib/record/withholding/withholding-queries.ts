import type { Queryable } from "@/lib/db/client";

/** An order that took texts out of the record, as readers see it. */
export interface Withholding {
  /** The version since which they are withheld. */
  version: number;
  orderedBy: string;
  reason: string;
  /** In how many places the texts stood. */
  places: number;
  /** SHA-256 of each text with a salt that nobody has kept, in hexadecimal. */
  digests: string[];
}

/** Every order that took texts out of the record, also of its older versions, the newest first. */
export async function withholdings(db: Queryable): Promise<Withholding[]> {
  const rows = await db.withholding.findMany({
    include: { digests: { orderBy: { id: "asc" } } },
    orderBy: { id: "desc" },
  });
  return rows.map(({ publishedIn, orderedBy, reason, places, digests }) => ({
    version: publishedIn,
    orderedBy,
    reason,
    places,
    digests: digests.map(({ digest }) => digest),
  }));
}
