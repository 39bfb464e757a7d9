import type { Queryable } from "@/lib/db/client";
import type { PagedKind } from "@/lib/record/kinds/record-kind";
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
 * Where a version has the incident, target or actor that a slug names, or once named; null where it never did, as far
 * as the version knows. What a version holds never changes.
 */
export async function placeAt(
  db: Queryable,
  version: number,
  kind: PagedKind,
  slug: string,
): Promise<Place | null> {
  const seen = (where: Where) => find(db, kind, { ...where, ...seenAt(version) });
  let held = await seen({ slug });
  if (held === null) {
    const once = await find(db, kind, { slug, publishedIn: { lte: version } });
    held = once === null ? null : await seen({ id: once.id });
  }
  if (held === null) return null;
  let active = held;
  // Merges make no ring; were there one, it would end somewhere in it.
  for (let steps = 0; active.mergedIntoId !== null && steps < 100; steps += 1) {
    active = (await seen({ id: active.mergedIntoId })) ?? active;
  }
  return { own: held.slug, active: active.slug };
}

/** The slug by which a version has something, or what it was merged into; as it was given where it never had it. */
export async function slugAt(
  db: Queryable,
  version: number,
  kind: PagedKind,
  slug: string,
): Promise<string> {
  const here = await placeAt(db, version, kind, slug);
  if (here !== null) return here.active;
  // A later version's slug names the same, if that was there yet.
  const later = await find(db, kind, { slug });
  const then = later === null ? null : await find(db, kind, { id: later.id, ...seenAt(version) });
  return then === null ? slug : ((await placeAt(db, version, kind, then.slug))?.active ?? slug);
}

type Where = { slug: string } | { id: number };

/** The latest revision that fits. */
async function find(
  db: Queryable,
  kind: PagedKind,
  { ...where }: Where & { publishedIn?: { lte: number } },
): Promise<Held | null> {
  const by = (id: "incidentId" | "targetId" | "actorId") => {
    if (!("id" in where)) return where;
    const { id: asked, ...others } = where;
    return { ...others, [id]: asked };
  };
  const latest = { orderBy: { publishedIn: "desc" } } as const;
  if (kind === "incident") {
    const row = await db.incidentRevision.findFirst({
      where: by("incidentId"),
      ...latest,
      select: { incidentId: true, slug: true, mergedIntoId: true },
    });
    return row === null ? null : { ...row, id: row.incidentId };
  }
  if (kind === "target") {
    const row = await db.targetRevision.findFirst({
      where: by("targetId"),
      ...latest,
      select: { targetId: true, slug: true, mergedIntoId: true },
    });
    return row === null ? null : { ...row, id: row.targetId };
  }
  const row = await db.actorRevision.findFirst({
    where: by("actorId"),
    ...latest,
    select: { actorId: true, slug: true, mergedIntoId: true },
  });
  return row === null ? null : { ...row, id: row.actorId };
}
