import { createHash } from "node:crypto";
import pg from "pg";
import {
  BackupFailure,
  type BackupHeader,
  copyLine,
  END_OF_ROWS,
  FIRST_LINE,
  rowLine,
  setvalLine,
  WholeDigest,
} from "@/lib/db/backup/backup-form";
import { type CataloguedTable, countRows, sequencesIn, tablesIn } from "@/lib/db/backup/catalogue";
import { MIGRATIONS_LOCK } from "@/lib/db/migrate";

/** Told how many rows of all are done. */
export type OnProgress = (table: string, done: number, all: number) => void;

/** Fetches have about so many bytes, however long rows are. */
const FETCH_BYTES = 2_000_000;
const MOST_ROWS = 5_000;

/**
 * Everything in a database as the text of a backup, piece by piece: as it is at one moment, whatever is published
 * meanwhile. Nothing is written to it.
 * @throws {BackupFailure} where it is none of ours, or is being migrated
 */
export async function* backupText(
  url: string,
  program: string,
  onProgress: OnProgress = () => {},
): AsyncGenerator<string> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // what is asked of it next is told
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await setFormats(client);
    const header = await headerOf(client, program);
    yield `${FIRST_LINE}\n-- ${JSON.stringify(header)}\n`;
    const whole = new WholeDigest(header.migrations);
    yield* contentsOf(client, header, whole, onProgress);
    yield `-- ${JSON.stringify({ digest: whole.hex() })}\n`;
    await client.query("COMMIT");
  } finally {
    await client.end(); // and with it a transaction that was left
  }
}

/** The digest of what a transaction sees. */
export async function digestOf(
  client: pg.ClientBase,
  header: Pick<BackupHeader, "migrations" | "tables">,
  onProgress: OnProgress = () => {},
): Promise<string> {
  const whole = new WholeDigest(header.migrations);
  const texts = contentsOf(client, header, whole, onProgress);
  while ((await texts.next()).done !== true);
  return whole.hex();
}

/** Has the rest of a transaction write values the same way on every server, and wait for as long as it takes. */
export async function setFormats(client: pg.ClientBase): Promise<void> {
  await client.query(`
    SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'postgres';
    SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL jit = off;
    SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`);
}

async function headerOf(client: pg.ClientBase, program: string): Promise<BackupHeader> {
  const { rows } = await client.query<{ free: boolean; ours: boolean; version: string; at: Date }>(`
    SELECT pg_try_advisory_xact_lock_shared(${MIGRATIONS_LOCK}) AS free, now() AS at,
      to_regclass('public._prisma_migrations') IS NOT NULL AND to_regclass('public.dataset_version') IS NOT NULL AS ours,
      'PostgreSQL ' || current_setting('server_version') AS version`);
  const [state] = rows;
  if (!state?.free)
    throw new BackupFailure(
      "another program is applying migrations to it, or restores into it. Try again when that has ended.",
    );
  if (!state.ours)
    throw new BackupFailure("there is no record in it: Lossline has never been started on it.");
  const tables = await countRows(client, await tablesIn(client));
  const newest = await client.query<{ number: number | null }>(
    "SELECT max(number) AS number FROM public.dataset_version",
  );
  return {
    program,
    made: state.at.toISOString(),
    database: state.version,
    newestVersion: newest.rows[0]?.number ?? null,
    migrations: await migrationsOf(client),
    tables,
  };
}

async function migrationsOf(client: pg.ClientBase): Promise<BackupHeader["migrations"]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`);
  const unfinished = rows.find(({ finished }) => !finished);
  if (unfinished !== undefined)
    throw new BackupFailure(
      `its migration ${unfinished.name} was begun and never finished. Start Lossline on it once (npm start), which mends that or says what to do.`,
    );
  return rows.map(({ name, checksum }) => ({ name, checksum }));
}

async function* contentsOf(
  client: pg.ClientBase,
  header: Pick<BackupHeader, "tables">,
  whole: WholeDigest,
  onProgress: OnProgress,
): AsyncGenerator<string> {
  const all = header.tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const table of await tablesIn(client)) {
    const first = `${copyLine(
      table.name,
      table.columns.map(({ name }) => name),
    )}\n`;
    const hash = createHash("sha256").update(first);
    yield first;
    for await (const lines of rowsOf(client, table)) {
      const text = `${lines.join("\n")}\n`;
      hash.update(text);
      yield text;
      done += lines.length;
      onProgress(table.name, done, all);
    }
    const sha256 = hash.digest("hex");
    whole.addTable(table.name, sha256);
    yield `${END_OF_ROWS}\n-- ${JSON.stringify({ sha256 })}\n`;
  }
  for (const state of await sequencesIn(client)) {
    whole.addSequence(state);
    yield `${setvalLine(state)}\n`;
  }
}

const asWritten = { getTypeParser: () => (text: string) => text };

async function* rowsOf(
  client: pg.ClientBase,
  { name, columns, order }: CataloguedTable,
): AsyncGenerator<string[]> {
  const list = columns.map((column) => `"${column.name.replaceAll('"', '""')}"`).join(", ");
  await client.query(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT ${list} FROM ${name} ORDER BY ${order}`,
  );
  for (let count = 100, more = true; more; ) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${count} FROM backup`,
      rowMode: "array",
      types: asWritten as unknown as pg.CustomTypesConfig,
    });
    more = rows.length === count;
    const lines = rows.map(rowLine);
    if (lines.length > 0) yield lines;
    const bytes = lines.reduce((sum, line) => sum + line.length, 1);
    count = Math.max(1, Math.min(MOST_ROWS, 4 * count, Math.round((count * FETCH_BYTES) / bytes)));
  }
  await client.query("CLOSE backup");
}
