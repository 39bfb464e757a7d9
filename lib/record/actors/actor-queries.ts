import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor, ActorEntry, ActorNode } from "@/lib/record/actors/actor";
import { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { chargedGroups } from "@/lib/record/actors/charged-group-queries";
import { seenAt } from "@/lib/record/versions/version-queries";
import type { Identifier } from "@/lib/values/identifiers/identifier";
import type { LegalStatus } from "@/lib/values/taxonomy/taxonomy";

const sourceColumns = {
  select: {
    url: true,
    publisher: true,
    title: true,
    publishedOn: true,
    archivedUrl: true,
    kind: true,
  },
  orderBy: { id: "asc" },
} as const;
const identifierColumns = {
  select: { scheme: true, value: true },
  orderBy: { id: "asc" },
} as const;

/** A revision of an actor in the form in which it was given, with the row that holds it. */
export interface StoredActor {
  rowId: number;
  actorId: number;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
  current: boolean;
  parentId: number | null;
  mergedIntoId: number | null;
  actor: ActorEntry;
}

/**
 * Stored revisions, in no order.
 * @param namesAt the version whose slugs name other actors; null for the newest
 */
export async function storedActors(
  db: Queryable,
  where: Prisma.ActorRevisionWhereInput,
  namesAt: number | null,
): Promise<StoredActor[]> {
  const seen = namesAt === null ? { supersededIn: null } : seenAt(namesAt);
  // One question after the other: this is asked within transactions too, which have one connection.
  const rows = await db.actorRevision.findMany({
    where,
    include: { sources: sourceColumns, identifiers: identifierColumns },
  });
  if (rows.length === 0) return [];
  const ids = rows.flatMap(({ parentId, mergedIntoId }) => [parentId ?? [], mergedIntoId ?? []]);
  const named = await db.actorRevision.findMany({
    where: { actorId: { in: [...new Set(ids.flat())] }, ...seen },
    select: { actorId: true, slug: true },
  });
  const slugs = new Map(named.map(({ actorId, slug }) => [actorId, slug]));
  const slugOf = (id: number | null) => (id === null ? null : (slugs.get(id) ?? null));
  return rows.map((row) => ({
    rowId: row.id,
    actorId: row.actorId,
    revision: row.revision,
    publishedIn: row.publishedIn,
    current: row.supersededIn === null,
    parentId: row.parentId,
    mergedIntoId: row.mergedIntoId,
    actor: {
      slug: row.slug,
      name: row.name,
      aliases: row.aliases,
      parent: slugOf(row.parentId),
      kind: row.kind,
      country: row.country,
      description: row.description,
      // Written through the schema alone, as are the identifiers' schemes.
      status: row.status as LegalStatus | null,
      statusOn: row.statusOn,
      statusSource: row.statusSource,
      identifiers: row.identifiers as Identifier[],
      sources: row.sources,
      mergedInto: slugOf(row.mergedIntoId),
    },
  }));
}

/** Which actor each slug names now, merged ones included. */
export async function actorDirectory(db: Queryable): Promise<ActorDirectory> {
  return new ActorDirectory(
    await db.actorRevision.findMany({
      where: { supersededIn: null },
      select: { actorId: true, slug: true, name: true, mergedIntoId: true },
    }),
  );
}

/** Every actor that is active at a version, by name and as names say its status; none that was merged into another. */
export async function actorsAt(db: Queryable, version: number): Promise<ActorNode[]> {
  const charged = await chargedGroups(db, version);
  const rows = await db.actorRevision.findMany({
    where: { ...seenAt(version), mergedIntoId: null },
    select: {
      actorId: true,
      slug: true,
      name: true,
      kind: true,
      status: true,
      statusOn: true,
      country: true,
      parentId: true,
    },
  });
  // Ordered here, because the letters' order differs from one database to the next.
  rows.sort((one, other) => one.name.localeCompare(other.name, "en"));
  const slugs = new Map(rows.map((row) => [row.actorId, row.slug]));
  return rows.map(({ parentId, ...row }) => ({
    ...row,
    status: charged.has(row.actorId) ? "charged" : (row.status as LegalStatus | null),
    parent: parentId === null ? null : (slugs.get(parentId) ?? null),
  }));
}

/** Everything that a version says of an actor itself. */
export interface ActorDetail extends Actor {
  actorId: number;
  revision: number;
  publishedIn: number;
  /** The actor that it turned out to be; null while it stands. */
  mergedInto: { slug: string; name: string } | null;
}

/** An actor at a version by its slug, with its status as names say it; null where that version has none. */
export async function findActor(
  db: Queryable,
  version: number,
  slug: string,
): Promise<ActorDetail | null> {
  const row = await db.actorRevision.findFirst({
    where: { slug, ...seenAt(version) },
    include: {
      sources: sourceColumns,
      identifiers: identifierColumns,
      parent: { select: { revisions: { where: seenAt(version), select: { slug: true } } } },
      mergedInto: {
        select: { revisions: { where: seenAt(version), select: { slug: true, name: true } } },
      },
    },
  });
  if (row === null) return null;
  const { id, supersededIn, parentId, parent, mergedIntoId, mergedInto, ...rest } = row;
  return {
    ...rest,
    status: (await chargedGroups(db, version, [rest.actorId])).has(rest.actorId)
      ? "charged"
      : (rest.status as LegalStatus | null),
    identifiers: rest.identifiers as Identifier[],
    parent: parent?.revisions[0]?.slug ?? null,
    mergedInto: mergedInto?.revisions[0] ?? null,
  };
}
