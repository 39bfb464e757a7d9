import type { Queryable } from "@/lib/db/client";
import type { Withholding } from "@/lib/record/withholding/withholding";

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
