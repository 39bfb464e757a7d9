import { Prisma } from "@/lib/db/generated/client";
import { holding } from "@/lib/record/versions/target-sql";
import type { Narrowed } from "@/lib/site/open-data/list-filters";

// A list's own filters in SQL. `i` is the table of the revisions, whatever their kind, or that of the incidents of which
// `d` is a part.

type Condition = (value: string, version: number) => Prisma.Sql;

/** A text within one of several names, letter case and the composition of accents aside. */
const named = (names: string): Condition => {
  const texts = Prisma.raw(names);
  return (q) => Prisma.sql`normalize(concat_ws(' ', ${texts}), NFC) ILIKE ${holding(q)}`;
};

/** The record of an id or a slug, which it has or had last. */
const recordBy =
  (column: string, kind: "incident" | "actor"): Condition =>
  (value, version) => {
    const [own, table, id] = [column, `${kind}_revision`, `${kind}_id`].map((name) =>
      Prisma.raw(name),
    );
    return Prisma.sql`${own} = ${
      /^\d+$/.test(value)
        ? Prisma.sql`${value}::bigint`
        : Prisma.sql`(SELECT n.${id} FROM ${table} n WHERE n.slug = ${value} AND n.published_in <= ${version}
            ORDER BY n.published_in DESC LIMIT 1)`
    }`;
  };

const same = (column: string): Condition => {
  const own = Prisma.raw(column);
  return (value) => Prisma.sql`${own} = ${value}`;
};

const ofIncidents: Record<string, Condition> = {
  on: same("d.chain"),
  role: same("d.role::text"),
  incident: recordBy("i.incident_id", "incident"),
};

const CONDITIONS: Record<string, Record<string, Condition>> = {
  targets: {
    kind: same("i.kind::text"),
    q: named("i.name, array_to_string(i.aliases, ' '), array_to_string(i.formerly, ' ')"),
  },
  actors: {
    kind: same("i.kind::text"),
    country: same("i.country"),
    parent: recordBy("i.parent_id", "actor"),
    q: named("i.name, array_to_string(i.aliases, ' ')"),
  },
  addresses: ofIncidents,
  transactions: ofIncidents,
  figures: {
    publisher: same("i.publisher"),
    // A figure is of a year where any of its days is.
    year: (year) =>
      Prisma.sql`i.from_day <= ${`${year}-12-31`}::date AND i.to_day >= ${`${year}-01-01`}::date`,
    scope: (scope) =>
      scope === "everything"
        ? Prisma.sql`i.category IS NULL`
        : Prisma.sql`i.category::text = ${scope}`,
  },
  "known-addresses": { on: same("i.chain"), kind: same("i.kind::text") },
};

/** A condition, and that a list is narrowed so. @throws Error for a filter that the list has not */
export function narrowedTo(
  where: Prisma.Sql,
  list: string,
  narrowed: Narrowed,
  version: number,
): Prisma.Sql {
  const conditions = Object.entries(narrowed).map(([name, value]) => {
    const condition = CONDITIONS[list]?.[name];
    if (condition === undefined) throw new Error(`${list} have no filter ${name}`);
    return condition(value, version);
  });
  return Prisma.join([where, ...conditions], " AND ");
}
