import type { Queryable } from "@/lib/db/client";
import type { FigureRevision, Prisma } from "@/lib/db/generated/client";
import type { NamedActor } from "@/lib/record/actors/legal-status";
import type {
  FigureSelection,
  PublishedFigure,
  PublishedFigureEntry,
  PublishedFigureRow,
} from "@/lib/record/figures/published-figure";
import { seenAt } from "@/lib/record/versions/version-queries";
import { type Day, dayOf } from "@/lib/values/dates/day";
import type { LegalStatus } from "@/lib/values/taxonomy/taxonomy";

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
      ...contentOf(row),
      actor: row.actor?.revisions[0]?.slug ?? null,
      mergedInto: row.mergedIntoId === null ? null : String(row.mergedIntoId),
    },
  }));
}

/** What a line of others' totals is read from. */
function rowColumns(version: number) {
  return {
    actor: {
      select: {
        revisions: {
          where: seenAt(version),
          select: { slug: true, name: true, kind: true, status: true, statusOn: true },
        },
      },
    },
  } as const;
}

/**
 * Others' totals as a version has them, in an order. Retracted ones are among them, duplicates of others are not.
 */
async function figuresAt(
  db: Queryable,
  version: number,
  where: Prisma.FigureRevisionWhereInput,
  orderBy: Prisma.FigureRevisionOrderByWithRelationInput[],
): Promise<PublishedFigureRow[]> {
  const rows = await db.figureRevision.findMany({
    where: { ...where, mergedIntoId: null, ...seenAt(version) },
    include: rowColumns(version),
    // The id makes every order total.
    orderBy: [...orderBy, { figureId: "asc" }],
  });
  return rows.map(figureRow);
}

/** Others' totals by their ids, in the order given; duplicates of others and what the version lacks are left out. */
export async function figuresWithIds(
  db: Queryable,
  version: number,
  figureIds: readonly number[],
): Promise<PublishedFigureRow[]> {
  if (figureIds.length === 0) return [];
  const rows = await figuresAt(db, version, { figureId: { in: [...figureIds] } }, []);
  const byId = new Map(rows.map((row) => [row.figureId, row]));
  return figureIds.flatMap((id) => byId.get(id) ?? []);
}

/** Others' totals whose first and last day lie within a period, the latest and of those the longest first. */
export async function figuresInside(
  db: Queryable,
  version: number,
  period: { from: Day; to: Day },
): Promise<PublishedFigureRow[]> {
  const where = { fromDay: { gte: new Date(period.from) }, toDay: { lte: new Date(period.to) } };
  return figuresAt(db, version, where, [
    { toDay: "desc" },
    { fromDay: "asc" },
    { amountUsd: "desc" },
  ]);
}

/**
 * Others' totals over everything that run from a period's first day to its last or a day before it; the longest
 * first, then the largest.
 */
export async function figuresWithin(
  db: Queryable,
  version: number,
  period: { from: Day; to: Day },
): Promise<PublishedFigureRow[]> {
  const where = {
    fromDay: new Date(period.from),
    toDay: { lte: new Date(period.to) },
    actorId: null,
    category: null,
  };
  return figuresAt(db, version, where, [{ toDay: "desc" }, { amountUsd: "desc" }]);
}

/** Others' totals that are about an actor, the earliest period first. */
export async function figuresAbout(
  db: Queryable,
  version: number,
  actorId: number,
): Promise<PublishedFigureRow[]> {
  const order = [{ fromDay: "asc" }, { toDay: "asc" }, { publisher: "asc" }] as const;
  return figuresAt(db, version, { actorId }, [...order]);
}

function figureRow(
  row: FigureRevision & {
    actor: {
      revisions: (Omit<NamedActor, "status"> & { slug: string; status: string | null })[];
    } | null;
  },
): PublishedFigureRow {
  const [actor] = row.actor?.revisions ?? [];
  return {
    ...contentOf(row),
    figureId: row.figureId,
    actor: actor === undefined ? null : { ...actor, status: actor.status as LegalStatus | null },
  };
}

function contentOf(row: FigureRevision): Omit<PublishedFigureRow, "figureId" | "actor"> {
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
    selection: row.selection as FigureSelection | null,
    retraction: row.retraction,
  };
}
