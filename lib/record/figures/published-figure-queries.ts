import type { Queryable } from "@/lib/db/client";
import type { FigureRevision, Prisma } from "@/lib/db/generated/client";
import type {
  PublishedFigure,
  PublishedFigureEntry,
  PublishedFigureRow,
} from "@/lib/record/figures/published-figure";
import { seenAt } from "@/lib/record/versions/version-queries";
import { type Day, dayOf } from "@/lib/values/dates/day";

/** A revision of a figure in the form in which it was given, with the row that holds it. */
export interface StoredPublishedFigure {
  rowId: number;
  figureId: number;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
  current: boolean;
  actorId: number | null;
  mergedIntoId: number | null;
  figure: PublishedFigureEntry;
}

/**
 * Stored revisions, in no order.
 * @param namesAt the version whose slugs name actors; null for the newest
 */
export async function storedPublishedFigures(
  db: Queryable,
  where: Prisma.FigureRevisionWhereInput,
  namesAt: number | null,
): Promise<StoredPublishedFigure[]> {
  const named = namesAt === null ? { supersededIn: null } : seenAt(namesAt);
  const rows = await db.figureRevision.findMany({
    where,
    include: { actor: { select: { revisions: { where: named, select: { slug: true } } } } },
  });
  return rows.map((row) => ({
    rowId: row.id,
    figureId: row.figureId,
    revision: row.revision,
    publishedIn: row.publishedIn,
    current: row.supersededIn === null,
    actorId: row.actorId,
    mergedIntoId: row.mergedIntoId,
    figure: {
      ...figureRow(row),
      actor: row.actor?.revisions[0]?.slug ?? null,
      mergedInto: row.mergedIntoId === null ? null : String(row.mergedIntoId),
    },
  }));
}

/**
 * Others' totals over everything that run from a period's first day to its last or a day before it; the longest
 * first, then the largest. Retracted ones are among them, duplicates of others are not.
 */
export async function figuresWithin(
  db: Queryable,
  version: number,
  period: { from: Day; to: Day },
): Promise<PublishedFigureRow[]> {
  const rows = await db.figureRevision.findMany({
    where: {
      fromDay: new Date(period.from),
      toDay: { lte: new Date(period.to) },
      actorId: null,
      category: null,
      mergedIntoId: null,
      ...seenAt(version),
    },
    orderBy: [{ toDay: "desc" }, { amountUsd: "desc" }, { id: "asc" }],
  });
  return rows.map(figureRow);
}

/**
 * Others' totals that are about an actor, the earliest period first. Retracted ones are among them, duplicates of
 * others are not.
 */
export async function figuresAbout(
  db: Queryable,
  version: number,
  actorId: number,
): Promise<PublishedFigureRow[]> {
  const rows = await db.figureRevision.findMany({
    where: { actorId, mergedIntoId: null, ...seenAt(version) },
    orderBy: [{ fromDay: "asc" }, { toDay: "asc" }, { publisher: "asc" }, { id: "asc" }],
  });
  return rows.map(figureRow);
}

function figureRow(row: FigureRevision): PublishedFigureRow {
  return {
    publisher: row.publisher,
    title: row.title,
    category: row.category as PublishedFigure["category"],
    from: dayOf(row.fromDay),
    to: dayOf(row.toDay),
    amountUsd: row.amountUsd.toNumber(),
    qualifier: row.qualifier,
    publishedOn: row.publishedOn,
    source: row.source,
    note: row.note,
    retraction: row.retraction,
  };
}
