import type { Queryable } from "@/lib/db/client";

/** The conflicting saves of a draft, which wait until its author decides, the newest first. */
export async function openCopies(
  db: Queryable,
  proposalId: number,
): Promise<{ id: number; savedAt: Date }[]> {
  return db.setAside.findMany({
    where: { proposalId, settledAt: null },
    select: { id: true, savedAt: true },
    orderBy: { id: "desc" },
    take: 100,
  });
}
