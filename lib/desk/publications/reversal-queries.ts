import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PreparedChanges } from "@/lib/desk/imports/prepared-changes";
import { MOST_TAKEN_BACK } from "@/lib/desk/publications/publication";
import { difference } from "@/lib/record/history/difference";
import { publishedEntries } from "@/lib/record/history/published-entry-queries";
import type { Fields } from "@/lib/record/history/value";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";
import type { Entry } from "@/lib/record/publishing/entry";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import { REVISION_ROWS } from "@/lib/record/publishing/revision-rows-sql";

/** What taking a publication back would do. */
export interface Reversal {
  changes: {
    /** As the publication left it, and as it still stands. */
    now: PublishedEntry;
    /** What it says again; null of one that was new, which is retracted. */
    before: Entry | null;
  }[];
  /** What is left as it is, and why. */
  left: PreparedChanges["left"];
}

/**
 * What taking a publication back would do: each record that stands as it left it says again what it said before, with
 * whether it is retracted or merged; one that was new is retracted. What somebody has changed since is left as it is.
 * Null where the publication changed more records than can be taken back at once.
 */
export async function reversalOf(db: Queryable, version: number): Promise<Reversal | null> {
  if ((await countRevisions(db, version)) > MOST_TAKEN_BACK) return null;
  const reversal: Reversal = { changes: [], left: [] };
  const leave = ({ entry, title }: PublishedEntry, why: string) =>
    reversal.left.push({ name: `${entry.kind} ${title}`, why });
  for (const kind of RECORD_KINDS) {
    const replaced = await publishedEntries(db, kind, { supersededIn: version });
    const entriesBefore = new Map(replaced.map(({ recordId, entry }) => [recordId, entry]));
    for (const now of await publishedEntries(db, kind, {
      publishedIn: version,
      supersededIn: null,
    })) {
      const before = entriesBefore.get(now.recordId) ?? null;
      if (before === null && !("retraction" in now.entry.record))
        leave(now, `It was new, and a ${kind} cannot be retracted: correct it, or merge it.`);
      // What differs only by what an actor turned out to be comes back with that actor.
      else if (before === null || !isSame(now.entry, before))
        reversal.changes.push({ now, before });
    }
    for (const then of await changedSince(db, kind, version))
      leave(then.now, `It was changed again in version ${then.since}, and stays as it is.`);
  }
  const facts = await db.publisherFact.count({ where: { publishedIn: version } });
  if (facts > 0)
    reversal.left.push({
      name: "how others count",
      why: `It said so in ${facts.toLocaleString("en-GB")} rows, which only a dataset changes.`,
    });
  return reversal;
}

function isSame(one: Entry, other: Entry): boolean {
  // Records are fields of texts, numbers and lists.
  const [before, after] = [one.record, other.record] as unknown as [Fields, Fields];
  return difference(one.kind, before, after, {}, false).length === 0;
}

/** The records that a version changed and a later one changed again, as they were in it, and which one did. */
async function changedSince(
  db: Queryable,
  kind: RecordKind,
  version: number,
): Promise<{ now: PublishedEntry; since: number }[]> {
  const rows = await db.$queryRaw<{ since: number }[]>`
    SELECT DISTINCT superseded_in AS since FROM (${REVISION_ROWS[kind]}) AS held
    WHERE published_in = ${version}::int AND superseded_in IS NOT NULL ORDER BY superseded_in`;
  const found: { now: PublishedEntry; since: number }[] = [];
  // One question after the other: a transaction has one connection.
  for (const { since } of rows)
    for (const now of await publishedEntries(db, kind, {
      publishedIn: version,
      supersededIn: since,
    }))
      found.push({ now, since });
  return found;
}

async function countRevisions(db: Queryable, version: number): Promise<number> {
  const rows = Prisma.join(Object.values(REVISION_ROWS), " UNION ALL ");
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (${rows}) AS held WHERE published_in = ${version}::int`;
  return count;
}
