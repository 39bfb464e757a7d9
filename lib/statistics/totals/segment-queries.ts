import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import { type NamedActor, nameWithStatus } from "@/lib/record/actors/legal-status";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { activeActorAt, actorParts, seenAtVersion } from "@/lib/record/versions/version-sql";
import { type CountingRule, filtersOf, type TotalRule } from "@/lib/statistics/rules/counting-rule";
import { type CountingRules, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import type { Dimension } from "@/lib/statistics/rules/parameters";
import { isOne } from "@/lib/statistics/rules/picked";
import { inDollars } from "@/lib/statistics/rules/price-index-sql";
import {
  amountOf,
  isUnderSeveralActors,
  partsBy,
  periodOf,
  underRule,
} from "@/lib/statistics/rules/rule-sql";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";
import { chargedTogether } from "@/lib/statistics/totals/charged-together-queries";
import type {
  DayMeasured,
  IncidentDot,
  Measured,
  PeriodSegment,
  Segmented,
  SegmentTotal,
} from "@/lib/statistics/totals/measured";
import { sumOf } from "@/lib/statistics/totals/measured";
import { grouped } from "@/lib/values/lists/grouped";
import { CATEGORIES, chainLabel, TARGET_KINDS } from "@/lib/values/taxonomy/taxonomy";

/** The columns of a Measured over rows of incident_revision (`i`), or over parts of them. */
function measuredColumns(
  { measure, estimate, dollars }: Pick<CountingRule, "measure" | "estimate" | "dollars">,
  amount: Prisma.Sql = amountOf(measure, estimate, dollars),
): Prisma.Sql {
  return Prisma.sql`
    count(*)::int AS incidents,
    (count(*) FILTER (WHERE ${amount} IS NULL))::int AS "unknownSize",
    coalesce(${measure === "median" ? medianOf(amount) : Prisma.sql`sum(${amount})`}, 0)::float8 AS amount`;
}

/**
 * The median of the amounts that are known, to the cent, half a cent up: the middle one, or of an even number halfway
 * between the two in the middle. Null where none is known.
 */
export function medianOf(amount: Prisma.Sql): Prisma.Sql {
  // The last of the first half, from below and from above: of an odd number the same one.
  const lower = Prisma.sql`percentile_disc(0.5) WITHIN GROUP (ORDER BY ${amount})`;
  const upper = Prisma.sql`percentile_disc(0.5) WITHIN GROUP (ORDER BY ${amount} DESC)`;
  return Prisma.sql`round((${lower} + ${upper}) / 2, 2)`;
}

/** The total of a rule's measure under its rule, by the newest counting rules or by others. */
export async function measuredTotal(
  db: Queryable,
  version: number,
  view: TotalRule,
  rules: CountingRules = NEWEST_RULES,
): Promise<Measured> {
  const [row] = await db.$queryRaw<[Measured]>`
    SELECT ${measuredColumns(view)} FROM incident_revision i WHERE ${underRule(version, filtersOf(view), rules)}`;
  return row;
}

/** The total and its parts by the rule's dimension, largest first. @throws where the view has no dimension */
export async function segmentedTotal(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<Segmented> {
  const { join, key, amount } = partsOf(view, version);
  const [total, parts, [shared], names] = await Promise.all([
    measuredTotal(db, version, view),
    db.$queryRaw<SegmentTotal[]>`
      WITH RECURSIVE ${actorParts(version)}
      SELECT ${key} AS key, ${measuredColumns(view, amount)} FROM incident_revision i ${join}
      WHERE ${underRule(version, filtersOf(view))} GROUP BY 1 ORDER BY amount DESC, incidents DESC, key NULLS LAST`,
    overlapping(db, version, view),
    namesOf(db, version, view),
  ]);
  const shares = shared?.incidents ?? 0;
  return {
    total,
    parts,
    overlapping: shares,
    chargedTogether:
      view.by === "actor" && shares > 0
        ? await chargedTogether(db, version, filtersOf(view), view.confidence)
        : 0,
    names,
  };
}

/** The values of a dimension in the whole record at a version, by what was lost, the largest first. */
export async function segmentOrder(
  db: Queryable,
  version: number,
  by: Dimension,
): Promise<string[]> {
  const view: CountingRule = {
    from: null,
    to: FOR_EVER,
    filters: {},
    confidence: DEFAULT_CONFIDENCE,
    measure: "gross",
    estimate: "best",
    by,
    interval: "year",
  };
  const { join, key, amount } = partsOf(view, version);
  const rows = await db.$queryRaw<{ key: string | null; amount: number }[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT ${key} AS key, coalesce(sum(${amount}), 0)::float8 AS amount FROM incident_revision i ${join}
    WHERE ${underRule(version, filtersOf(view))} GROUP BY 1 ORDER BY amount DESC, key NULLS LAST`;
  return rows.flatMap((row) =>
    row.key === null || row.key === SEVERAL || (row.key === "unknown" && by !== "actor")
      ? []
      : [row.key],
  );
}

/**
 * Of the incidents of a list, what of their best losses counts on the chain that it is about, or as on several; null of a
 * list that does not ask for these.
 */
export async function countedByChain(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<number | null> {
  const { chain, chains, from = null, to = FOR_EVER, ...others } = filters;
  // Of several chains, or all but some, no one part is asked for.
  if (chain !== undefined && !isOne(chain)) return null;
  const isOfPart = chains === "undivided" || (chains === "counted" && chain !== undefined);
  if (!isOfPart) return null;
  const { parts } = await segmentedTotal(db, version, {
    from,
    to,
    filters: { ...others, chains, ...(chain === undefined ? {} : { chain }) },
    confidence: others.confidence ?? DEFAULT_CONFIDENCE,
    measure: "gross",
    estimate: "best",
    by: "chain",
    interval: "year",
  });
  const key = chains === "undivided" ? SEVERAL : chain;
  return parts.find((part) => part.key === key)?.amount ?? 0;
}

/** Later than any day that is covered. */
const FOR_EVER = "9999-12-31";

/**
 * The parts of each month, quarter or year by the rule's dimension, in the order of time; a year has a row of its own
 * for what is known only to it.
 */
export async function segmentsByPeriod(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<PeriodSegment[]> {
  const { join, key, amount } = partsOf(view, version);
  return db.$queryRaw<PeriodSegment[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT ${periodOf(view.interval)} AS period, ${key} AS key, ${measuredColumns(view, amount)}
    FROM incident_revision i ${join}
    WHERE ${underRule(version, filtersOf(view))} GROUP BY 1, 2 ORDER BY 1, 2`;
}

/**
 * What each day, and each month or year of which no better is known, added from one day to another, in the order of
 * their first days.
 */
export async function measuredByDay(
  db: Queryable,
  version: number,
  view: CountingRule,
  span: { from: string; to: string },
): Promise<DayMeasured[]> {
  return db.$queryRaw<DayMeasured[]>`
    SELECT ${occurredOnAsKnown} AS day, ${measuredColumns(view)}
    FROM incident_revision i WHERE ${underRule(version, { ...filtersOf(view), ...span })}
    GROUP BY i.occurred_on, i.precision ORDER BY i.occurred_on, i.precision DESC`;
}

/** Each actor's amount in each year: every actor of the tree, an incident of a part being the whole's too. */
export async function actorsByYear(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<(Measured & { actor: string; year: number })[]> {
  const amount = amountOf(view.measure, view.estimate, view.dollars);
  return db.$queryRaw`
    WITH RECURSIVE ${actorParts(version)},
    counted AS (
      SELECT DISTINCT p.whole_id, i.id, extract(year FROM i.occurred_on)::int AS year, ${amount} AS amount
      FROM incident_revision i
      JOIN attribution t ON t.revision_id = i.id AND t.confidence >= ${view.confidence}::confidence
      JOIN actor_parts p ON p.part_id = t.actor_id
      WHERE ${underRule(version, filtersOf(view))}
    )
    SELECT a.slug AS actor, c.year, count(*)::int AS incidents,
      (count(*) FILTER (WHERE c.amount IS NULL))::int AS "unknownSize", coalesce(sum(c.amount), 0)::float8 AS amount
    FROM counted c JOIN actor_revision a ON a.actor_id = c.whole_id AND ${seenAtVersion("a", version)}
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Incidents as dots, largest first; all of them, or so many. */
export async function incidentDots(
  db: Queryable,
  version: number,
  view: CountingRule,
  limit: number | null,
): Promise<IncidentDot[]> {
  const { dollars } = view;
  const amount = amountOf(view.measure, view.estimate, dollars);
  // As it is stored, for by that there is an index. Counted, all are alike (and 1 would be a column's place).
  const size = view.measure === "count" ? Prisma.sql`i.occurred_on` : amount;
  return db.$queryRaw<IncidentDot[]>`
    SELECT i.slug, i.name, i.category, ${occurredOnAsKnown} AS "occurredOn", (${amount})::float8 AS amount,
      (${inDollars(Prisma.sql`i.loss_usd_low`, dollars)})::float8 AS low,
      (${inDollars(Prisma.sql`i.loss_usd_high`, dollars)})::float8 AS high
    FROM incident_revision i WHERE ${underRule(version, filtersOf(view))}
    ORDER BY ${size} DESC NULLS LAST, i.occurred_on DESC, i.id DESC LIMIT ${limit}`;
}

function partsOf(view: CountingRule, version: number) {
  if (view.by === null) throw new Error("nothing to split by");
  return partsBy(view.by, version, view);
}

/** How many incidents are in more than one part: divided by chain, or each actor's. */
async function overlapping(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<{ incidents: number }[]> {
  if (view.by === "actor") {
    return db.$queryRaw`
      WITH RECURSIVE ${actorParts(version)}
      SELECT count(*)::int AS incidents FROM incident_revision i
      WHERE ${underRule(version, filtersOf(view))} AND ${isUnderSeveralActors(version, view.confidence)}`;
  }
  if (view.by !== "chain") return [];
  const { join } = partsOf(view, version);
  return db.$queryRaw`
    SELECT count(*)::int AS incidents FROM (
      SELECT i.id FROM incident_revision i ${join} WHERE ${underRule(version, filtersOf(view))}
      GROUP BY i.id HAVING count(*) > 1) shared`;
}

/** What the keys of the rule's dimension are called at a version; a person with the legal status. */
export async function namesOf(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<Record<string, string>> {
  const named = (terms: readonly { value: string; label: string }[]) =>
    Object.fromEntries(terms.map((term) => [term.value, term.label]));
  if (view.by === "category") return named(CATEGORIES);
  if (view.by === "technique") return named(await techniquesAt(db, version));
  if (view.by === "target") return named(TARGET_KINDS);
  if (view.by === "chain") {
    const rows = await db.$queryRaw<{ chain: string }[]>`
      SELECT DISTINCT unnest(i.chains) AS chain FROM incident_revision i WHERE ${seenAtVersion("i", version)}`;
    return {
      ...Object.fromEntries(rows.map(({ chain }) => [chain, chainLabel(chain)])),
      [SEVERAL]: "On several chains",
    };
  }
  const rows = await db.$queryRaw<(NamedActor & { slug: string })[]>`
    SELECT a.slug, a.name, a.kind, ${namedStatus(version)} AS status, a.status_on AS "statusOn"
    FROM actor_revision a WHERE ${activeActorAt(version)}`;
  const byName = grouped(rows, nameWithStatus);
  const apart = ({ slug }: { slug: string }, name: string) =>
    (byName.get(name)?.length ?? 0) > 1 ? `${name} (${slug})` : name;
  return {
    ...Object.fromEntries(rows.map((actor) => [actor.slug, apart(actor, nameWithStatus(actor))])),
    [SEVERAL]: "Several actors",
  };
}

/** What each month, quarter or year holds, each incident once: every incident has one category, so that these add up. */
export async function periodTotals(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<(Measured & { period: string })[]> {
  if (view.measure === "median") return measuredByPeriod(db, version, view);
  const rows = await segmentsByPeriod(db, version, {
    ...view,
    by: "category",
    filters: filtersOf(view),
  });
  const periods = grouped(rows, (row) => row.period);
  return [...periods].map(([period, parts]) => ({ period, ...sumOf(parts) }));
}

/** Each period by itself, to the cent; also of measures that do not add up. */
export async function measuredByPeriod(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<(Measured & { period: string })[]> {
  return db.$queryRaw`
    SELECT ${periodOf(view.interval)} AS period, ${measuredColumns(view)}
    FROM incident_revision i WHERE ${underRule(version, filtersOf(view))} GROUP BY 1 ORDER BY 1`;
}

/** As `measuredByPeriod`, and what all periods together come to, by one reading of the rows. */
export async function measuredByPeriodWithTotal(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<{ total: Measured; periods: (Measured & { period: string })[] }> {
  const rows = await db.$queryRaw<(Measured & { period: string | null })[]>`
    SELECT ${periodOf(view.interval)} AS period, ${measuredColumns(view)}
    FROM incident_revision i WHERE ${underRule(version, filtersOf(view))} GROUP BY ROLLUP (1) ORDER BY 1 NULLS LAST`;
  const { period: _, ...total } = rows.at(-1) as Measured & { period: null };
  return { total, periods: rows.slice(0, -1) as (Measured & { period: string })[] };
}
