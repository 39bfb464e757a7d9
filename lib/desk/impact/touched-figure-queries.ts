import type { Queryable } from "@/lib/db/client";
import type { Touched } from "@/lib/desk/impact/touched-queries";
import { activeAt, seenAtVersion } from "@/lib/record/versions/version-sql";
import { type FigureScopeFields, ownRule } from "@/lib/statistics/figures/compared-figure";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";

/** Someone else's total that covers what a version touches. */
export interface TouchedPublishedFigure {
  publisher: string;
  title: string;
  from: Day;
  to: Day;
  amountUsd: number;
  /** The rule of the record that may stand beside it; null where none may. */
  filters: Filters | null;
}

interface Row extends Omit<TouchedPublishedFigure, "filters">, FigureScopeFields {
  figureId: number;
}

/**
 * The active figures at a version and cover a day, a category and an actor that are touched, or are touched
 * themselves; by lasting id.
 */
export async function figuresTouched(
  db: Queryable,
  version: number,
  { days, categories, actors, figures }: Touched,
): Promise<Map<number, TouchedPublishedFigure>> {
  const spans = days.map(daysOf);
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.figure_id AS "figureId", i.publisher, i.title, i.amount_usd::float8 AS "amountUsd",
      to_char(i.from_day, 'YYYY-MM-DD') AS from, to_char(i.to_day, 'YYYY-MM-DD') AS to, i.category, i.selection,
      a.slug AS actor
    FROM figure_revision i
    LEFT JOIN actor_revision a ON a.actor_id = i.actor_id AND ${seenAtVersion("a", version)}
    WHERE ${activeAt(version)} AND (
      i.figure_id = ANY (${figures}::int[])
      OR (i.category IS NULL OR i.category = ANY (${categories}::text[]))
        AND (i.actor_id IS NULL OR i.actor_id = ANY (${actors}::int[]))
        AND EXISTS (
          SELECT FROM unnest(${spans.map(({ from }) => from)}::date[], ${spans.map(({ to }) => to)}::date[]) AS touched (first, last)
          WHERE touched.first >= i.from_day AND touched.last <= i.to_day)
      OR i.actor_id = ANY (${actors}::int[]) AND i.category IS DISTINCT FROM 'exploit-any')
    ORDER BY i.to_day DESC, i.from_day, i.publisher COLLATE "C", i.figure_id`;
  return new Map(
    rows.map(({ figureId, category, actor, selection, ...figure }) => {
      const rule = ownRule({ ...figure, category, actor, selection }, null);
      return [figureId, { ...figure, filters: typeof rule === "string" ? null : rule }];
    }),
  );
}
