import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { NamedRecord, TargetDetail, TargetEntry } from "@/lib/record/targets/target";
import { TargetDirectory } from "@/lib/record/targets/target-directory";
import { placeAt } from "@/lib/record/versions/existence-queries";
import { seenAt } from "@/lib/record/versions/version-queries";
import type { Identifier } from "@/lib/values/identifiers/identifier";
import type { TargetKind } from "@/lib/values/taxonomy/taxonomy";

/** A revision of a target in the form in which it was given, with the row that holds it. */
export interface StoredTarget {
  rowId: number;
  targetId: number;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
  current: boolean;
  successorId: number | null;
  mergedIntoId: number | null;
  target: TargetEntry;
}

/**
 * Stored revisions, in no order.
 * @param namesAt the version whose slugs name other targets; null for the newest
 */
export async function storedTargets(
  db: Queryable,
  where: Prisma.TargetRevisionWhereInput,
  namesAt: number | null,
): Promise<StoredTarget[]> {
  const seen = namesAt === null ? { supersededIn: null } : seenAt(namesAt);
  // One question after the other: this is asked within transactions too, which have one connection.
  const rows = await db.targetRevision.findMany({
    where,
    include: { identifiers: { select: { scheme: true, value: true }, orderBy: { id: "asc" } } },
  });
  if (rows.length === 0) return [];
  const ids = rows.flatMap(({ successorId, mergedIntoId }) => [
    successorId ?? [],
    mergedIntoId ?? [],
  ]);
  const named = await db.targetRevision.findMany({
    where: { targetId: { in: [...new Set(ids.flat())] }, ...seen },
    select: { targetId: true, slug: true },
  });
  const slugs = new Map(named.map(({ targetId, slug }) => [targetId, slug]));
  const slugOf = (id: number | null) => (id === null ? null : (slugs.get(id) ?? null));
  return rows.map((row) => ({
    rowId: row.id,
    targetId: row.targetId,
    revision: row.revision,
    publishedIn: row.publishedIn,
    current: row.supersededIn === null,
    successorId: row.successorId,
    mergedIntoId: row.mergedIntoId,
    target: {
      slug: row.slug,
      name: row.name,
      // Written through the schema alone, as are the identifiers' schemes.
      kind: row.kind as TargetKind,
      aliases: row.aliases,
      formerly: row.formerly,
      successor: slugOf(row.successorId),
      website: row.website,
      identifiers: row.identifiers as Identifier[],
      mergedInto: slugOf(row.mergedIntoId),
    },
  }));
}

/** Which target each slug and each name means now, merged ones included. */
export async function targetDirectory(db: Queryable): Promise<TargetDirectory> {
  return new TargetDirectory(
    await db.targetRevision.findMany({
      where: { supersededIn: null },
      select: {
        targetId: true,
        slug: true,
        name: true,
        kind: true,
        aliases: true,
        formerly: true,
        mergedIntoId: true,
      },
    }),
  );
}

/** Every target that is active at a version, by name; none that was merged into another. */
export async function targetsAt(db: Queryable, version: number): Promise<TargetNode[]> {
  const rows = await db.targetRevision.findMany({
    where: { ...seenAt(version), mergedIntoId: null },
    select: { targetId: true, slug: true, name: true, kind: true },
  });
  // Ordered here, because the letters' order differs from one database to the next.
  return rows.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** A target among the others at a version. */
export interface TargetNode {
  targetId: number;
  slug: string;
  name: string;
  kind: string;
}

/** A target at a version by its slug; null where that version has none. */
export async function findTarget(
  db: Queryable,
  version: number,
  slug: string,
): Promise<TargetDetail | null> {
  const [stored] = await storedTargets(db, { slug, ...seenAt(version) }, version);
  if (stored === undefined) return null;
  const { successor, mergedInto, ...target } = stored.target;
  const later = successor === null ? null : await placeAt(db, version, "target", successor);
  return {
    ...target,
    targetId: stored.targetId,
    successor: later === null ? null : await namedAt(db, version, later.active),
    predecessors: await predecessorsOf(db, version, stored.targetId),
  };
}

async function namedAt(db: Queryable, version: number, slug: string): Promise<NamedRecord | null> {
  return db.targetRevision.findFirst({
    where: { slug, ...seenAt(version) },
    select: { slug: true, name: true },
  });
}

async function predecessorsOf(
  db: Queryable,
  version: number,
  targetId: number,
): Promise<NamedRecord[]> {
  const found = new Map<number, NamedRecord>();
  let ids = [targetId];
  while (ids.length > 0) {
    const rows = await db.targetRevision.findMany({
      where: {
        // Who was followed by one that was merged is followed by what that turned out to be.
        successor: {
          revisions: {
            some: {
              AND: [
                seenAt(version),
                { OR: [{ targetId: { in: ids } }, { mergedIntoId: { in: ids } }] },
              ],
            },
          },
        },
        mergedIntoId: null,
        ...seenAt(version),
      },
      select: { targetId: true, slug: true, name: true },
      orderBy: { id: "asc" },
    });
    const more = rows.filter((row) => row.targetId !== targetId && !found.has(row.targetId));
    for (const { targetId: id, ...row } of more) found.set(id, row);
    ids = more.map((row) => row.targetId);
  }
  return [...found.values()];
}
