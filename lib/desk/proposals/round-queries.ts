import type { Queryable } from "@/lib/db/client";
import type { Typed } from "@/lib/desk/forms/typed";
import { namesIn } from "@/lib/desk/proposals/name-queries";
import type { SinceReturned } from "@/lib/desk/proposals/round";
import { readTyped } from "@/lib/desk/proposals/typed";
import { difference } from "@/lib/record/history/difference";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/**
 * What changed since a proposal was returned last: its content now, beside what was before whoever returned it. Null where it
 * never was, or where that round was not kept: rounds have been since November 2026.
 */
export async function sinceReturned(
  db: Queryable,
  { id, kind, content }: { id: number; kind: RecordKind; content: Typed },
): Promise<SinceReturned | null> {
  const returned = await db.proposalEvent.findFirst({
    where: { proposalId: id, kind: "returned" },
    orderBy: { id: "desc" },
    select: { id: true, at: true, text: true, by: { select: { name: true } } },
  });
  if (returned === null) return null;
  const round = await db.proposalRound.findFirst({
    where: { proposalId: id, eventId: { lte: returned.id } },
    orderBy: { eventId: "desc" },
    select: { content: true },
  });
  if (round === null) return null;
  // Stored by the desk's own commands, which take nothing else.
  const then = round.content as Typed;
  const [was, is] = [readTyped(kind, then), readTyped(kind, content)];
  // As records where both can be read, so that `$54.3m` and `54,300,000` are no difference.
  const records = was.ok && is.ok ? ([was.entry.record, is.entry.record] as const) : null;
  const [before, after] = records ?? [then, content];
  return {
    by: returned.by?.name ?? null,
    at: returned.at,
    reason: returned.text,
    differences: difference(kind, before, after, await namesIn(db, [before, after])),
  };
}
