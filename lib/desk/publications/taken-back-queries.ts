import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PreparedChanges, PreparedRecord } from "@/lib/desk/imports/prepared-changes";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { MOST_TAKEN_BACK } from "@/lib/desk/publications/publication";
import { difference } from "@/lib/record/history/difference";
import { publishedEntries } from "@/lib/record/history/published-entry-queries";
import type { Fields } from "@/lib/record/history/value";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";
import type { Entry } from "@/lib/record/publishing/entry";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

/** What taking a publication back would do. */
export interface TakenBack extends PreparedChanges {
  /** Those of the records that get back what they said before. */
  restored: number;
  /** Those that were new, and are retracted. */
  retracted: number;
}

/**
 * What taking a publication back would do: each record that stands as it left it says again what it said before, with
 * whether it is retracted or merged; one that was new is retracted. What somebody has changed since is left as it is.
 * Null where the publication changed more records than can be taken back at once.
 * @param reason why, as it would stand where a record is retracted
 */
export async function takenBack(
  db: Queryable,
  version: number,
  reason: string,
): Promise<TakenBack | null> {
  if ((await countRevisions(db, version)) > MOST_TAKEN_BACK) return null;
  const taken: TakenBack = { records: [], left: [], restored: 0, retracted: 0 };
  const leave = ({ entry, title }: PublishedEntry, why: string) =>
    taken.left.push({ name: `${entry.kind} ${title}`, why });
  for (const kind of RECORD_KINDS) {
    const before = new Map(
      (await publishedEntries(db, kind, { supersededIn: version })).map((entry) => [
        entry.recordId,
        entry,
      ]),
    );
    for (const now of await publishedEntries(db, kind, {
      publishedIn: version,
      supersededIn: null,
    })) {
      const was = before.get(now.recordId)?.entry;
      const entry = was ?? retracted(now.entry, reason);
      if (entry === null)
        leave(now, `It was new, and a ${kind} cannot be retracted: correct it, or merge it.`);
      // What differs only by what an actor turned out to be comes back with that actor.
      else if (!isSame(now.entry, entry)) {
        taken[was === undefined ? "retracted" : "restored"] += 1;
        taken.records.push(recordOf(now, entry));
      }
    }
    for (const then of await changedSince(db, kind, version))
      leave(then.now, `It was changed again in version ${then.since}, and stays as it is.`);
  }
  const facts = await db.publisherFact.count({ where: { publishedIn: version } });
  if (facts > 0)
    taken.left.push({
      name: "how others count",
      why: `It said so in ${facts.toLocaleString("en-GB")} rows, which only a dataset changes.`,
    });
  return taken;
}

function recordOf({ recordId, revision, title }: PublishedEntry, entry: Entry): PreparedRecord {
  return {
    kind: entry.kind,
    recordId,
    baseRevision: revision,
    name: title,
    typed: writeTyped(entry),
  };
}

function isSame(one: Entry, other: Entry): boolean {
  // Records are fields of texts, numbers and lists.
  const [before, after] = [one.record, other.record] as unknown as [Fields, Fields];
  return difference(one.kind, before, after, {}, false).length === 0;
}

/** A record that was new as a retracted one; null of a kind that cannot be. */
function retracted(entry: Entry, reason: string): Entry | null {
  switch (entry.kind) {
    case "incident":
      return { kind: "incident", record: { ...entry.record, retraction: reason } };
    case "figure":
      return { kind: "figure", record: { ...entry.record, retraction: reason } };
    case "service":
      return { kind: "service", record: { ...entry.record, retraction: reason } };
    case "target":
    case "actor":
    case "coverage":
      return null;
  }
}

/** The records that a version changed and a later one changed again, as they were in it, and which one did. */
async function changedSince(
  db: Queryable,
  kind: RecordKind,
  version: number,
): Promise<{ now: PublishedEntry; since: number }[]> {
  const rows = await db.$queryRaw<{ since: number }[]>`
    SELECT DISTINCT superseded_in AS since FROM ${Prisma.raw(TABLES[kind])}
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
  const counts = Object.values(TABLES).map(
    (table) =>
      Prisma.sql`SELECT count(*) AS count FROM ${Prisma.raw(table)} WHERE published_in = ${version}::int`,
  );
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`
    SELECT sum(count)::int AS count FROM (${Prisma.join(counts, " UNION ALL ")}) counted`;
  return count;
}

const TABLES: Record<RecordKind, string> = {
  incident: "incident_revision",
  target: "target_revision",
  actor: "actor_revision",
  figure: "figure_revision",
  service: "known_address",
  coverage: "coverage_revision",
};
