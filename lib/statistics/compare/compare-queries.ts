import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { asOfVersion, type Version } from "@/lib/record/versions/version";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { CompareView } from "@/lib/statistics/compare/compare-view";
import type {
  Comparison,
  IncidentMove,
  Move,
  Side,
  SideTotal,
} from "@/lib/statistics/compare/comparison";
import { amountOf, periodOf, underRule } from "@/lib/statistics/rules/rule-sql";
import { medianOf } from "@/lib/statistics/totals/segment-queries";
import { earlierOf } from "@/lib/values/dates/day";
import { CATEGORIES, techniqueLabel } from "@/lib/values/taxonomy/taxonomy";

/** Incidents named one by one of those that make a difference. */
export const MOVES_NAMED = 10;

/** A rule at the version that it is counted at. */
export interface RuleAtVersion {
  version: Version;
  rule: NumberRule;
}

type Place = "first" | "second";

/** The incidents of both sides: `s` with its side, amount, and rank by that amount. */
function sides(first: RuleAtVersion, second: RuleAtVersion): Prisma.Sql {
  const side = (place: Place, { version, rule: { filters, measure, estimate } }: RuleAtVersion) => {
    const amount = amountOf(measure, estimate);
    return Prisma.sql`
      SELECT ${place} AS side, i.incident_id, i.slug, i.name, ${occurredOnAsKnown} AS "occurredOn", i.category,
        i.technique, ${periodOf("month")} AS month, (${amount})::numeric AS usd,
        row_number() OVER (ORDER BY ${amount} DESC NULLS LAST, i.occurred_on DESC, i.incident_id) AS rank
      FROM incident_revision i WHERE ${underRule(version.number, filters)}`;
  };
  return Prisma.sql`s AS MATERIALIZED (${side("first", first)} UNION ALL ${side("second", second)})`;
}

const cents = (usd: Prisma.Sql) => Prisma.sql`round(coalesce(${usd}, 0) * 100)::float8`;
const nullableCents = (usd: Prisma.Sql) => Prisma.sql`round((${usd}) * 100)::float8`;
const OTHERS = Prisma.sql`CASE WHEN s.rank > 1 THEN s.usd END`;
const FIRST = Prisma.sql`sum(s.usd) FILTER (WHERE s.side = 'first')`;
const SECOND = Prisma.sql`sum(s.usd) FILTER (WHERE s.side = 'second')`;

interface TotalRow extends SideTotal {
  side: Place;
  othersCents: number;
  othersMedianCents: number | null;
  largestSlug: string;
  largestName: string;
  largestCents: number | null;
}

/** Both sides by themselves, each at its version: two statements. */
export async function sidesAt(
  db: Queryable,
  first: RuleAtVersion,
  second: RuleAtVersion,
): Promise<{ first: Side; second: Side }> {
  const [totals, months] = await Promise.all([
    db.$queryRaw<TotalRow[]>`
      WITH ${sides(first, second)}
      SELECT s.side, count(*)::int AS incidents, (count(*) FILTER (WHERE s.usd IS NULL))::int AS "unknownSize",
        ${cents(Prisma.sql`sum(s.usd)`)} AS cents, ${nullableCents(medianOf(Prisma.sql`s.usd`))} AS "medianCents",
        ${cents(Prisma.sql`sum(${OTHERS})`)} AS "othersCents",
        ${nullableCents(medianOf(OTHERS))} AS "othersMedianCents",
        max(s.slug) FILTER (WHERE s.rank = 1) AS "largestSlug", max(s.name) FILTER (WHERE s.rank = 1) AS "largestName",
        ${nullableCents(Prisma.sql`max(s.usd)`)} AS "largestCents"
      FROM s GROUP BY 1`,
    db.$queryRaw<
      { side: Place; month: string; incidents: number; unknownSize: number; cents: number }[]
    >`
      WITH ${sides(first, second)}
      SELECT s.side, s.month, count(*)::int AS incidents,
        (count(*) FILTER (WHERE s.usd IS NULL))::int AS "unknownSize", ${cents(Prisma.sql`sum(s.usd)`)} AS cents
      FROM s GROUP BY 1, 2 ORDER BY 1, 2`,
  ]);
  const sideOf = (place: Place, { version, rule: { filters } }: RuleAtVersion): Side => {
    const row = totals.find(({ side }) => side === place);
    const end = asOfVersion(version);
    const to = filters.to === undefined ? end : earlierOf(filters.to, end);
    return {
      days: { from: filters.from ?? null, to },
      isCovered: filters.from === undefined || filters.from <= to,
      ...totalsOf(row),
      months: new Map(
        months.filter(({ side }) => side === place).map(({ side, month, ...sum }) => [month, sum]),
      ),
    };
  };
  return { first: sideOf("first", first), second: sideOf("second", second) };
}

function totalsOf(row: TotalRow | undefined): Pick<Side, "total" | "withoutLargest" | "largest"> {
  if (row === undefined) {
    const total = { incidents: 0, unknownSize: 0, cents: 0, medianCents: null };
    return { total, withoutLargest: null, largest: null };
  }
  const { incidents, unknownSize, cents: all, medianCents } = row;
  const total = { incidents, unknownSize, cents: all, medianCents };
  if (row.largestCents === null) return { total, withoutLargest: null, largest: null };
  return {
    total,
    withoutLargest: {
      incidents: incidents - 1,
      unknownSize,
      cents: row.othersCents,
      medianCents: row.othersMedianCents,
    },
    largest: { slug: row.largestSlug, name: row.largestName, cents: row.largestCents },
  };
}

/** Two numbers of a version against each other, and what their difference is made of: six statements. */
export async function comparisonAt(
  db: Queryable,
  version: Version,
  view: CompareView,
): Promise<Comparison> {
  const first = { version, rule: view.first };
  const second = { version, rule: view.second };
  const from = sides(first, second);
  const [both, incidents, [common], byCategory, byTechnique] = await Promise.all([
    sidesAt(db, first, second),
    db.$queryRaw<(IncidentMove & { moves: number })[]>`
      WITH ${from}, moved AS (
        SELECT max(s.slug) AS key, max(s.name) AS name, max(s."occurredOn") AS "occurredOn",
          ${FIRST} AS one, ${SECOND} AS two, coalesce(${SECOND}, 0) - coalesce(${FIRST}, 0) AS usd
        FROM s GROUP BY s.incident_id)
      SELECT m.key, m.name, m."occurredOn", ${nullableCents(Prisma.sql`m.one`)} AS "firstCents",
        ${nullableCents(Prisma.sql`m.two`)} AS "secondCents", ${cents(Prisma.sql`m.usd`)} AS cents,
        (count(*) OVER ())::int AS moves
      FROM moved m WHERE m.usd <> 0 ORDER BY abs(m.usd) DESC, m.key COLLATE "C" LIMIT ${MOVES_NAMED}`,
    db.$queryRaw<[Comparison["common"]]>`
      WITH ${from}, shared AS (
        SELECT ${FIRST} AS one, ${SECOND} AS two FROM s GROUP BY s.incident_id HAVING count(*) > 1)
      SELECT count(*)::int AS incidents, ${cents(Prisma.sql`sum(c.one)`)} AS "firstCents",
        ${cents(Prisma.sql`sum(c.two)`)} AS "secondCents" FROM shared c`,
    movesBy(db, from, Prisma.sql`s.category`, categoryLabel),
    movesBy(db, from, Prisma.sql`s.technique`, techniqueLabel),
  ]);
  const moves = incidents.map(({ moves: _, ...move }) => move);
  const differenceCents = both.second.total.cents - both.first.total.cents;
  return {
    view,
    ...both,
    differenceCents,
    common,
    byIncident: {
      moves,
      others: {
        incidents: (incidents[0]?.moves ?? 0) - moves.length,
        cents: differenceCents - sumOfMoves(moves),
      },
    },
    byCategory,
    byTechnique,
  };
}

const categoryLabel = (key: string) => CATEGORIES.find(({ value }) => value === key)?.label ?? key;

function sumOfMoves(moves: readonly Move[]): number {
  return moves.reduce((sum, { cents: each }) => sum + each, 0);
}

/** What each value of a column adds to the difference, the largest first; those that add nothing too. */
async function movesBy(
  db: Queryable,
  from: Prisma.Sql,
  column: Prisma.Sql,
  nameOf: (key: string) => string,
): Promise<Move[]> {
  const rows = await db.$queryRaw<Omit<Move, "name">[]>`
    WITH ${from}
    SELECT ${column} AS key, ${nullableCents(FIRST)} AS "firstCents", ${nullableCents(SECOND)} AS "secondCents",
      ${cents(Prisma.sql`coalesce(${SECOND}, 0) - coalesce(${FIRST}, 0)`)} AS cents
    FROM s GROUP BY 1 ORDER BY abs(coalesce(${SECOND}, 0) - coalesce(${FIRST}, 0)) DESC, ${column} COLLATE "C"`;
  return rows.map((row) => ({ ...row, name: nameOf(row.key) }));
}
