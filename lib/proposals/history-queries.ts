import type { Queryable } from "@/lib/db/client";
import type { ProposalEventKind } from "@/lib/db/generated/client";

/** Something that happened to a proposal. */
export interface ProposalEventRow {
  id: number;
  kind: ProposalEventKind;
  at: Date;
  /** A public name; null for what came from outside. */
  by: string | null;
  text: string;
}

/** What happened to a proposal, the first first. */
export async function proposalHistory(db: Queryable, id: number): Promise<ProposalEventRow[]> {
  const rows = await db.proposalEvent.findMany({
    where: { proposalId: id },
    orderBy: { id: "asc" },
    include: { by: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    by: row.by?.name ?? null,
    text: row.text,
  }));
}

/** What lies aside of a draft until its author decides, the newest first. */
export async function openCopies(
  db: Queryable,
  proposalId: number,
): Promise<{ id: number; savedAt: Date }[]> {
  return db.setAside.findMany({
    where: { proposalId, settledAt: null },
    select: { id: true, savedAt: true },
    orderBy: { id: "desc" },
  });
}
