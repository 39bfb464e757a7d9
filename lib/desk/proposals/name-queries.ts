import type { Queryable } from "@/lib/db/client";
import { figureIdSchema } from "@/lib/record/figures/published-figure";
import type { Names } from "@/lib/record/history/record-text";
import { type Fields, isFields, isList, textOf } from "@/lib/record/history/value";

/** The present names of what records name: actors and incidents by their slugs, figures by their lasting ids. */
export async function namesIn(
  db: Queryable,
  records: readonly (Fields | null | undefined)[],
): Promise<Names> {
  const slugs = new Set(records.flatMap((record) => (record ? slugsIn(record) : [])));
  if (slugs.size === 0) return {};
  const figureIds = records.flatMap((record) => (record ? figureIdIn(record) : []));
  const where = { supersededIn: null, slug: { in: [...slugs] } };
  const select = { slug: true, name: true };
  // One after the other: this is also asked within a transaction, which has one connection.
  const incidents = await db.incidentRevision.findMany({ where, select });
  const actors = await db.actorRevision.findMany({ where, select });
  const figures = await db.figureRevision.findMany({
    where: { supersededIn: null, figureId: { in: figureIds } },
    select: { figureId: true, title: true },
  });
  return Object.fromEntries([
    ...[...incidents, ...actors].map(({ slug, name }) => [slug, name]),
    ...figures.map(({ figureId, title }) => [String(figureId), title]),
  ]);
}

/** The figure that a figure, which alone has a title, is merged into. */
function figureIdIn(record: Fields): number[] {
  const id = figureIdSchema.safeParse("title" in record ? record.mergedInto : null);
  return id.success ? [Number(id.data)] : [];
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
