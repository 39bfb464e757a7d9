import { openAsBlob } from "node:fs";
import pg from "pg";
import { openEmbedded } from "@/lib/db/embedded";
import { databaseUrl, runOnServer } from "@/testing/server";
import type { Template } from "@/testing/template";

/** A database that one test after another uses: emptying one takes a fraction of making one. */
export type TestCopy = {
  url: string;
  /** Makes it as it was at first. @returns false where it cannot be, and has to be dropped */
  empty(): Promise<boolean>;
  drop(): Promise<void>;
};

let count = 0;

/** Copies the migrated, empty template. */
export async function makeCopy(template: Template): Promise<TestCopy> {
  const { url, drop } =
    template.kind === "embedded"
      ? await embeddedCopy(await openAsBlob(template.file))
      : await serverCopy(template.url, template.database, template.database);
  const atFirst = await withClient(url, catalogOf);
  return { url, drop, empty: () => withClient(url, (client) => emptied(client, atFirst)) };
}

/** A database without a table in it: what migrations make of it is not undone, so it is used once. */
export function makeEmpty(template: Template): Promise<Place> {
  return template.kind === "embedded"
    ? embeddedCopy()
    : serverCopy(template.url, "template0", template.database);
}

type Place = { url: string; drop: () => Promise<void> };

async function embeddedCopy(dump?: Blob): Promise<Place> {
  const embedded = await openEmbedded(dump === undefined ? {} : { dump });
  return { url: embedded.url, drop: () => embedded.close() };
}

/** @param family what its name begins with: the end of the migrated template takes all of its family with it */
async function serverCopy(serverUrl: string, template: string, family: string): Promise<Place> {
  const name = `${family}_${process.pid}_${count++}`;
  await runOnServer(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => runOnServer(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}

async function emptied(client: pg.Client, atFirst: string | null): Promise<boolean> {
  await client.query(TURN_OTHERS_OUT);
  // Whoever asks PGlite shares one session: what a test set there would outlast it.
  await client.query("DISCARD ALL");
  if (atFirst === null || (await catalogOf(client)) !== atFirst) return false;
  await client.query(EMPTY);
  return true;
}

/**
 * What of the database emptying its tables does not bring back: a test may create, alter and migrate.
 * Null where we may not empty it: a role that is no superuser cannot pass by the triggers of the
 * append-only tables.
 */
async function catalogOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ superuser: boolean; catalog: string }>(`
    SELECT current_setting('is_superuser') = 'on' AS superuser, concat_ws(' ',
      (SELECT concat(count(*), '/', max(oid), '/', sum(relnatts), '/', sum(relchecks)) FROM pg_class),
      (SELECT concat(count(*), '/', max(oid)) FROM pg_constraint),
      (SELECT concat(count(*), '/', max(oid), '/', string_agg(tgenabled::text, '' ORDER BY oid))
        FROM pg_trigger),
      (SELECT concat(count(*), '/', max(oid), '/', sum(hashtext(prosrc))) FROM pg_proc),
      (SELECT concat(count(*), '/', max(oid)) FROM pg_type),
      (SELECT md5(string_agg(m::text, '' ORDER BY id)) FROM public._prisma_migrations m)) AS catalog`);
  const [row] = rows;
  return row?.superuser ? row.catalog : null;
}

/** A test that failed may have left a transaction open. (On PGlite nobody else has a session.) */
const TURN_OTHERS_OUT = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;

/** Only what was written to: truncating all tables takes several times as long. */
const EMPTY = `DO $$
DECLARE
  name text;
  written boolean;
  tables text[] := '{}';
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN
    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname IN ('public', 'desk') AND tablename <> '_prisma_migrations'
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', name) INTO written;
    IF written THEN tables := tables || name; END IF;
  END LOOP;
  IF tables <> '{}' THEN
    EXECUTE format('TRUNCATE %s CASCADE', array_to_string(tables, ', '));
  END IF;
  FOR name IN
    SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences WHERE last_value IS NOT NULL
  LOOP
    EXECUTE format('ALTER SEQUENCE %s RESTART', name);
  END LOOP;
END $$`;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
