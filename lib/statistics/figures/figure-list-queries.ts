import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import { figuresWithIds } from "@/lib/record/figures/published-figure-queries";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import type {
  FigureFilters,
  FigureOptions,
  FigureSort,
} from "@/lib/statistics/figures/figures-view";
import type { Day } from "@/lib/values/dates/day";

/** Published figures on one page of the list. */
export const FIGURES_PER_PAGE = 100;

/** The figures (`r`) of a version under some filters; duplicates of others are none of them. */
function listed(version: number, filters: FigureFilters): Prisma.Sql {
  const { publisher, year, from, to, scope, actor } = filters;
  const conditions = [seenAtVersion("r", version), Prisma.sql`r.merged_into_id IS NULL`];
  if (publisher !== undefined) conditions.push(Prisma.sql`r.publisher = ${publisher}`);
  if (year !== undefined)
    conditions.push(
      Prisma.sql`r.from_day <= ${`${year}-12-31`}::date AND r.to_day >= ${`${year}-01-01`}::date`,
    );
  if (from !== undefined) conditions.push(Prisma.sql`r.from_day >= ${from}::date`);
  if (to !== undefined) conditions.push(Prisma.sql`r.to_day <= ${to}::date`);
  if (scope === "everything") conditions.push(Prisma.sql`r.category IS NULL`);
  else if (scope !== undefined) conditions.push(Prisma.sql`r.category = ${scope}`);
  if (actor === "none") conditions.push(Prisma.sql`r.actor_id IS NULL`);
  else if (actor !== undefined)
    conditions.push(Prisma.sql`r.actor_id IN (
      SELECT a.actor_id FROM actor_revision a WHERE a.slug = ${actor} AND ${seenAtVersion("a", version)})`);
  return Prisma.sql`FROM figure_revision r WHERE ${Prisma.join(conditions, " AND ")}`;
}

// Of one end the longest first: what is about just the days that a list is narrowed to stands at its top. Names by
// code point, because the letters' order in a language differs from one database to the next.
const LATEST = Prisma.sql`r.to_day DESC, r.from_day, lower(r.publisher) COLLATE "C", r.figure_id`;
const ORDERS: Record<FigureSort, Prisma.Sql> = {
  newest: LATEST,
  oldest: Prisma.sql`r.from_day, r.to_day DESC, lower(r.publisher) COLLATE "C", r.figure_id`,
  largest: Prisma.sql`r.amount_usd DESC, ${LATEST}`,
  smallest: Prisma.sql`r.amount_usd, ${LATEST}`,
  name: Prisma.sql`lower(r.publisher) COLLATE "C", ${LATEST}`,
};

/** Published figures in an order; all of them where no limit is given. */
export async function listFigures(
  db: Queryable,
  version: number,
  filters: FigureFilters,
  sort: FigureSort,
  { limit = null, offset = 0 }: { limit?: number | null; offset?: number } = {},
): Promise<PublishedFigureRow[]> {
  const rows = await db.$queryRaw<{ figureId: number }[]>`
    SELECT r.figure_id AS "figureId" ${listed(version, filters)}
    ORDER BY ${ORDERS[sort]} LIMIT ${limit}::bigint OFFSET ${offset}::bigint`;
  return figuresWithIds(
    db,
    version,
    rows.map(({ figureId }) => figureId),
  );
}

/** How many published figures a list holds, how many of them were retracted, and whose they are. */
export async function countFigures(
  db: Queryable,
  version: number,
  filters: FigureFilters,
): Promise<{ figures: number; retracted: number; publishers: number }> {
  const [row] = await db.$queryRaw<[{ figures: number; retracted: number; publishers: number }]>`
    SELECT count(*)::int AS figures, count(r.retraction)::int AS retracted,
      count(DISTINCT r.publisher)::int AS publishers ${listed(version, filters)}`;
  return row;
}

/** How many pages hold that many published figures; at least 1, so that an empty list has a page too. */
export function figurePages(figures: number): number {
  return Math.max(1, Math.ceil(figures / FIGURES_PER_PAGE));
}

/** What the list of a version's published figures can be narrowed to. */
export async function figureOptions(db: Queryable, version: number): Promise<FigureOptions> {
  const all = listed(version, {});
  const [publishers, actors, [days]] = await Promise.all([
    db.$queryRaw<FigureOptions["publishers"]>`
      SELECT r.publisher AS name, count(*)::int AS figures ${all}
      GROUP BY 1 ORDER BY lower(r.publisher) COLLATE "C", 1`,
    db.$queryRaw<FigureOptions["actors"]>`
      SELECT a.slug, a.name, a.kind, a.status, a.status_on AS "statusOn" FROM actor_revision a
      WHERE ${seenAtVersion("a", version)} AND a.actor_id IN (SELECT r.actor_id ${all})
      ORDER BY a.name COLLATE "C"`,
    db.$queryRaw<[{ first: Day | null; last: Day | null }]>`
      SELECT to_char(min(r.from_day), 'YYYY') AS first, to_char(max(r.to_day), 'YYYY') AS last ${all}`,
  ]);
  const years =
    days.first === null || days.last === null
      ? null
      : { first: Number(days.first), last: Number(days.last) };
  return { publishers, actors, years };
}

/** Published figures about days of several years, which no period's page holds; the latest first. */
export async function figuresOverYears(
  db: Queryable,
  version: number,
): Promise<PublishedFigureRow[]> {
  const rows = await db.$queryRaw<{ figureId: number }[]>`
    SELECT r.figure_id AS "figureId" ${listed(version, {})}
      AND extract(year FROM r.from_day) <> extract(year FROM r.to_day)
    ORDER BY ${LATEST}`;
  return figuresWithIds(
    db,
    version,
    rows.map(({ figureId }) => figureId),
  );
}
