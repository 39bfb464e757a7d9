import type { Database, Queryable } from "@/lib/db/client";
import { audit, command } from "@/lib/desk/access/guarded-command";
import { CLAIM_DAYS, type Worklist } from "@/lib/desk/worklists/worklist";
import type { ClaimOutcome } from "@/lib/desk/worklists/worklist-claim";
import { storedClaims } from "@/lib/desk/worklists/worklist-claim-queries";
import { heldByWorklist } from "@/lib/desk/worklists/worklist-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Claims records of a worklist for some days, so that others see that somebody is at them; one's own are prolonged. Of two
 * at once one gets a record. A claim is no lock: naming whom one takes it over from takes it over.
 * @param takeOverFrom the id of the person who is seen to hold them; null where nobody is
 */
export const claimRecords = command(
  "worklist.claim",
  async (
    db,
    by,
    {
      list,
      recordIds,
      takeOverFrom,
    }: { list: Worklist; recordIds: readonly number[]; takeOverFrom: string | null },
    now: Date = new Date(),
  ): Promise<ClaimOutcome> => {
    await removeEnded(db, now);
    const wanted = [...new Set(recordIds)];
    const listed = await heldByWorklist(db, list, wanted);
    const ids = wanted.filter((id) => listed.has(id));
    const { kind } = list;
    return db.$transaction(async (transaction) => {
      const claimed = await transaction.$queryRaw<{ recordId: number }[]>`
        INSERT INTO desk.worklist_claim AS c (kind, record_id, worklist, by_id, claimed_at, expires_at)
        SELECT ${kind}::desk.record_kind, id, ${list.name}, ${by.id}, ${now}, ${new Date(now.getTime() + CLAIM_DAYS * DAY)}
        FROM unnest(${ids}::int[]) AS id ORDER BY id
        ON CONFLICT (kind, record_id) DO UPDATE SET worklist = excluded.worklist, by_id = excluded.by_id,
          claimed_at = CASE WHEN c.by_id = excluded.by_id THEN c.claimed_at ELSE excluded.claimed_at END,
          expires_at = excluded.expires_at
        WHERE c.by_id = excluded.by_id OR c.by_id = ${takeOverFrom}
        RETURNING record_id AS "recordId"`;
      for (const { recordId } of claimed)
        await audit(transaction, by, "worklist.claim", subjectOf(kind, recordId), "claimed");
      return {
        claimed: claimed.length,
        held: ids.length - claimed.length,
        gone: wanted.length - ids.length,
      };
    });
  },
);

/** Gives claimed records back; those of others stay theirs. @returns how many were given back */
export const releaseRecords = command(
  "worklist.claim",
  async (
    db,
    by,
    { kind, recordIds }: { kind: RecordKind; recordIds: readonly number[] },
  ): Promise<number> =>
    db.$transaction(async (transaction) => {
      const where = { kind, recordId: { in: [...recordIds] }, byId: by.id };
      const own = await transaction.worklistClaim.findMany({ where, select: { recordId: true } });
      await transaction.worklistClaim.deleteMany({ where });
      for (const { recordId } of own)
        await audit(transaction, by, "worklist.claim", subjectOf(kind, recordId), "released");
      return own.length;
    }),
);

/** Removes the claims whose time has passed, and those of records that their list holds no longer. */
async function removeEnded(db: Database, now: Date): Promise<void> {
  const ended = (await storedClaims(db, {}, now)).filter(({ counts }) => !counts);
  // By when it was claimed too: somebody else may have claimed it meanwhile.
  for (const claim of ended) await remove(db, claim);
}

async function remove(
  db: Queryable,
  { kind, recordId, claimedAt, expiresAt }: Awaited<ReturnType<typeof storedClaims>>[number],
): Promise<void> {
  await db.worklistClaim.deleteMany({ where: { kind, recordId, claimedAt, expiresAt } });
}

/** What the audit calls a record. */
function subjectOf(kind: RecordKind, recordId: number): string {
  return `${kind} ${recordId}`;
}
