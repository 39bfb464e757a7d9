import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { countedStatement, saidUntil } from "@/lib/record/attributions/said-on-sql";
import { sourcingsOfGroup } from "@/lib/record/incidents/sourcing-sql";
import { actorParts, seenAtVersion } from "@/lib/record/versions/version-sql";
import { FACETS, type Facet, type FacetCounts } from "@/lib/statistics/incident-list/facet";
import { pickedValues } from "@/lib/statistics/rules/picked";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import { DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";

/** Columns of an incident of which it has one value: all of these are counted in one pass. */
const COLUMNS: Partial<Record<Facet, Prisma.Sql>> = {
  category: Prisma.sql`i.category`,
  technique: Prisma.sql`i.technique`,
  target: Prisma.sql`i.target_kind`,
  date: Prisma.sql`i.precision::text`,
  loss: Prisma.sql`CASE WHEN i.loss_usd IS NULL THEN 'unknown' ELSE 'known' END`,
  returned: Prisma.sql`CASE WHEN i.returned_usd IS NULL THEN 'unknown' WHEN i.returned_usd > 0 THEN 'some' ELSE 'none' END`,
};

/**
 * How many incidents each value of each filter would list under all other filters, in one statement. Filters that are not
 * given share one reading of the incidents; each that is given has one of its own, without itself.
 * @param version of the record
 */
export async function facetCounts(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<FacetCounts> {
  const given = FACETS.filter((facet) => filters[facet] !== undefined);
  const shared = FACETS.filter((facet) => filters[facet] === undefined);
  const readings = [
    { name: Prisma.sql`chosen`, facets: shared, filters },
    ...given.map((facet, place) => {
      const { [facet]: _, ...others } = filters;
      return { name: Prisma.raw(`without_${place}`), facets: [facet], filters: others };
    }),
  ];
  const read = readings.map(
    ({ name, facets, filters: under }) => Prisma.sql`
      ${name} AS MATERIALIZED (
        SELECT i.id, ${Prisma.join(columnsOf(facets))} FROM incident_revision i WHERE ${underRule(version, under)})`,
  );
  const counted = readings.flatMap(({ name, facets, filters: under }) =>
    countsOf(name, facets, under, version),
  );
  const rows = await db.$queryRaw<{ facet: Facet; value: string; incidents: number }[]>`
    WITH RECURSIVE ${actorParts(version)}, ${Prisma.join(read)}
    ${Prisma.join(counted, " UNION ALL ")}`;
  const counts = Object.fromEntries(
    FACETS.map((facet) => [facet, new Map<string, number>()]),
  ) as Record<Facet, Map<string, number>>;
  for (const { facet, value, incidents } of rows) counts[facet].set(value, incidents);
  return counts;
}

function columnsOf(facets: readonly Facet[]): Prisma.Sql[] {
  const columns = facets.flatMap((facet) => {
    const column = COLUMNS[facet];
    return column === undefined ? [] : [Prisma.sql`${column} AS ${Prisma.raw(facet)}`];
  });
  return facets.includes("chain") || columns.length === 0
    ? [...columns, Prisma.sql`i.chains`]
    : columns;
}

/**
 * Incidents that are alike in all of these are counted first: of a hundred thousand, a few thousand are left for each filter
 * to be counted apart.
 */
function alikeIn(name: Prisma.Sql, columns: readonly Prisma.Sql[]): Prisma.Sql {
  const alike = Prisma.join(columns as Prisma.Sql[]);
  return Prisma.sql`(SELECT ${alike}, count(*) AS incidents FROM ${name} GROUP BY ${alike}) alike`;
}

function countsOf(
  name: Prisma.Sql,
  facets: readonly Facet[],
  filters: Filters,
  version: number,
): Prisma.Sql[] {
  const counts: Prisma.Sql[] = [];
  const names = facets
    .filter((facet) => COLUMNS[facet] !== undefined)
    .map((facet) => ({ facet, column: Prisma.raw(facet) }));
  if (names.length > 0) {
    const columns = names.map(({ column }) => column);
    const which = names.map(
      ({ facet, column }) => Prisma.sql`WHEN grouping(${column}) = 0 THEN ${facet}`,
    );
    counts.push(Prisma.sql`
      SELECT CASE ${Prisma.join(which, " ")} END AS facet, coalesce(${Prisma.join(columns)}) AS value,
        sum(incidents)::int AS incidents
      FROM ${alikeIn(name, columns)}
      GROUP BY GROUPING SETS (${Prisma.join(columns.map((column) => Prisma.sql`(${column})`))})`);
  }
  const add = (facet: Facet, sql: (facet: Facet) => Prisma.Sql) => {
    if (facets.includes(facet)) counts.push(sql(facet));
  };
  add(
    "chain",
    (facet) => Prisma.sql`
      SELECT ${facet}, c.chain, sum(incidents)::int FROM ${alikeIn(name, [Prisma.sql`chains`])}
      CROSS JOIN LATERAL unnest(chains) c (chain) GROUP BY 2`,
  );
  add("actor", (facet) => actorCounts(facet, name, version, filters));
  add("level", (facet) => levelCounts(facet, name, version, filters));
  for (const [facet, table] of [
    ["addresses", Prisma.sql`address`],
    ["transactions", Prisma.sql`incident_transaction`],
  ] as const)
    add(
      facet,
      () => Prisma.sql`
        SELECT ${facet}, v.value, v.incidents FROM (
          SELECT (SELECT count(*) FROM ${name})::int AS every, count(DISTINCT i.id)::int AS with_some
          FROM ${name} i JOIN ${table} d ON d.revision_id = i.id
        ) c CROSS JOIN LATERAL (VALUES ('yes', c.with_some), ('no', c.every - c.with_some)) v (value, incidents)`,
    );
  if (facets.includes("sources") || facets.includes("source-publisher"))
    counts.push(sourceCounts(name, facets));
  return counts;
}

/**
 * By how little their sources are, and by the publishers of those. All sources are read once for both, and incidents that are
 * alike in what is asked of them are counted first.
 */
function sourceCounts(name: Prisma.Sql, facets: readonly Facet[]): Prisma.Sql {
  const together: Prisma.Sql[] = [];
  const alike: Prisma.Sql[] = [];
  const counts: Prisma.Sql[] = [];
  if (facets.includes("sources")) {
    together.push(sourcingsOfGroup);
    alike.push(Prisma.sql`one, copies`);
    counts.push(Prisma.sql`
      SELECT ${"sources" satisfies Facet} AS facet, v.value, v.incidents FROM (
        SELECT (sum(incidents) FILTER (WHERE one))::int AS one, (sum(incidents) FILTER (WHERE copies))::int AS copies FROM alike
      ) c CROSS JOIN LATERAL (VALUES ('one', c.one), ('copies', c.copies)) v (value, incidents) WHERE v.incidents > 0`);
  }
  if (facets.includes("source-publisher")) {
    together.push(Prisma.sql`array_agg(s.publisher) AS publishers`);
    alike.push(Prisma.sql`publishers`);
    counts.push(Prisma.sql`
      SELECT ${"source-publisher" satisfies Facet} AS facet, p.publisher AS value, sum(incidents)::int AS incidents
      FROM alike CROSS JOIN LATERAL (SELECT DISTINCT publisher FROM unnest(publishers) publisher) p GROUP BY 2`);
  }
  return Prisma.sql`
    SELECT facet, value, incidents FROM (
      WITH alike AS MATERIALIZED (
        SELECT ${Prisma.join(alike)}, count(*) AS incidents FROM (
          SELECT ${Prisma.join(together)}
          FROM ${name} i JOIN incident_source s ON s.revision_id = i.id GROUP BY i.id
        ) c GROUP BY ${Prisma.join(alike)})
      ${Prisma.join(counts, " UNION ALL ")}) counted`;
}

/** Of each actor the incidents attributed to it or a part of it; and of `none` those attributed to nobody. */
function actorCounts(
  facet: Facet,
  name: Prisma.Sql,
  version: number,
  { confidence = DEFAULT_CONFIDENCE, known, statements }: Filters,
): Prisma.Sql {
  const counted = countedStatement(confidence, known);
  const undated =
    statements === undefined
      ? Prisma.empty
      : Prisma.sql`HAVING count(t.said_on) = 0 ${statements === "one-undated" ? Prisma.sql`AND count(DISTINCT t.source) = 1` : Prisma.empty}`;
  const nobody =
    statements === undefined
      ? Prisma.sql`
    UNION ALL
    SELECT ${facet}, 'none', count(*)::int FROM ${name} i
    WHERE NOT EXISTS (SELECT FROM attribution t WHERE t.revision_id = i.id AND ${counted})`
      : Prisma.empty;
  return Prisma.sql`
    SELECT ${facet}, a.slug, named.incidents FROM (
      SELECT whole_id, count(*)::int AS incidents FROM (
        SELECT i.id, p.whole_id
        FROM ${name} i JOIN attribution t ON t.revision_id = i.id AND ${counted}
        JOIN actor_parts p ON p.part_id = t.actor_id GROUP BY 1, 2 ${undated}
      ) said GROUP BY 1
    ) named JOIN actor_revision a ON a.actor_id = named.whole_id AND ${seenAtVersion("a", version)} ${nobody}`;
}

/** By the surest attribution: to one of the actors asked for, or to anybody. */
function levelCounts(
  facet: Facet,
  name: Prisma.Sql,
  version: number,
  { actor, known }: Filters,
): Prisma.Sql {
  const said = known === undefined ? Prisma.empty : Prisma.sql`AND ${saidUntil} <= ${known}::date`;
  const whom = pickedValues(actor).among.filter((one) => one !== "none");
  const ofWhom =
    whom.length === 0
      ? Prisma.empty
      : Prisma.sql`AND t.actor_id IN (
          SELECT p.part_id FROM actor_parts p
          JOIN actor_revision a ON a.actor_id = p.whole_id AND ${seenAtVersion("a", version)}
          WHERE a.slug IN (${Prisma.join(whom)}))`;
  return Prisma.sql`
    SELECT ${facet}, surest::text, count(*)::int FROM (
      SELECT max(t.confidence) AS surest FROM ${name} i JOIN attribution t ON t.revision_id = i.id ${ofWhom} ${said} GROUP BY i.id
    ) said GROUP BY 2`;
}
