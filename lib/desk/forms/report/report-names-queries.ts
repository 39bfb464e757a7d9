import type { Queryable } from "@/lib/db/client";
import type { KnownPage, NamedInRecord, RecordNames } from "@/lib/desk/forms/report/report";
import { pageKeysIn } from "@/lib/desk/forms/report/report-links";
import { candidateNames } from "@/lib/desk/forms/report/report-names";
import { withoutLinks } from "@/lib/desk/forms/report/report-text";

/** So many names are asked for by one statement; a report of a few hundred words has fewer. */
const BATCH = 4000;

/**
 * What the record says, at its newest version, of the names and links in a report: which targets and actors bear one of
 * its names, and which of its pages are sources already. Names are found by the search's own index, however many records
 * there are.
 */
export async function reportNames(db: Queryable, text: string): Promise<RecordNames> {
  const keys = [...candidateNames(withoutLinks(text)).keys()];
  const found = { target: new Set<number>(), actor: new Set<number>() };
  for (let start = 0; start < keys.length; start += BATCH) {
    // A name written together is one word of the index, behind the sign that no other word begins with.
    const asked = keys
      .slice(start, start + BATCH)
      .map((key) => `'=${key}'`)
      .join(" | ");
    const rows = await db.$queryRaw<{ kind: "target" | "actor"; recordId: number }[]>`
      SELECT kind, record_id AS "recordId" FROM desk.search_entry
      WHERE called @@ ${asked}::tsquery AND kind IN ('target', 'actor') AND superseded_in IS NULL`;
    for (const { kind, recordId } of rows) found[kind].add(recordId);
  }
  return {
    targets: await targetsNamed(db, [...found.target]),
    actors: await actorsNamed(db, [...found.actor]),
    pages: await pagesKnown(db, pageKeysIn(text)),
  };
}

async function targetsNamed(db: Queryable, ids: readonly number[]): Promise<NamedInRecord[]> {
  const rows = await currentTargets(db, ids);
  const merged = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const active = new Map((await currentTargets(db, merged)).map((row) => [row.targetId, row]));
  return rows.flatMap((row): NamedInRecord[] => {
    // Whoever turned out to be another is that one, by either's names.
    const of = row.mergedIntoId === null ? row : active.get(row.mergedIntoId);
    if (of === undefined || of.mergedIntoId !== null) return [];
    const names = new Set([
      ...of.aliases,
      ...of.formerly,
      row.name,
      ...row.aliases,
      ...row.formerly,
    ]);
    names.delete(of.name);
    return [{ slug: of.slug, name: of.name, otherNames: [...names], kind: of.kind, parent: null }];
  });
}

async function currentTargets(db: Queryable, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db.targetRevision.findMany({
    where: { targetId: { in: [...ids] }, supersededIn: null },
    select: {
      targetId: true,
      slug: true,
      name: true,
      kind: true,
      aliases: true,
      formerly: true,
      mergedIntoId: true,
    },
    orderBy: { targetId: "asc" },
  });
}

async function actorsNamed(db: Queryable, ids: readonly number[]): Promise<NamedInRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db.actorRevision.findMany({
    where: { actorId: { in: [...ids] }, supersededIn: null, mergedIntoId: null },
    select: { actorId: true, slug: true, name: true, aliases: true, parentId: true },
    orderBy: { actorId: "asc" },
  });
  const slugs = new Map(rows.map(({ actorId, slug }) => [actorId, slug]));
  return rows.map(({ slug, name, aliases, parentId }) => ({
    slug,
    name,
    otherNames: aliases,
    kind: null,
    parent: parentId === null ? null : (slugs.get(parentId) ?? null),
  }));
}

async function pagesKnown(db: Queryable, keys: readonly string[]): Promise<KnownPage[]> {
  if (keys.length === 0) return [];
  const rows = await db.incidentSource.findMany({
    where: { matchKey: { in: [...keys] }, revision: { supersededIn: null } },
    select: { matchKey: true, publisher: true, title: true, publishedOn: true },
    orderBy: { id: "asc" },
    take: 1000,
  });
  const pages = new Map<string, KnownPage>();
  for (const { matchKey, ...page } of rows)
    if (!pages.has(matchKey)) pages.set(matchKey, { key: matchKey, ...page });
  return [...pages.values()];
}
