import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { identifyBySlug } from "@/lib/record/publishing/identify-queries";
import { recordsOf } from "@/lib/record/publishing/publication";
import { publishVersion } from "@/lib/record/publishing/publish-command";
import { connectTo, errorOf } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";
import { publicationOfEverything } from "@/testing/records";
import {
  type IdentityTable,
  identityOf,
  ownerOf,
  PART_TABLES,
  Rows,
  VERSIONED_TABLES,
  type VersionedTable,
} from "@/testing/rows";

const REFUSED = "record_append_only";

let client: pg.Client;
let rows: Rows;
let tables: string[];
beforeAll(async () => {
  const { db, url } = await testDatabase();
  await db.$transaction(async (transaction) => {
    const records = await identifyBySlug(transaction, recordsOf(publicationOfEverything()));
    const credit = { note: "One row for every table", enteredBy: null, reviewedBy: null };
    await publishVersion(transaction, credit, records, {
      publishers: [
        { publisher: "Example", slug: "example", kind: "press", rules: [], incidentLists: [] },
      ],
      vintages: [],
      comparisons: [],
    });
    // A text can be withheld only by the transaction that publishes a version for it.
    await transaction.$executeRaw`
      INSERT INTO withholding (published_in, ordered_by, reason, places) VALUES (1, 'A court', 'An order', 0)`;
    await transaction.$executeRaw`
      INSERT INTO withholding_digest (withholding_id, digest) SELECT id, repeat('a', 64) FROM withholding`;
    // The log has one only above 256 leaves.
    await transaction.$executeRaw`
      INSERT INTO log_node (level, node_index, hash) VALUES (1, 0, decode(repeat('a', 64), 'hex'))`;
  });
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
    expect(tables).toHaveLength(32);
    for (const table of tables) {
      expect([table, ...(await column(`SELECT count(*) > 0 FROM ${table}`))]).toEqual([
        table,
        true,
      ]);
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
    expect(statements.length).toBeGreaterThan(170);
    expect(await errors(statements, errorAlone)).toEqual(allRejected(statements));
    expect(await errors(statements, errorWhilePublishing)).toEqual(allRejected(statements));
  });

  test("refuses a change by way of an insert that meets a row", async () => {
    const statements = tables
      .filter((table) => table !== "dataset_version")
      .map(
        (table) =>
          `INSERT INTO ${table} SELECT * FROM ${table} ON CONFLICT (${keyOf(table)})
            DO UPDATE SET (${keyOf(table)}) = ROW (${keyOf(table)
              .split(", ")
              .map((name) => `${table}.${name}`)})`,
      );
    expect(await errors(statements, errorAlone)).toEqual(allRejected(statements));
    expect(await errors(statements, errorWhilePublishing)).toEqual(allRejected(statements));
    const version = `INSERT INTO dataset_version (number, note) SELECT number, note FROM dataset_version
      ON CONFLICT (number) DO UPDATE SET note = 'Rewritten'`;
    expect(await errorAlone(version)).toBe("dataset_version_without_gaps");
  });

  test("refuses a change by way of a merge", async () => {
    const statement = `MERGE INTO incident_revision i USING dataset_version v ON i.published_in = v.number
      WHEN MATCHED THEN UPDATE SET name = 'Rewritten'`;
    expect(await errorAlone(statement)).toBe(REFUSED);
    expect(await errorWhilePublishing(statement)).toBe(REFUSED);
  });
});

/** The columns of a table's primary key. */
function keyOf(table: string): string {
  const keys: Record<string, string> = {
    log_leaf: "leaf_index",
    log_node: "level, node_index",
    log_checkpoint: "version",
  };
  return keys[table] ?? "id";
}

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
  jsonb: (name) => `${name} || '{"x": 1}'`,
  text: (name) => `coalesce(${name}, '') || 'x'`,
  boolean: (name) => `NOT ${name}`,
  date: (name) => `${name} - 1`,
  numeric: (name) => `coalesce(${name}, 0) + 1`,
  ARRAY: (name) => `array_append(${name}, 'x')`,
  date_precision: () => "'month'",
  actor_kind: () => "'state'",
  figure_qualifier: () => "'exact'",
  confidence: () => "'confirmed'",
  address_role: () => "'victim'",
  transaction_role: () => "'other'",
  source_kind: () => "'social'",
  bytea: (name) => `sha256(${name})`,
  xid8: () => "'5'",
  "timestamp with time zone": (name) => `${name} + interval '1 day'`,
};

function anotherValue(name: string, type: string): string {
  const another = ANOTHER[type];
  if (another === undefined) throw new Error(`no other value for the type ${type} of ${name}`);
  return another(name);
}

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
    expect(columns.length).toBeGreaterThan(identityOf(table) === null ? 6 : 7);
    const statements = columns.map(
      ({ name, type }) =>
        `UPDATE ${table} SET superseded_in = 2, ${name} = ${anotherValue(name, type)}`,
    );
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

/** The tables whose rows hold a key by which the spellings of one account, transaction or page meet. */
const KEYED_TABLES = [
  "address",
  "incident_source",
  "incident_transaction",
  "known_address",
] as const;

describe("a key made anew", () => {
  test("is one of these tables' rows", async () => {
    const keyed = await column(`
      SELECT table_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'match_key' ORDER BY 1`);
    expect(keyed).toEqual([...KEYED_TABLES]);
  });

  test.each(KEYED_TABLES)("is the one change that %s takes, whenever", async (table) => {
    const anew = `UPDATE ${table} SET match_key = match_key || 'x'`;
    expect(await errorAlone(anew)).toBeNull();
    expect(await errorWhilePublishing(anew)).toBeNull();
    // Of a closed row too.
    const closed = async () => {
      await rows.version(2);
      await client.query("UPDATE known_address SET superseded_in = 2");
      await client.query(anew);
    };
    expect(await errorOf(client, closed)).toBeNull();
  });

  test.each(KEYED_TABLES)("changes nothing else of a row of %s", async (table) => {
    const columns = (await columnsOf([table])).filter(({ name }) => name !== "match_key");
    expect(columns.length).toBeGreaterThan(5);
    const statements = columns.flatMap(({ name, type }) => {
      const another = `${name} = ${anotherValue(name, type)}`;
      return [
        `UPDATE ${table} SET ${another}`,
        `UPDATE ${table} SET match_key = match_key || 'x', ${another}`,
      ];
    });
    expect(await errors(statements, errorAlone)).toEqual(allRejected(statements));
    expect(await errors(statements, errorWhilePublishing)).toEqual(allRejected(statements));
  });

  test("does not open a row that is closed, nor close one", async () => {
    const statement = "UPDATE known_address SET match_key = 'x', superseded_in = NULL";
    const reopening = errorOf(client, async () => {
      await rows.version(2);
      await client.query("UPDATE known_address SET superseded_in = 2");
      await client.query(statement);
    });
    expect(await reopening).toBe(REFUSED);
    const closing = "UPDATE known_address SET match_key = 'x', superseded_in = 2";
    expect(await errorAlone(closing)).toBe(REFUSED);
    expect(await errorWhilePublishing(closing)).toBe(REFUSED);
  });
});

/** What keeps two versions' rows of one table from clashing, so that only the guard can refuse. */
const APART = {
  incident_revision: { slug: "another" },
  actor_revision: { slug: "another" },
  figure_revision: {},
  target_revision: { slug: "another" },
  coverage_revision: { revision: 2 },
  publisher_fact: { key: "another" },
  known_address: { match_key: "evm:0xanother" },
} as const;

/** There is one coverage at a time: before a version says another, it closes the one that stands. */
async function beginVersion(number: number, table: VersionedTable): Promise<void> {
  await rows.version(number);
  if (table === "coverage_revision")
    await client.query(`UPDATE ${table} SET superseded_in = ${number} WHERE superseded_in IS NULL`);
}

describe.each(VERSIONED_TABLES)("adding a row to %s", (table) => {
  const add = (published_in: number, more = {}) =>
    rows.versioned(table, { ...APART[table], published_in, ...more });

  test("is done within its version's publication", async () => {
    const publishing = errorOf(client, async () => {
      await beginVersion(2, table);
      await add(2);
    });
    expect(await publishing).toBeNull();
  });

  test("is refused once its version is published", async () => {
    // A second coverage beside the one that stands is refused before anything else is looked at.
    const refused = table === "coverage_revision" ? "coverage_one_current_revision" : REFUSED;
    expect(await errorOf(client, () => add(1))).toBe(refused);
  });

  test("is refused in an older version while a newer one is published", async () => {
    const late = errorOf(client, async () => {
      await beginVersion(2, table);
      await add(1);
    });
    expect(await late).toBe(REFUSED);
  });

  test("is refused in the first of two versions that one transaction publishes, once it has begun the second", async () => {
    const late = errorOf(client, async () => {
      await rows.version(2);
      await beginVersion(3, table);
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
    const identity = identityOf(table);
    const own = identity === null ? [] : [`${identity}_id`];
    const apart: Record<string, string> =
      identity === null
        ? {
            revision: "revision + v",
            superseded_in: "CASE v WHEN 1 THEN 2 END",
            key: "key || v",
          }
        : { slug: "slug || v", match_key: "match_key || v" };
    const two = errorOf(client, async () => {
      await beginVersion(2, table);
      await client.query(
        `WITH ids AS (${identity === null ? "SELECT 1 AS a, 2 AS b" : `SELECT ${await twoIdentities(identity)}`})
         INSERT INTO ${table} (${[...own, "published_in", ...columns]})
         SELECT ${[...own.map(() => "CASE v WHEN 1 THEN a ELSE b END"), "v", ...columns.map((name) => apart[name] ?? name)]}
         FROM ${table}, ids, generate_series(1, 2) v`,
      );
    });
    expect(await two).toBe(REFUSED);
  });
});

/** Two new identities, as columns of a query. */
async function twoIdentities(identity: IdentityTable): Promise<string> {
  return `${await rows.identity(identity)} AS a, ${await rows.identity(identity)} AS b`;
}

describe.each(PART_TABLES)("adding a row to %s", (table) => {
  const owner = ownerOf(table);

  test("is done together with the revision that it belongs to", async () => {
    const together = errorOf(client, async () => {
      await beginVersion(2, owner);
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
      await beginVersion(2, owner);
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
