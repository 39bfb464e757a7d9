import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import { recordsById } from "@/lib/desk/proposals/record-search-queries";
import { monthOf, monthRecord } from "@/lib/desk/worklists/thin-month";
import { findWorklist } from "@/lib/desk/worklists/worklist";
import type { OwnClaim, WorklistClaim } from "@/lib/desk/worklists/worklist-claim";
import { heldByWorklist } from "@/lib/desk/worklists/worklist-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** A claim as it is stored, whether it still counts or not. */
export interface StoredClaim extends WorklistClaim {
  kind: RecordKind;
  /** Whether its time has not passed and its list still holds the record. */
  counts: boolean;
}

/** The claims of a kind's records that count, by the record's lasting id. @param recordIds all where it is left out */
export async function claimsOn(
  db: Database,
  kind: RecordKind,
  recordIds?: readonly number[],
): Promise<Map<number, WorklistClaim>> {
  const claims = await storedClaims(db, {
    kind,
    ...(recordIds === undefined ? {} : { recordId: { in: [...recordIds] } }),
  });
  return new Map(claims.filter(({ counts }) => counts).map((claim) => [claim.recordId, claim]));
}

/** How many records are claimed by each worklist. */
export async function claimCounts(db: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { worklist, counts: isCounted } of await storedClaims(db, {}))
    if (isCounted) counts.set(worklist, (counts.get(worklist) ?? 0) + 1);
  return counts;
}

/** What somebody has claimed, what ends first at first. */
export async function ownClaims(db: Database, person: Person): Promise<OwnClaim[]> {
  const claims = (await storedClaims(db, { byId: person.id })).filter(({ counts }) => counts);
  const kinds = [...new Set(claims.map(({ kind }) => kind))];
  const found = new Map<string, FoundRecord>();
  for (const kind of kinds) {
    const ids = claims.filter((claim) => claim.kind === kind).map(({ recordId }) => recordId);
    const records =
      kind === "coverage"
        ? ids.map((id) => monthRecord(monthOf(id)))
        : await recordsById(db, kind, ids);
    for (const record of records) found.set(`${kind} ${record.recordId}`, record);
  }
  return claims.flatMap(({ kind, recordId, worklist, expiresAt }) => {
    const record = found.get(`${kind} ${recordId}`);
    const list = findWorklist(worklist);
    return record === undefined || list === null ? [] : [{ ...record, list, expiresAt }];
  });
}

/** Claims, each with whether it still counts: those of one list are looked up together. */
export async function storedClaims(
  db: Database,
  where: { kind?: RecordKind; recordId?: { in: number[] }; byId?: string },
  now = new Date(),
): Promise<StoredClaim[]> {
  const rows = await db.worklistClaim.findMany({
    where,
    orderBy: [{ expiresAt: "asc" }, { recordId: "asc" }],
    select: {
      kind: true,
      recordId: true,
      worklist: true,
      claimedAt: true,
      expiresAt: true,
      by: { select: { id: true, name: true } },
    },
  });
  const held = new Map<string, Set<number>>();
  for (const name of new Set(rows.map(({ worklist }) => worklist))) {
    const list = findWorklist(name);
    const ids = rows.filter(({ worklist }) => worklist === name).map(({ recordId }) => recordId);
    held.set(name, list === null ? new Set() : await heldByWorklist(db, list, ids));
  }
  return rows.map((row) => ({
    ...row,
    counts: row.expiresAt > now && held.get(row.worklist)?.has(row.recordId) === true,
  }));
}
