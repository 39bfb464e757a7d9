import type { Queryable } from "@/lib/db/client";
import type { ListedWithholding } from "@/lib/desk/withholding/withholding";

/** Every request to withhold texts, the newest first. */
export async function listWithholdings(db: Queryable): Promise<ListedWithholding[]> {
  const rows = await db.withholdingRequest.findMany({
    include: { by: { select: { name: true } }, decidedBy: { select: { name: true } } },
    orderBy: { id: "desc" },
    take: 200,
  });
  return rows.map(({ by, decidedBy, texts, ...row }) => ({
    id: row.id,
    by: by.name,
    byId: row.byId,
    texts: row.decidedAt === null ? texts : null,
    orderedBy: row.orderedBy,
    reason: row.reason,
    at: row.at,
    decidedAt: row.decidedAt,
    decidedBy: decidedBy?.name ?? null,
    publishedIn: row.publishedIn,
  }));
}
