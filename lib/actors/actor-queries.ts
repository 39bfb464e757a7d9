import type { Actor, ActorNode } from "@/lib/actors/actor";
import type { Queryable } from "@/lib/db/client";
import { seenAt } from "@/lib/record/version-queries";

const sourceColumns = {
  select: { url: true, publisher: true, title: true, publishedOn: true, archivedUrl: true },
  orderBy: { id: "asc" },
} as const;

/** A current actor in the form in which it was given, with the row that holds it. */
export interface PublishedActor {
  rowId: number;
  actorId: number;
  revision: number;
  actor: Actor;
}

/** The current actors among those slugs, by slug. */
export async function actorsAsPublished(
  db: Queryable,
  slugs: readonly string[],
): Promise<Map<string, PublishedActor>> {
  const where = { supersededIn: null, slug: { in: [...slugs] } };
  if ((await db.actorRevision.count({ where })) === 0) return new Map();
  const rows = await db.actorRevision.findMany({
    where,
    include: {
      sources: sourceColumns,
      parent: { select: { revisions: { where: { supersededIn: null }, select: { slug: true } } } },
    },
  });
  return new Map(
    rows.map((row) => [
      row.slug,
      {
        rowId: row.id,
        actorId: row.actorId,
        revision: row.revision,
        actor: {
          slug: row.slug,
          name: row.name,
          aliases: row.aliases,
          parent: row.parent?.revisions[0]?.slug ?? null,
          kind: row.kind,
          country: row.country,
          description: row.description,
          sources: row.sources,
        },
      },
    ]),
  );
}

/** Every actor at a version, by name. */
export async function actorsAt(db: Queryable, version: number): Promise<ActorNode[]> {
  const rows = await db.actorRevision.findMany({
    where: seenAt(version),
    select: { actorId: true, slug: true, name: true, kind: true, country: true, parentId: true },
  });
  // Ordered here, because the letters' order differs from one database to the next.
  rows.sort((one, other) => one.name.localeCompare(other.name, "en"));
  const slugs = new Map(rows.map((row) => [row.actorId, row.slug]));
  return rows.map(({ parentId, ...row }) => ({
    ...row,
    parent: parentId === null ? null : (slugs.get(parentId) ?? null),
  }));
}

/** Everything that a version says of an actor itself. */
export interface ActorDetail extends Actor {
  actorId: number;
  revision: number;
  publishedIn: number;
}

/** An actor at a version by its slug; null where that version has none. */
export async function findActor(
  db: Queryable,
  version: number,
  slug: string,
): Promise<ActorDetail | null> {
  const row = await db.actorRevision.findFirst({
    where: { slug, ...seenAt(version) },
    include: {
      sources: sourceColumns,
      parent: { select: { revisions: { where: seenAt(version), select: { slug: true } } } },
    },
  });
  if (row === null) return null;
  const { id, supersededIn, parentId, parent, ...rest } = row;
  return { ...rest, parent: parent?.revisions[0]?.slug ?? null };
}
