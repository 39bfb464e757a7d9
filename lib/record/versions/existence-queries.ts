import type { Queryable } from "@/lib/db/client";
import { seenAt } from "@/lib/record/versions/version-queries";

/** Where a version has what a URL names. */
export interface Place {
  /** Its slug at the version; another one than was asked for where it was renamed. */
  own: string;
  /** The slug of what it was merged into, over however many steps; its own where it is active. */
  active: string;
}

/** One revision, as far as addresses are concerned. */
interface Held {
  id: number;
  slug: string;
  mergedIntoId: number | null;
}

/**
 * Where a version has the incident or actor that a slug names, or once named; null where it never did, as far
 * as the version knows. What a version holds never changes.
 */
export async function placeAt(
  db: Queryable,
  version: number,
  kind: "incident" | "actor",
  slug: string,
): Promise<Place | null> {
  const { seen, everHeld } = kind === "incident" ? incidents(db, version) : actors(db, version);
  let held = await seen({ slug });
  if (held === null) {
    const id = await everHeld(slug);
    held = id === null ? null : await seen({ id });
  }
  if (held === null) return null;
  let active = held;
  // Merges make no ring; were there one, it would end somewhere in it.
  for (let steps = 0; active.mergedIntoId !== null && steps < 100; steps += 1) {
    active = (await seen({ id: active.mergedIntoId })) ?? active;
  }
  return { own: held.slug, active: active.slug };
}

/** The slug by which a version has an actor, or what it was merged into; as it was given where it never had it. */
export async function actorSlugAt(db: Queryable, version: number, slug: string): Promise<string> {
  const here = await placeAt(db, version, "actor", slug);
  if (here !== null) return here.active;
  // A later version's slug names the same actor, if that one was there yet.
  const { seen } = actors(db, version);
  const later = await db.actorRevision.findFirst({
    where: { slug },
    orderBy: { publishedIn: "desc" },
    select: { actorId: true },
  });
  const then = later === null ? null : await seen({ id: later.actorId });
  return then === null ? slug : ((await placeAt(db, version, "actor", then.slug))?.active ?? slug);
}

type Lookup = {
  seen(by: { slug: string } | { id: number }): Promise<Held | null>;
  everHeld(slug: string): Promise<number | null>;
};

function incidents(db: Queryable, version: number): Lookup {
  return {
    async seen(by) {
      const row = await db.incidentRevision.findFirst({
        where: { ...("slug" in by ? by : { incidentId: by.id }), ...seenAt(version) },
        select: { incidentId: true, slug: true, mergedIntoId: true },
      });
      return row === null ? null : { ...row, id: row.incidentId };
    },
    async everHeld(slug) {
      const row = await db.incidentRevision.findFirst({
        where: { slug, publishedIn: { lte: version } },
        orderBy: { publishedIn: "desc" },
        select: { incidentId: true },
      });
      return row?.incidentId ?? null;
    },
  };
}

function actors(db: Queryable, version: number): Lookup {
  return {
    async seen(by) {
      const row = await db.actorRevision.findFirst({
        where: { ...("slug" in by ? by : { actorId: by.id }), ...seenAt(version) },
        select: { actorId: true, slug: true, mergedIntoId: true },
      });
      return row === null ? null : { ...row, id: row.actorId };
    },
    async everHeld(slug) {
      const row = await db.actorRevision.findFirst({
        where: { slug, publishedIn: { lte: version } },
        orderBy: { publishedIn: "desc" },
        select: { actorId: true },
      });
      return row?.actorId ?? null;
    },
  };
}
