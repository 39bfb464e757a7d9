import { isDeepStrictEqual } from "node:util";
import { type Actor, parentsFirst } from "@/lib/actors/actor";
import { actorsAsPublished } from "@/lib/actors/actor-queries";
import type { Queryable } from "@/lib/db/client";
import type { Put } from "@/lib/record/publish-command";

/** An attribution, a parent or a figure names an actor that the record does not hold. */
export class UnknownActorError extends Error {
  constructor(
    readonly slug: string,
    namedBy: string,
  ) {
    super(`${namedBy} names the actor "${slug}", which the record does not hold`);
    this.name = "UnknownActorError";
  }
}

/** The lasting id of each current actor, by slug. */
export async function actorIds(transaction: Queryable): Promise<Map<string, number>> {
  const rows = await transaction.actorRevision.findMany({
    where: { supersededIn: null },
    select: { slug: true, actorId: true },
  });
  return new Map(rows.map((row) => [row.slug, row.actorId]));
}

/** The id of an actor by its slug. @throws {UnknownActorError} */
export function requireActor(
  ids: ReadonlyMap<string, number>,
  slug: string,
  namedBy: string,
): number {
  const id = ids.get(slug);
  if (id === undefined) throw new UnknownActorError(slug, namedBy);
  return id;
}

/**
 * Adds or revises actors in the version being published.
 * @throws {UnknownActorError} where a parent is neither given nor held
 * @throws where an actor would be part of itself by way of others, given or held
 */
export async function putActors(
  transaction: Queryable,
  version: number,
  actors: readonly Actor[],
): Promise<Put> {
  const put: Put = { added: 0, revised: 0, unchanged: 0 };
  if (actors.length === 0) return put;
  const ids = await actorIds(transaction);
  const published = await actorsAsPublished(transaction, [...ids.keys()]);
  const given = new Set(actors.map((actor) => actor.slug));
  const others = [...published.values()]
    .map((held) => held.actor)
    .filter((actor) => !given.has(actor.slug));
  for (const actor of parentsFirst([...others, ...actors])) {
    if (!given.has(actor.slug)) continue;
    const current = published.get(actor.slug);
    if (current !== undefined && isDeepStrictEqual(current.actor, actor)) {
      put.unchanged += 1;
      continue;
    }
    const parentId =
      actor.parent === null ? null : requireActor(ids, actor.parent, `actor ${actor.slug}`);
    if (current !== undefined) {
      await transaction.actorRevision.update({
        where: { id: current.rowId },
        data: { supersededIn: version },
      });
    }
    const actorId = current?.actorId ?? (await transaction.actor.create({ data: {} })).id;
    ids.set(actor.slug, actorId);
    await transaction.actorRevision.create({
      data: {
        actorId,
        revision: (current?.revision ?? 0) + 1,
        publishedIn: version,
        slug: actor.slug,
        name: actor.name,
        aliases: actor.aliases,
        parentId,
        kind: actor.kind,
        country: actor.country,
        description: actor.description,
        sources: { create: actor.sources },
      },
    });
    put[current === undefined ? "added" : "revised"] += 1;
  }
  return put;
}
