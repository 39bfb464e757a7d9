import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { RECORD_TABLES, revisionsWhere } from "@/lib/record/shapes/record-queries";
import { PUBLIC_KINDS, type PublicKind, type PublicRecord } from "@/lib/record/shapes/records";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { type Change, operationOf, snapshotLine } from "@/lib/site/open-data/changes";
import { CONTENTS_RULE } from "@/lib/site/open-data/contents-rule";

/**
 * What changed from one version to a later one, by kind and id, some at a time: of each record one line, however often it was
 * revised between them. Whatever the earlier one held, with these in its place, is what the later one holds.
 * @param from 0 for everything
 */
export async function* changesBetween(
  db: Queryable,
  from: number,
  to: number,
): AsyncGenerator<Change[]> {
  const orders = await db.$queryRaw<{ version: number }[]>`
    SELECT published_in AS version FROM withholding WHERE published_in > ${from} AND published_in <= ${to}`;
  const withheld = new Set(orders.map(({ version }) => version));
  // What an order took out it took out of revisions that were there before; only their texts say which.
  const since = withheld.size > 0 ? Prisma.empty : Prisma.sql`AND i.published_in > ${from}`;
  for (const kind of PUBLIC_KINDS)
    for await (const some of revisionsWhere(
      db,
      kind,
      Prisma.sql`${seenAtVersion("i", to)} ${since}`,
    )) {
      const changed = some
        .map(({ record }) => record)
        .filter(
          ({ version, withheld_since }) =>
            version > from || withheld_since.some((order) => withheld.has(order)),
        );
      const before = await statusesAt(db, kind, from, changed);
      yield changed.map((record) => ({
        op: operationOf(before.get(record.id), record),
        kind,
        id: record.id,
        record,
      }));
    }
}

/** How many incidents were published from one version to a later one, some more than once. */
export async function countRevised(db: Queryable, from: number, to: number): Promise<number> {
  const [{ revisions }] = await db.$queryRaw<[{ revisions: number }]>`
    SELECT count(*)::int AS revisions FROM incident_revision WHERE published_in > ${from} AND published_in <= ${to}`;
  return revisions;
}

type Before = Pick<PublicRecord, "status" | "merged_into" | "revision">;

/** What records were at a version, by their ids; those that it had not are left out. */
async function statusesAt(
  db: Queryable,
  kind: PublicKind,
  version: number,
  records: readonly Pick<PublicRecord, "id">[],
): Promise<Map<number, Before>> {
  if (version === 0 || records.length === 0) return new Map();
  const { name, id } = RECORD_TABLES[kind];
  const [retracted, merged] = STATUS_COLUMNS[kind];
  const rows = await db.$queryRaw<(Omit<Before, "status"> & { id: number; retracted: boolean })[]>`
    SELECT ${Prisma.raw(id)} AS id, i.revision, ${Prisma.raw(retracted)} AS retracted, ${Prisma.raw(merged)} AS merged_into
    FROM ${Prisma.raw(name)} i
    WHERE ${Prisma.raw(id)} = ANY(${records.map((record) => record.id)}::int[]) AND ${seenAtVersion("i", version)}`;
  return new Map(
    rows.map(({ id, retracted, ...row }) => [
      id,
      { ...row, status: row.merged_into !== null ? "merged" : retracted ? "retracted" : "active" },
    ]),
  );
}

const RETRACTABLE = "i.retraction IS NOT NULL";
const STATUS_COLUMNS: Record<PublicKind, [retracted: string, merged: string]> = {
  actor: ["false", "i.merged_into_id"],
  coverage: ["false", "NULL::int"],
  figure: [RETRACTABLE, "i.merged_into_id"],
  incident: [RETRACTABLE, "i.merged_into_id"],
  known_address: [RETRACTABLE, "NULL::int"],
  publisher: [RETRACTABLE, "NULL::int"],
  target: ["false", "i.merged_into_id"],
  vintage: [RETRACTABLE, "NULL::int"],
  year_comparison: [RETRACTABLE, "NULL::int"],
};

/** How many records of each kind a version holds, whatever their status, and the SHA-256 of its snapshot. */
export interface Contents {
  records: Record<PublicKind, number>;
  sha256: string;
}

const known = new LRUCache<string, Contents>({ max: 2_000 });
/** Of those who ask at once for what is not known yet, the later ones wait for what the earlier ones find out. */
let reading: Promise<unknown> = Promise.resolve();

/**
 * What versions hold, by their numbers: of all of which that is not kept yet by reading every revision once.
 * @param withholdings how many orders there are: each changes what every version says
 */
export async function contentsOf(
  db: Queryable,
  versions: readonly number[],
  withholdings: number,
): Promise<Map<number, Contents>> {
  const key = (version: number) => `${version} ${withholdings}`;
  const unknown = () => versions.filter((version) => !known.has(key(version)));
  if (unknown().length > 0) {
    const read = reading.then(async () => {
      for (const [version, contents] of await keptContents(db, unknown(), withholdings))
        known.set(key(version), contents);
      for (const [version, contents] of await readContents(db, unknown()))
        known.set(key(version), contents);
    });
    reading = read.catch(() => {});
    await read;
  }
  return new Map(
    versions.flatMap((version) => {
      const contents = known.get(key(version));
      return contents === undefined ? [] : [[version, contents] as const];
    }),
  );
}

/** What is kept of what versions hold (`kept-contents-commands.ts`), by their numbers. */
async function keptContents(
  db: Queryable,
  versions: readonly number[],
  withholdings: number,
): Promise<Map<number, Contents>> {
  const rows = await db.versionContents.findMany({
    where: { version: { in: [...versions] }, withholdings, rule: CONTENTS_RULE },
  });
  return new Map(
    rows.map(({ version, records, sha256 }) => [
      version,
      { records: records as Contents["records"], sha256 },
    ]),
  );
}

/**
 * What versions hold, by their numbers, as the database says now: every revision is read once.
 * @param pause waited for between statements
 */
export async function readContents(
  db: Queryable,
  versions: readonly number[],
  pause?: () => Promise<void>,
): Promise<Map<number, Contents>> {
  if (versions.length === 0) return new Map();
  const counted = versions.map((version) => ({
    version,
    hash: createHash("sha256"),
    records: Object.fromEntries(PUBLIC_KINDS.map((kind) => [kind, 0])) as Contents["records"],
  }));
  for (const kind of PUBLIC_KINDS)
    for await (const some of revisionsWhere(
      db,
      kind,
      Prisma.sql`i.published_in <= ${Math.max(...versions)}`,
    )) {
      await pause?.();
      for (const { record, supersededIn } of some) {
        const seen = counted.filter(
          ({ version }) =>
            record.version <= version && (supersededIn === null || supersededIn > version),
        );
        if (seen.length === 0) continue;
        const line = snapshotLine(record);
        for (const { hash, records } of seen) {
          hash.update(line);
          records[kind] += 1;
        }
      }
    }
  return new Map(
    counted.map(({ version, hash, records }) => [version, { records, sha256: hash.digest("hex") }]),
  );
}
