import { type Day, dayOf } from "@/lib/dates/day";
import type { Queryable } from "@/lib/db/client";
import type { FigureRevision } from "@/lib/db/generated/client";
import type { Figure, FigureRow } from "@/lib/figures/figure";
import { seenAt } from "@/lib/record/version-queries";

/** A current figure in the form in which it was given, with the row that holds it. */
export interface PublishedFigure {
  rowId: number;
  figureId: number;
  revision: number;
  figure: Figure;
}

/** All current figures. */
export async function figuresAsPublished(db: Queryable): Promise<PublishedFigure[]> {
  const rows = await db.figureRevision.findMany({
    where: { supersededIn: null },
    include: {
      actor: { select: { revisions: { where: { supersededIn: null }, select: { slug: true } } } },
    },
  });
  return rows.map((row) => ({
    rowId: row.id,
    figureId: row.figureId,
    revision: row.revision,
    figure: {
      publisher: row.publisher,
      title: row.title,
      category: row.category as Figure["category"],
      actor: row.actor?.revisions[0]?.slug ?? null,
      from: dayOf(row.fromDay),
      to: dayOf(row.toDay),
      amountUsd: row.amountUsd.toNumber(),
      qualifier: row.qualifier,
      publishedOn: row.publishedOn,
      source: row.source,
      note: row.note,
    },
  }));
}

/**
 * Others' totals over everything that run from a period's first day to its last or a day before it; the longest
 * first, then the largest.
 */
export async function figuresWithin(
  db: Queryable,
  version: number,
  period: { from: Day; to: Day },
): Promise<FigureRow[]> {
  const rows = await db.figureRevision.findMany({
    where: {
      fromDay: new Date(period.from),
      toDay: { lte: new Date(period.to) },
      actorId: null,
      category: null,
      ...seenAt(version),
    },
    orderBy: [{ toDay: "desc" }, { amountUsd: "desc" }, { id: "asc" }],
  });
  return rows.map(figureRow);
}

/** Others' totals that are about an actor, the earliest period first. */
export async function figuresAbout(
  db: Queryable,
  version: number,
  actorId: number,
): Promise<FigureRow[]> {
  const rows = await db.figureRevision.findMany({
    where: { actorId, ...seenAt(version) },
    orderBy: [{ fromDay: "asc" }, { toDay: "asc" }, { publisher: "asc" }, { id: "asc" }],
  });
  return rows.map(figureRow);
}

function figureRow(row: FigureRevision): FigureRow {
  return {
    publisher: row.publisher,
    title: row.title,
    category: row.category as Figure["category"],
    from: dayOf(row.fromDay),
    to: dayOf(row.toDay),
    amountUsd: row.amountUsd.toNumber(),
    qualifier: row.qualifier,
    publishedOn: row.publishedOn,
    source: row.source,
    note: row.note,
  };
}
