import type { Queryable } from "@/lib/db/client";

/** Events that are shown. */
const MOST = 500;

/** What was said about an import, and who claimed and released its review, the earliest first. */
export async function importEvents(db: Queryable, importId: number) {
  const latest = await db.importEvent.findMany({
    where: { importId },
    orderBy: { id: "desc" },
    take: MOST,
    select: { id: true, kind: true, at: true, text: true, by: { select: { name: true } } },
  });
  return latest.reverse();
}
