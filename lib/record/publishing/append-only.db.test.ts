import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { publish } from "@/lib/record/publishing/publish-command";
import { connectTo, errorOf } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";
import { publicationOfEverything } from "@/testing/records";
import { PART_TABLES, Rows, VERSIONED_TABLES } from "@/testing/rows";

const REFUSED = "record_append_only";

let client: pg.Client;
let rows: Rows;
let tables: string[];
beforeAll(async () => {
  const { db, url } = await testDatabase();
  await publish(db, publicationOfEverything(), "One row for every table");
  client = await connectTo(url);
  rows = new Rows(client);
  // Read from the catalogue, so that a table that comes later is held to the same.
  tables = await column(`
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND relname <> '_prisma_migrations' ORDER BY 1`);
});

/** The first column of a query's rows. */
async function column(query: string): Promise<string[]> {
  const result = await client.query<[string]>({ text: query, rowMode: "array" });
  return result.rows.map(([first]) => first);
}

/** What refuses a statement that is alone, outside any publication. */
const errorAlone = (statement: string) => errorOf(client, () => client.query(statement));

/** What refuses a statement within the publication of version 2. */
const errorWhilePublishing = (statement: string) =>
  errorOf(client, async () => {
    await rows.version(2);
    await client.query(statement);
  });

/** What each statement is refused by, so that a failure names the statement. */
async function errors(
  statements: readonly string[],
  errorFor: (statement: string) => Promise<string | null>,
): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {};
  for (const statement of statements) found[statement] = await errorFor(statement);
  return found;
}

const allRejected = (statements: readonly string[]) =>
  Object.fromEntries(statements.map((statement) => [statement, REFUSED]));

describe("every table of the record", () => {
  test("holds a row here, so that nothing below passes for want of one", async () => {
    expect(tables).toHaveLength(14);
    for (const table of tables) {
      expect([table, ...(await column(`SELECT count(*)::int FROM ${table}`))]).toEqual([table, 1]);
    }
  });

  test("refuses to delete and to empty", async () => {
    const statements = tables.flatMap((table) => [
      `DELETE FROM ${table}`,
      `DELETE FROM ${table} WHERE false`,
      `WITH gone AS (DELETE FROM ${table} RETURNING *) SELECT count(*) FROM gone`,
      `TRUNCATE ${table} CASCADE`,
    ]);
    expect(await errors(statements, errorAlone)).toEqual(allRejected(statements));
    expect(await errors(statements, errorWhilePublishing)).toEqual(allRejected(statements));
    const all = [`TRUNCATE ${tables}`];
    expect(await errors(all, errorAlone)).toEqual(allRejected(all));
  });

  test("refuses to write a value again, even the same one", async () => {
    const statements = (await columnsOf(tables)).map(
      ({ table, name }) => `UPDATE ${table} SET ${name} = ${name}`,
    );
    expect(statements.length).toBeGreaterThan(90);
    expect(await errors(statements, errorAlone)).toEqual(allRejected(statements));
    expect(await errors(statements, errorWhilePublishing)).toEqual(allRejected(statements));
  });

  test("refuses a change by way of an insert that meets a row", async () => {
    const statements = [
      `INSERT INTO dataset_version (number, note) SELECT number + 1, note FROM dataset_version
        ON CONFLICT (number) DO UPDATE SET note = 'Rewritten'`,
      `INSERT INTO asset (id, revision_id, symbol) SELECT id, revision_id, 'BTC' FROM asset
        ON CONFLICT (id) DO UPDATE SET symbol = 'BTC'`,
    ];
    expect(await errors(statements, errorAlone)).toEqual(allRejected(statements));
  });

  test("refuses a change by way of a merge", async () => {
    const statement = `MERGE INTO incident_revision i USING dataset_version v ON i.published_in = v.number
      WHEN MATCHED THEN UPDATE SET name = 'Rewritten'`;
    expect(await errorAlone(statement)).toBe(REFUSED);
    expect(await errorWhilePublishing(statement)).toBe(REFUSED);
  });
});

async function columnsOf(
  ofTables: readonly string[],
): Promise<{ table: string; name: string; type: string }[]> {
  const { rows: found } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT table_name AS table, column_name AS name,
       CASE WHEN data_type = 'USER-DEFINED' THEN udt_name ELSE data_type END AS type
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY ($1)
     ORDER BY table_name, ordinal_position`,
    [ofTables],
  );
  return found;
}

/** An expression for another value than a column holds, by its type. */
const ANOTHER: Record<string, (name: string) => string> = {
  integer: (name) => `coalesce(${name}, 0) + 1000`,
  text: (name) => `coalesce(${name}, '') || 'x'`,
  date: (name) => `${name} - 1`,
  numeric: (name) => `coalesce(${name}, 0) + 1`,
  ARRAY: (name) => `array_append(${name}, 'x')`,
  date_precision: () => "'month'",
  actor_kind: () => "'state'",
  figure_qualifier: () => "'exact'",
};

describe.each(VERSIONED_TABLES)("closing a row of %s", (table) => {
  test("is done by the version being published", async () => {
    expect(await errorWhilePublishing(`UPDATE ${table} SET superseded_in = 2`)).toBeNull();
  });

  test("is refused outside of a publication", async () => {
    const statements = [1, 2, 3].map((number) => `UPDATE ${table} SET superseded_in = ${number}`);
    expect(await errors(statements, errorAlone)).toEqual(allRejected(statements));
  });

  test("is refused in the name of another version", async () => {
    const statements = [0, 1, 3].map((number) => `UPDATE ${table} SET superseded_in = ${number}`);
    expect(await errors(statements, errorWhilePublishing)).toEqual(allRejected(statements));
  });

  test("changes no other column", async () => {
    const columns = (await columnsOf([table])).filter(({ name }) => name !== "superseded_in");
    expect(columns.length).toBeGreaterThan(7);
    const statements = columns.map(({ name, type }) => {
      const another = ANOTHER[type];
      if (another === undefined) throw new Error(`no other value for the type ${type} of ${name}`);
      return `UPDATE ${table} SET superseded_in = 2, ${name} = ${another(name)}`;
    });
    expect(await errors(statements, errorWhilePublishing)).toEqual(allRejected(statements));
  });

  test("is done once: not again, not later, and never undone", async () => {
    const afterClosing = (statement: string, later: boolean) =>
      errorOf(client, async () => {
        await rows.version(2);
        await client.query(`UPDATE ${table} SET superseded_in = 2`);
        if (later) await rows.version(3);
        await client.query(statement);
      });
    for (const later of [false, true]) {
      for (const value of ["2", "3", "NULL", "superseded_in"]) {
        const statement = `UPDATE ${table} SET superseded_in = ${value}`;
        expect([later, statement, await afterClosing(statement, later)]).toEqual([
          later,
          statement,
          REFUSED,
        ]);
      }
    }
  });
});

/** What keeps two versions' rows of one table from clashing, so that only the guard can refuse. */
const APART = {
  incident_revision: { slug: "another" },
  actor_revision: { slug: "another" },
  figure_revision: {},
  known_address: { match_key: "evm:0xanother" },
} as const;

describe.each(VERSIONED_TABLES)("adding a row to %s", (table) => {
  const add = (published_in: number, more = {}) =>
    rows.versioned(table, { ...APART[table], published_in, ...more });

  test("is done within its version's publication", async () => {
    const publishing = errorOf(client, async () => {
      await rows.version(2);
      await add(2);
    });
    expect(await publishing).toBeNull();
  });

  test("is refused once its version is published", async () => {
    expect(await errorOf(client, () => add(1))).toBe(REFUSED);
  });

  test("is refused in an older version while a newer one is published", async () => {
    const late = errorOf(client, async () => {
      await rows.version(2);
      await add(1);
    });
    expect(await late).toBe(REFUSED);
  });

  test("is refused in the first of two versions that one transaction publishes, once it has begun the second", async () => {
    const late = errorOf(client, async () => {
      await rows.version(2);
      await rows.version(3);
      await add(2);
    });
    expect(await late).toBe(REFUSED);
  });

  test("is refused where the row is closed from the start: no later version is there to close it", async () => {
    const closedIn = (superseded_in: number) =>
      errorOf(client, async () => {
        await rows.version(2);
        await add(2, { superseded_in });
      });
    expect(await closedIn(2)).toBe(`${table.replace("_revision", "")}_superseded_later`);
    expect(await closedIn(3)).toBe(`${table}_superseded_in_fkey`);
  });

  test("is refused for all rows of a statement where one is of another version", async () => {
    const columns = (await columnsOf([table]))
      .map(({ name }) => name)
      .filter((name) => name !== "id" && name !== "published_in" && !name.endsWith("_id"));
    const identity = table.replace("_revision", "");
    const own = table === "known_address" ? [] : [`${identity}_id`];
    const apart: Record<string, string> = { slug: "slug || v", match_key: "match_key || v" };
    const two = errorOf(client, async () => {
      await rows.version(2);
      await client.query(
        `WITH ids AS (${own.length === 0 ? "SELECT 1 AS a, 2 AS b" : `SELECT ${await twoIdentities(identity)}`})
         INSERT INTO ${table} (${[...own, "published_in", ...columns]})
         SELECT ${[...own.map(() => "CASE v WHEN 1 THEN a ELSE b END"), "v", ...columns.map((name) => apart[name] ?? name)]}
         FROM ${table}, ids, generate_series(1, 2) v`,
      );
    });
    expect(await two).toBe(REFUSED);
  });
});

/** Two new identities, as columns of a query. */
async function twoIdentities(identity: string): Promise<string> {
  const name = identity as "incident" | "actor" | "figure";
  return `${await rows.identity(name)} AS a, ${await rows.identity(name)} AS b`;
}

describe.each(PART_TABLES)("adding a row to %s", (table) => {
  const owner = table === "actor_source" ? "actor_revision" : "incident_revision";

  test("is done together with the revision that it belongs to", async () => {
    const together = errorOf(client, async () => {
      await rows.version(2);
      const revision_id = await rows.versioned(owner, { ...APART[owner], published_in: 2 });
      await rows.part(table, { revision_id });
    });
    expect(await together).toBeNull();
  });

  test("is refused for a revision that an older version published", async () => {
    const [published] = await column(`SELECT id FROM ${owner}`);
    const late = () => rows.part(table, { revision_id: published });
    expect(await errorOf(client, late)).toBe(REFUSED);
    const whilePublishing = errorOf(client, async () => {
      await rows.version(2);
      await late();
    });
    expect(await whilePublishing).toBe(REFUSED);
  });

  test("is refused for all rows of a statement where one belongs to an older revision", async () => {
    const columns = (await columnsOf([table]))
      .map(({ name }) => name)
      .filter((name) => name !== "id" && name !== "revision_id");
    const two = errorOf(client, async () => {
      await rows.version(2);
      await rows.versioned(owner, { ...APART[owner], published_in: 2 });
      await client.query(
        `INSERT INTO ${table} (revision_id, ${columns})
         SELECT o.id, ${columns.map((name) => (name === "preferred" ? "false" : `p.${name}`))}
         FROM ${owner} o, (SELECT * FROM ${table} LIMIT 1) p`,
      );
    });
    expect(await two).toBe(REFUSED);
  });
});
