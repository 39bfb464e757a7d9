import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { actorParts } from "@/lib/record/versions/version-sql";
import { filtersOf, type TotalRule } from "@/lib/statistics/rules/counting-rule";
import { amountOf, partsBy, periodOf, underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import { namesOf } from "@/lib/statistics/totals/segment-queries";
import {
  type Grouped,
  type OfGroup,
  type Recovery,
  type ReturnsDated,
  SIZE_STEPS,
  type SizeClass,
  type Spread,
  THRESHOLDS,
  type Threshold,
} from "./distribution";

const ALL = { join: Prisma.empty, key: Prisma.sql`NULL::text` };

/** How incidents fall into groups: by the rule's dimension, or by year where it has none. */
function groupsBy(version: number, rule: TotalRule) {
  return rule.by === null
    ? { join: Prisma.empty, key: periodOf("year"), amount: amountOf(...amountRule(rule)) }
    : partsBy(rule.by, version, rule);
}

const amountRule = ({ measure, estimate, dollars }: TotalRule) =>
  [measure, estimate, dollars] as const;

async function grouped<Of>(
  db: Queryable,
  version: number,
  rule: TotalRule,
  rowsOf: (isWhole: boolean) => Promise<OfGroup<Of>[]>,
  nothing: Of,
): Promise<Grouped<Of>> {
  const [[whole], groups, names] = await Promise.all([
    rowsOf(true),
    rowsOf(false),
    rule.by === null ? {} : namesOf(db, version, { ...rule, interval: "year" }),
  ]);
  const { key: _, ...total } = whole ?? { ...nothing, key: null };
  return { total: total as Of, groups, names };
}

/**
 * A quantile in whole percent over `ranked`, whose `place` is that of an amount among the `known` ones. The places are whole
 * numbers, so that no rounding of a fraction picks another loss than the one asked for.
 */
function quantile(percent: number): Prisma.Sql {
  const is = Prisma.sql`place IN ((${percent}::int * known + 99) / 100, ${percent}::int * known / 100 + 1)`;
  return Prisma.sql`round((min(amount) FILTER (WHERE ${is}) + max(amount) FILTER (WHERE ${is})) / 2, 2)::float8`;
}

/**
 * How losses lie, of all that a rule counts and of each group: by the rule's dimension, or by year where it has none.
 * Losses of incidents on several chains are divided among them where the rule's measure is gross, and not where it is the median.
 * @param count how many of the largest are added up
 */
export async function lossSpreads(
  db: Queryable,
  version: number,
  rule: TotalRule,
  count: number,
): Promise<Grouped<Spread>> {
  const own = groupsBy(version, rule);
  const all = { ...ALL, amount: amountOf(...amountRule(rule)) };
  const rowsOf = (isWhole: boolean) => {
    const { amount, join, key } = isWhole ? all : own;
    return db.$queryRaw<OfGroup<Spread>[]>`
      WITH RECURSIVE ${actorParts(version)},
      counted AS (
        SELECT ${key} AS key, (${amount})::numeric AS amount FROM incident_revision i ${join}
        WHERE ${underRule(version, filtersOf(rule))}
      ),
      ranked AS (
        SELECT key, amount, row_number() OVER (PARTITION BY key ORDER BY amount) AS place,
          count(amount) OVER (PARTITION BY key) AS known
        FROM counted
      )
      SELECT key, count(*)::int AS incidents, (count(*) FILTER (WHERE amount IS NULL))::int AS "unknownSize",
        coalesce(sum(amount), 0)::float8 AS amount,
        ${quantile(10)} AS tenth, ${quantile(25)} AS lower, ${quantile(50)} AS median,
        ${quantile(75)} AS upper, ${quantile(90)} AS ninetieth, max(amount)::float8 AS largest,
        coalesce(sum(amount) FILTER (WHERE place > known - ${count}::int), 0)::float8 AS "largestTogether",
        coalesce(sum(amount) FILTER (WHERE place < known), 0)::float8 AS "withoutLargest",
        coalesce(sum(amount) FILTER (WHERE place <= known - ${count}::int), 0)::float8 AS "withoutLargestTogether"
      FROM ranked GROUP BY key ORDER BY key`;
  };
  return grouped(db, version, rule, rowsOf, NO_SPREAD);
}

const NO_SPREAD: Spread = {
  incidents: 0,
  unknownSize: 0,
  amount: 0,
  tenth: null,
  lower: null,
  median: null,
  upper: null,
  ninetieth: null,
  largest: null,
  largestTogether: 0,
  withoutLargest: 0,
  withoutLargestTogether: 0,
};

/** What came back, of all that a rule counts and of each group: by the rule's dimension, or by year where it has none. */
export async function recoveries(
  db: Queryable,
  version: number,
  rule: TotalRule,
): Promise<Grouped<Recovery>> {
  const own = groupsBy(version, { ...rule, measure: "returned" });
  const [lost, returned] = [
    amountOf("gross", rule.estimate, rule.dollars),
    amountOf("returned", rule.estimate, rule.dollars),
  ];
  const rowsOf = (isWhole: boolean) => {
    const { join, key } = isWhole ? ALL : own;
    const isKnown = Prisma.sql`lost IS NOT NULL AND returned IS NOT NULL`;
    return db.$queryRaw<OfGroup<Recovery>[]>`
      WITH RECURSIVE ${actorParts(version)},
      counted AS (
        SELECT ${key} AS key, ${lost} AS lost, ${returned} AS returned FROM incident_revision i ${join}
        WHERE ${underRule(version, filtersOf(rule))}
      )
      SELECT key, count(*)::int AS incidents, (count(*) FILTER (WHERE returned IS NULL))::int AS "unknownSize",
        coalesce(sum(returned), 0)::float8 AS amount,
        (count(*) FILTER (WHERE ${isKnown}))::int AS known,
        (count(*) FILTER (WHERE ${isKnown} AND returned > 0))::int AS some,
        coalesce(sum(returned) FILTER (WHERE ${isKnown}), 0)::float8 AS "returnedOfKnown",
        coalesce(sum(lost) FILTER (WHERE ${isKnown}), 0)::float8 AS "lostOfKnown",
        coalesce(sum(lost), 0)::float8 AS lost
      FROM counted GROUP BY key ORDER BY key`;
  };
  return grouped(db, version, rule, rowsOf, NO_RECOVERY);
}

const NO_RECOVERY: Recovery = {
  incidents: 0,
  unknownSize: 0,
  amount: 0,
  known: 0,
  some: 0,
  returnedOfKnown: 0,
  lostOfKnown: 0,
  lost: 0,
};

/** Incidents of known size by powers of ten of their loss, the smallest first; sizes without an incident too. */
export async function sizeClasses(
  db: Queryable,
  version: number,
  rule: TotalRule,
): Promise<SizeClass[]> {
  const amount = amountOf("gross", rule.estimate, rule.dollars);
  const rows = await db.$queryRaw<{ place: number; incidents: number; amount: number }[]>`
    SELECT width_bucket(${amount}, ${[...SIZE_STEPS]}::numeric[]) AS place, count(*)::int AS incidents,
      sum(${amount})::float8 AS amount
    FROM incident_revision i WHERE ${underRule(version, filtersOf(rule))} AND (${amount}) IS NOT NULL GROUP BY 1`;
  return [0, ...SIZE_STEPS].map((from, place) => {
    const found = rows.find((row) => row.place === place);
    return {
      from,
      below: SIZE_STEPS[place] ?? null,
      incidents: found?.incidents ?? 0,
      amount: found?.amount ?? 0,
    };
  });
}

/** Incidents at and above each threshold: each holds those of the higher ones. */
export async function thresholds(
  db: Queryable,
  version: number,
  rule: TotalRule,
): Promise<Threshold[]> {
  const amount = amountOf("gross", rule.estimate, rule.dollars);
  return db.$queryRaw<Threshold[]>`
    SELECT t.least::float8 AS least, count(c.amount)::int AS incidents, coalesce(sum(c.amount), 0)::float8 AS amount
    FROM unnest(${[...THRESHOLDS]}::numeric[]) t (least)
    LEFT JOIN (
      SELECT ${amount} AS amount FROM incident_revision i WHERE ${underRule(version, filtersOf(rule))}
    ) c ON c.amount >= t.least
    GROUP BY t.least ORDER BY t.least`;
}

/** How much is known of when things came back. */
export async function returnsDated(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<ReturnsDated> {
  const [row] = await db.$queryRaw<[ReturnsDated]>`
    SELECT count(*)::int AS returned,
      (count(*) FILTER (WHERE EXISTS (
        SELECT FROM incident_transaction t WHERE t.revision_id = i.id AND t.role = 'return'
      )))::int AS "withTransaction",
      (count(*) FILTER (WHERE EXISTS (
        SELECT FROM return_estimate r WHERE r.revision_id = i.id AND length(r.said_on) = 10
      )))::int AS "withStatement"
    FROM incident_revision i WHERE ${underRule(version, { ...filters, returned: "some" })}`;
  return row;
}
