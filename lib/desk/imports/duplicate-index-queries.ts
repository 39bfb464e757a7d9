import type { Queryable } from "@/lib/db/client";
import { candidateOf } from "@/lib/desk/duplicates/candidate";
import { DuplicateIndex } from "@/lib/desk/duplicates/duplicate-index";
import { readCandidate } from "@/lib/desk/duplicates/read-candidate";
import type { TargetNames } from "@/lib/desk/duplicates/target-names";
import type { Typed } from "@/lib/desk/forms/typed";
import { dayOf, trimToPrecision } from "@/lib/values/dates/day";

/** Incidents read from the record by one statement. */
const AT_ONCE = 5000;
/** Proposals read by one statement. */
const PROPOSALS_AT_ONCE = 200;
/** Proposals in review that are looked at, the newest first. */
const MOST_IN_REVIEW = 5000;

/**
 * The record's current incidents, kept in memory for being asked thousands of times.
 * @param pause called between statements
 * @param since only those that were published after this version; 0 for all
 */
export async function duplicateIndexOfRecord(
  db: Queryable,
  targets: TargetNames,
  pause: () => Promise<void>,
  since = 0,
): Promise<DuplicateIndex> {
  const known = await db.knownAddress.findMany({
    where: { supersededIn: null, retraction: null },
    select: { matchKey: true },
  });
  const index = new DuplicateIndex(new Set(known.map(({ matchKey }) => matchKey)));
  for (let after = 0; ; ) {
    const rows = await db.incidentRevision.findMany({
      where: { supersededIn: null, publishedIn: { gt: since }, id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: {
        id: true,
        incidentId: true,
        slug: true,
        name: true,
        target: true,
        targetId: true,
        occurredOn: true,
        precision: true,
        lossUsd: true,
        lossUsdLow: true,
        lossUsdHigh: true,
        chains: true,
        addresses: { select: { chain: true, address: true } },
        sources: { select: { url: true } },
        transactions: { select: { chain: true, hash: true } },
      },
    });
    for (const row of rows) {
      const target = row.targetId === null ? null : targets.withId(row.targetId);
      const fields = {
        ...row,
        occurredOn: trimToPrecision(dayOf(row.occurredOn), row.precision),
        lossUsd: row.lossUsd?.toNumber() ?? null,
        lossUsdLow: row.lossUsdLow?.toNumber() ?? null,
        lossUsdHigh: row.lossUsdHigh?.toNumber() ?? null,
      };
      const candidate = candidateOf(fields, target === null ? [] : [target]);
      index.add(candidate, { where: "record", recordId: row.incidentId, slug: row.slug });
    }
    await pause();
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return index;
    after = last.id;
  }
}

/**
 * Adds the incidents that proposals in review would make or revise; drafts that nobody has submitted stay their
 * author's own.
 * @returns which incident of the record each proposal revises; null where it would be a new one
 */
export async function addProposalsInReview(
  db: Queryable,
  index: DuplicateIndex,
  targets: TargetNames,
  pause: () => Promise<void>,
): Promise<Map<number, number | null>> {
  const revises = new Map<number, number | null>();
  let before = 2_147_483_647;
  while (revises.size < MOST_IN_REVIEW) {
    // A list may be anything that was typed: no more of it leaves the database than is looked at.
    const rows = await db.$queryRaw<{ id: number; record_id: number | null; content: Typed }[]>`
      SELECT p.id, p.record_id, jsonb_build_object('name', p.content -> 'name',
        'target', p.content -> 'target', 'occurredOn', p.content -> 'occurredOn',
        'lossUsd', p.content -> 'lossUsd', 'lossUsdLow', p.content -> 'lossUsdLow',
        'lossUsdHigh', p.content -> 'lossUsdHigh',
        'sources', jsonb_path_query_array(p.content, 'lax $.sources[0 to 199]'),
        'addresses', jsonb_path_query_array(p.content, 'lax $.addresses[0 to 999]'),
        'transactions', jsonb_path_query_array(p.content, 'lax $.transactions[0 to 999]')) AS content
      FROM desk.proposal p
      WHERE p.state = 'in review' AND p.kind = 'incident' AND p.id < ${before}::int
      ORDER BY p.id DESC LIMIT ${PROPOSALS_AT_ONCE}`;
    for (const { id, record_id, content } of rows) {
      index.add(readCandidate(content, targets), { where: "review", proposalId: id });
      revises.set(id, record_id);
    }
    await pause();
    const last = rows.at(-1);
    if (last === undefined || rows.length < PROPOSALS_AT_ONCE) break;
    before = last.id;
  }
  return revises;
}
