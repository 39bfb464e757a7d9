import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PreparedChanges, PreparedRecord } from "@/lib/desk/imports/prepared-changes";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { MOST_TAKEN_BACK } from "@/lib/desk/publications/publication";
import { difference } from "@/lib/record/history/difference";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { Fields } from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Entry } from "@/lib/record/publishing/entry";

/** What taking a publication back would do. */
export interface TakenBack extends PreparedChanges {
  /** Those of the records that get back what they said before. */
  restored: number;
  /** Those that were new, and are retracted. */
  retracted: number;
}

/** A revision that a publication made. */
interface Change {
  kind: RecordKind;
  id: number;
  revision: number;
  /** The version that has changed it since; null where it stands. */
  since: number | null;
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
  const changes = await changesIn(db, version);
  if (changes.length > MOST_TAKEN_BACK) return null;
  const taken: TakenBack = { records: [], left: [], restored: 0, retracted: 0 };
  for (const change of changes) {
    const now = await publishedEntry(db, change.kind, change.id);
    if (now === null) continue;
    const leave = (why: string) => taken.left.push({ name: `${change.kind} ${now.title}`, why });
    if (change.since !== null) {
      leave(`It was changed again in version ${change.since}, and stays as it is.`);
      continue;
    }
    const before =
      change.revision === 1
        ? null
        : await publishedEntry(db, change.kind, change.id, change.revision - 1);
    const entry = before === null ? retracted(now.entry, reason) : before.entry;
    if (entry === null) {
      leave(`It was new, and a ${change.kind} cannot be retracted: correct it, or merge it.`);
      continue;
    }
    // What differs only by what an actor turned out to be comes back with that actor.
    if (isSame(now.entry, entry)) continue;
    taken[before === null ? "retracted" : "restored"] += 1;
    taken.records.push(recordOf(change, now.title, entry));
  }
  const facts = await db.publisherFact.count({ where: { publishedIn: version } });
  if (facts > 0)
    taken.left.push({
      name: "how others count",
      why: `It said so in ${facts.toLocaleString("en-GB")} rows, which only a dataset changes.`,
    });
  return taken;
}

function recordOf({ kind, id, revision }: Change, name: string, entry: Entry): PreparedRecord {
  return { kind, recordId: id, baseRevision: revision, name, typed: writeTyped(entry) };
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

async function changesIn(db: Queryable, version: number): Promise<Change[]> {
  return db.$queryRaw<Change[]>`
    SELECT c.kind, c.id, c.revision, c.since FROM (
      ${Prisma.join(
        TABLES.map(
          ([kind, table, id]) => Prisma.sql`
            SELECT ${kind} AS kind, ${Prisma.raw(id)} AS id, revision, superseded_in AS since
            FROM ${Prisma.raw(table)} WHERE published_in = ${version}::int`,
        ),
        " UNION ALL ",
      )}
    ) c ORDER BY c.kind, c.id LIMIT ${MOST_TAKEN_BACK + 1}::int`;
}

const TABLES: readonly [kind: RecordKind, table: string, id: string][] = [
  ["incident", "incident_revision", "incident_id"],
  ["target", "target_revision", "target_id"],
  ["actor", "actor_revision", "actor_id"],
  ["figure", "figure_revision", "figure_id"],
  ["service", "known_address", "service_id"],
  ["coverage", "coverage_revision", "1"],
];
