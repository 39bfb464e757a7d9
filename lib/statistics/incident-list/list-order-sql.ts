import { Prisma } from "@/lib/db/generated/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import type { Sort } from "@/lib/statistics/rules/parameters";

/** A table of revisions by its alias. */
type Alias = "i" | "c";

/** One thing by which a list stands; what is not known of it stands last, whichever way it runs. */
interface Term {
  of: (alias: Alias, version: number) => Prisma.Sql;
  isDescending: boolean;
  isNullable: boolean;
}

function column(
  text: (alias: Alias) => string,
  { descending = false, nullable = false } = {},
): Term {
  return { of: (alias) => Prisma.raw(text(alias)), isDescending: descending, isNullable: nullable };
}

// By code point, because the letters' order in a language differs from one database to the next.
const lower = (name: string) => (alias: Alias) => `lower(${alias}.${name}) COLLATE "C"`;
const plain = (name: string) => (alias: Alias) => `${alias}.${name}`;
const DOWN = { descending: true };
// The id makes every order total, so that no incident is on two pages or on none.
const LATEST = [column(plain("occurred_on"), DOWN), column(plain("id"), DOWN)];
const EARLIEST = [column(plain("occurred_on")), column(plain("id"))];
const LOSS = plain("loss_usd");
const RETURNED = plain("returned_usd");
const CATEGORY = (alias: Alias) => `${alias}.category COLLATE "C"`;

/** By whom incidents are attributed to: by the first of the names; what is attributed to nobody stands last. */
const actorTerm = (isDescending: boolean): Term => ({
  of: (alias, version) => Prisma.sql`(
    SELECT min(lower(a.name) COLLATE "C") FROM attribution t
    JOIN actor_revision a ON a.actor_id = t.actor_id AND ${seenAtVersion("a", version)}
    WHERE t.revision_id = ${Prisma.raw(alias)}.id)`,
  isDescending,
  isNullable: true,
});

const ORDERS: Record<Sort, readonly Term[]> = {
  newest: LATEST,
  oldest: EARLIEST,
  largest: [column(LOSS, { descending: true, nullable: true }), ...LATEST],
  smallest: [column(LOSS, { nullable: true }), ...EARLIEST],
  name: [column(lower("name")), column(plain("id"))],
  "name-desc": [column(lower("name"), DOWN), column(plain("id"), DOWN)],
  target: [column(lower("target")), ...LATEST],
  "target-desc": [column(lower("target"), DOWN), ...LATEST],
  category: [column(CATEGORY), ...LATEST],
  "category-desc": [column(CATEGORY, DOWN), ...LATEST],
  actor: [actorTerm(false), ...LATEST],
  "actor-desc": [actorTerm(true), ...LATEST],
  "most-returned": [column(RETURNED, { descending: true, nullable: true }), ...LATEST],
  "least-returned": [column(RETURNED, { nullable: true }), ...LATEST],
};

/** In which order of `incident_revision` (`i`) a list stands. */
export function inOrderOf(sort: Sort, version: number): Prisma.Sql {
  return Prisma.join(
    ORDERS[sort].map(({ of, isDescending, isNullable }) => {
      const way = Prisma.raw(`${isDescending ? " DESC" : ""}${isNullable ? " NULLS LAST" : ""}`);
      return Prisma.sql`${of("i", version)}${way}`;
    }),
    ", ",
  );
}

/** Incidents (`i`) that stand behind one in an order. @param row the id of that one's revision */
export function standsAfter(sort: Sort, version: number, row: number): Prisma.Sql {
  const terms = ORDERS[sort].map(({ of, isDescending, isNullable }) => {
    const own = of("i", version);
    const its = Prisma.sql`(SELECT ${of("c", version)} FROM incident_revision c WHERE c.id = ${row})`;
    const beyond = Prisma.sql`${own} ${Prisma.raw(isDescending ? "<" : ">")} ${its}`;
    return {
      same: isNullable
        ? Prisma.sql`${own} IS NOT DISTINCT FROM ${its}`
        : Prisma.sql`${own} = ${its}`,
      // What is not known stands last.
      after: isNullable
        ? Prisma.sql`(${beyond} OR (${own} IS NULL AND ${its} IS NOT NULL))`
        : beyond,
      // Said once more by the first term alone: by that there may be an index.
      from: isNullable ? null : Prisma.sql`${own} ${Prisma.raw(isDescending ? "<=" : ">=")} ${its}`,
    };
  });
  const ways = terms.map(({ after }, place) =>
    Prisma.join([...terms.slice(0, place).map(({ same }) => same), after], " AND "),
  );
  const behind = Prisma.sql`(${Prisma.join(ways, " OR ", "(", ")")})`;
  const bound = terms[0]?.from ?? null;
  return bound === null ? behind : Prisma.sql`${bound} AND ${behind}`;
}
