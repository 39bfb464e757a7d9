import { SEVERAL } from "@/lib/statistics/rules/several";

// What a dump's tables add up to, in the SQL that SQLite and DuckDB both know: what anybody can compute who has the file. The
// gates hold it against what the interface answers.

/** What one part of a sum holds. */
export interface CountedPart {
  incidents: number;
  /** Of these, those that nobody has put a figure on: they add nothing. */
  unknown: number;
  cents: bigint;
}

/** A rule: what the interface is asked, and the same asked of the tables. */
export interface SumRule {
  /** In words. */
  title: string;
  /** Of `/api/v1/stats`. */
  query: string;
  /** Of the tables: rows of key, incidents, unknown and cents. */
  sql: string;
}

/** The incidents that count: neither retracted nor merged, and with no day on which they can have happened that is not covered. */
const COUNTED = `
  SELECT * FROM incident WHERE status IN ('active', 'withheld')
    AND occurred_to <= coalesce((SELECT covered_through FROM coverage), '9999')`;

const measured = (amount: string) => `
  count(*) AS incidents, sum(CASE WHEN ${amount} IS NULL THEN 1 ELSE 0 END) AS unknown,
  coalesce(sum(CAST(round(${amount} * 100) AS BIGINT)), 0) AS cents`;

/** Each actor under the one that it is part of in the end; merged ones are under none. */
const WHOLES = `
  whole (part_id, id, slug, parent_id) AS (
    SELECT id, id, slug, parent_id FROM actor WHERE status IN ('active', 'withheld')
    UNION
    SELECT p.part_id, a.id, a.slug, a.parent_id FROM whole p JOIN actor a ON a.id = p.parent_id
    WHERE a.status IN ('active', 'withheld')
  )`;

/** Gross losses by actor, of a span of days. An incident of several actors is under SEVERAL, one of none under null. */
export function byActorSql(from: string, to: string): string {
  return `WITH RECURSIVE ${WHOLES}, counted AS (${COUNTED} AND occurred_from >= '${from}' AND occurred_to <= '${to}'),
  named AS (
    SELECT t.incident_id, CASE WHEN count(DISTINCT w.slug) > 1 THEN '${SEVERAL}' ELSE min(w.slug) END AS slug
    FROM attribution t JOIN whole w ON w.part_id = t.actor_id AND w.parent_id IS NULL GROUP BY t.incident_id
  )
  SELECT n.slug AS key, ${measured("c.loss_usd")}
  FROM counted c LEFT JOIN named n ON n.incident_id = c.id GROUP BY 1 ORDER BY 1`;
}

const NET = `CASE WHEN loss_usd IS NULL THEN NULL
    WHEN loss_usd > coalesce(returned_usd, 0) THEN loss_usd - coalesce(returned_usd, 0) ELSE 0 END`;

export const SUM_RULES: readonly SumRule[] = [
  {
    title: "gross losses by category",
    query: "by=category",
    sql: `SELECT category AS key, ${measured("loss_usd")} FROM (${COUNTED}) c GROUP BY 1`,
  },
  {
    title: "net losses by year",
    query: "measure=net&interval=year",
    sql: `SELECT substr(occurred_on, 1, 4) AS key, ${measured(NET)} FROM (${COUNTED}) c GROUP BY 1`,
  },
  {
    title: "gross losses by actor",
    query: "by=actor",
    sql: byActorSql("0000", "9999"),
  },
];

/** Where a sum of the tables is not what the interface answers, in words; empty where they are equal to the cent. */
export function sumProblems(
  { title }: SumRule,
  own: ReadonlyMap<string | null, CountedPart>,
  answered: ReadonlyMap<string | null, CountedPart>,
): string[] {
  const said = (part: CountedPart | undefined) =>
    part === undefined
      ? "nothing"
      : `${dollars(part.cents)} of ${part.incidents} incidents, ${part.unknown} of them unknown`;
  return [...new Set([...own.keys(), ...answered.keys()])]
    .filter((key) => said(own.get(key)) !== said(answered.get(key)))
    .map(
      (key) =>
        `${title}, ${key ?? "none"}: the tables hold ${said(own.get(key))}, the interface answers ${said(answered.get(key))}`,
    );
}

function dollars(cents: bigint): string {
  return `$${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}
