import type { Queryable } from "@/lib/db/client";
import type { PagedKind } from "@/lib/record/kinds/record-kind";
import { targetDirectory } from "@/lib/record/targets/target-queries";

/** So long a URL name may be, and so much of it is kept for a number behind it. */
const LONGEST_SLUG = 100;
const NUMBER_ROOM = 5;

/**
 * The first of slug-2, slug-3 … that no record of the kind has or ever had: former ones lead to their records.
 * A number behind it that says “another of that name” already is counted on from.
 */
export async function freeSlug(db: Queryable, kind: PagedKind, slug: string): Promise<string> {
  const [, base = slug, number = "1"] = /^(.*[a-z].*)-([2-9])$/.exec(slug) ?? [];
  const begun = base.slice(0, LONGEST_SLUG - NUMBER_ROOM).replace(/-$/, "");
  const taken = await slugsLike(db, kind, `${begun}-`);
  let next = Number(number) + 1;
  while (taken.has(`${begun}-${next}`)) next++;
  return `${begun}-${next}`;
}

async function slugsLike(db: Queryable, kind: PagedKind, start: string): Promise<Set<string>> {
  const asked = {
    where: { slug: { startsWith: start } },
    select: { slug: true },
    distinct: ["slug" as const],
  };
  const rows =
    kind === "actor"
      ? await db.actorRevision.findMany(asked)
      : kind === "target"
        ? await db.targetRevision.findMany(asked)
        : await db.incidentRevision.findMany(asked);
  return new Set(rows.map(({ slug }) => slug));
}

/** A name that no target has, made of one that another bears: “Lake Bank (2)”. */
export async function freeTargetName(db: Queryable, name: string): Promise<string> {
  const directory = await targetDirectory(db);
  const begun = name.trim().replace(/\s*\(\d+\)$/u, "");
  for (let next = 2; ; next++) {
    const free = `${begun} (${next})`;
    if (directory.named(free) === null) return free;
  }
}
