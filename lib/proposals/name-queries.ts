import type { Queryable } from "@/lib/db/client";
import type { Names } from "@/lib/proposals/record-words";
import { type Fields, isFields, isList, textOf } from "@/lib/proposals/value";

/** The present names of the actors and incidents that records name by their slugs. */
export async function namesIn(
  db: Queryable,
  records: readonly (Fields | null | undefined)[],
): Promise<Names> {
  const slugs = new Set(records.flatMap((record) => (record ? slugsIn(record) : [])));
  if (slugs.size === 0) return {};
  const where = { supersededIn: null, slug: { in: [...slugs] } };
  const select = { slug: true, name: true };
  // One after the other: this is also asked within a transaction, which has one connection.
  const incidents = await db.incidentRevision.findMany({ where, select });
  const actors = await db.actorRevision.findMany({ where, select });
  return Object.fromEntries([...incidents, ...actors].map(({ slug, name }) => [slug, name]));
}

function slugsIn(record: Fields): string[] {
  const { attributions } = record;
  const named = isList(attributions)
    ? attributions.filter(isFields).map(({ actor }) => textOf(actor))
    : [];
  return [record.actor, record.parent, record.mergedInto]
    .map(textOf)
    .concat(named)
    .filter((slug) => slug !== "");
}
