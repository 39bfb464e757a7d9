import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { jsonRows } from "@/lib/site/open-data/json-row-queries";
import type { Matched } from "@/lib/site/open-data/matched-incident-queries";
import { namedActor } from "@/lib/site/open-data/named-actor-queries";
import type { LookupMatch } from "@/lib/site/open-data/shapes/lookup";
import { linksFor } from "@/lib/site/urls/links";
import { publicUrl } from "@/lib/site/urls/public-url";

/** What is called so. */
export interface FoundName {
  found_by: Extract<LookupMatch["found_by"], "name" | "alias" | "former_name">;
  /** The name as the record writes it. */
  text: string;
  /** Of an incident, the row of its revision; null of others. */
  revision: number | null;
  /** Of a target or an actor, what is shown of it; null of incidents. */
  record: Matched | null;
}

/** A row for each name that was asked for and each record that bears it, the name that it goes by first. */
interface Row {
  given: string;
  found_by: FoundName["found_by"];
  text: string;
  id: number;
}

interface TargetRow extends Row {
  slug: string;
  name: string;
}
interface ActorRow extends TargetRow {
  actor: LookupMatch["actors"][number];
}

/**
 * What bears each of several names at a version: targets, actors and incidents, letter case, accents, white space and
 * punctuation aside. What was merged is found by its names too, and is that which it was merged into.
 */
export async function findNames(
  db: Queryable,
  version: number,
  names: readonly string[],
): Promise<Map<string, FoundName[]>> {
  const found = new Map<string, FoundName[]>();
  if (names.length === 0) return found;
  const asked = askedNames(names);
  const [targets, actors, incidents] = await Promise.all([
    findTargets(db, version, asked),
    findActors(db, version, asked),
    findIncidents(db, version, asked),
  ]);
  const links = linksFor({ version, pinned: true });
  const seen = new Set<string>();
  const add = (
    { given, found_by, text, id }: Row,
    kind: LookupMatch["kind"],
    rest: Pick<FoundName, "revision" | "record">,
  ) => {
    const each = `${kind} ${id} ${given}`;
    if (seen.has(each)) return;
    seen.add(each);
    const list = found.get(given);
    if (list === undefined) found.set(given, [{ found_by, text, ...rest }]);
    else list.push({ found_by, text, ...rest });
  };
  const nothing = { occurred_on: null, loss_usd: null, attributions: [] };
  for (const row of targets) {
    const { id, slug, name } = row;
    const url = publicUrl(links.target(slug));
    const record: Matched = { kind: "target", id, slug, name, url, ...nothing, actors: [] };
    add(row, "target", { revision: null, record });
  }
  for (const row of actors) {
    const { id, slug, name, actor } = row;
    const url = publicUrl(links.actor(slug));
    const actors = [actor];
    add(row, "actor", {
      revision: null,
      record: { kind: "actor", id, slug, name, url, ...nothing, actors },
    });
  }
  for (const row of incidents) add(row, "incident", { revision: row.id, record: null });
  return found;
}

/** The names that were asked for, each with its key; those that are nothing but signs have none. */
function askedNames(names: readonly string[]): Prisma.Sql {
  return Prisma.sql`asked AS MATERIALIZED (
    SELECT given, key FROM (SELECT given, name_key(given) AS key FROM unnest(${[...names]}::text[]) AS given) each WHERE key <> ''
  )`;
}

const KEYS = Prisma.sql`(SELECT coalesce(array_agg(key), '{}') FROM asked)`;

/** The records of a table that a version holds and what those that were merged there turned out to be: `start` to `id`. */
function onwards(kind: "target" | "actor" | "incident", alias: "r" | "a" | "i", version: number) {
  const [table, id, row] = [
    Prisma.raw(`${kind}_revision`),
    Prisma.raw(`${kind}_id`),
    Prisma.raw(alias),
  ];
  return Prisma.sql`onwards (start, id) AS (
    SELECT f.record, f.record FROM found f
    UNION SELECT o.start, ${row}.merged_into_id FROM onwards o JOIN ${table} ${row} ON ${row}.${id} = o.id
      AND ${seenAtVersion(alias, version)} WHERE ${row}.merged_into_id IS NOT NULL)`;
}

function findTargets(db: Queryable, version: number, asked: Prisma.Sql): Promise<TargetRow[]> {
  return jsonRows<TargetRow>(
    db,
    Prisma.sql`
    WITH RECURSIVE ${asked},
    found AS MATERIALIZED (
      SELECT r.target_id AS record, r.name, r.aliases, r.formerly FROM target_revision r
      WHERE name_keys(ARRAY[r.name] || r.aliases || r.formerly) && ${KEYS} AND ${seenAtVersion("r", version)}),
    ${onwards("target", "r", version)},
    called AS (
      SELECT f.record, 1 AS place, 'name' AS found_by, f.name AS text FROM found f
      UNION ALL SELECT f.record, 2, 'alias', unnest(f.aliases) FROM found f
      UNION ALL SELECT f.record, 3, 'former_name', unnest(f.formerly) FROM found f)
    SELECT q.given, c.found_by, c.text, r.target_id AS id, r.slug, r.name
    FROM called c JOIN asked q ON q.key = name_key(c.text) JOIN onwards o ON o.start = c.record
    JOIN target_revision r ON r.target_id = o.id AND r.merged_into_id IS NULL AND ${seenAtVersion("r", version)}
    ORDER BY c.place, r.target_id, c.text`,
  );
}

function findActors(db: Queryable, version: number, asked: Prisma.Sql): Promise<ActorRow[]> {
  return jsonRows<ActorRow>(
    db,
    Prisma.sql`
    WITH RECURSIVE ${asked},
    found AS MATERIALIZED (
      SELECT a.actor_id AS record, a.name, a.aliases FROM actor_revision a
      WHERE name_keys(ARRAY[a.name] || a.aliases) && ${KEYS} AND ${seenAtVersion("a", version)}),
    ${onwards("actor", "a", version)},
    called AS (
      SELECT f.record, 1 AS place, 'name' AS found_by, f.name AS text FROM found f
      UNION ALL SELECT f.record, 2, 'alias', unnest(f.aliases) FROM found f)
    SELECT q.given, c.found_by, c.text, a.actor_id AS id, a.slug, a.name, ${namedActor(version)} AS actor
    FROM called c JOIN asked q ON q.key = name_key(c.text) JOIN onwards o ON o.start = c.record
    JOIN actor_revision a ON a.actor_id = o.id AND a.merged_into_id IS NULL AND ${seenAtVersion("a", version)}
    ORDER BY c.place, a.actor_id, c.text`,
  );
}

/** @returns the rows of revisions as ids */
function findIncidents(db: Queryable, version: number, asked: Prisma.Sql): Promise<Row[]> {
  return jsonRows<Row>(
    db,
    Prisma.sql`
    WITH RECURSIVE ${asked},
    found AS MATERIALIZED (
      SELECT i.incident_id AS record, i.name FROM incident_revision i
      WHERE name_key(i.name) = ANY(${KEYS}::text[]) AND ${seenAtVersion("i", version)}),
    ${onwards("incident", "i", version)}
    SELECT q.given, 'name' AS found_by, f.name AS text, i.id
    FROM found f JOIN asked q ON q.key = name_key(f.name) JOIN onwards o ON o.start = f.record
    JOIN incident_revision i ON i.incident_id = o.id AND i.merged_into_id IS NULL AND i.retraction IS NULL
      AND ${seenAtVersion("i", version)}
    ORDER BY i.incident_id`,
  );
}
