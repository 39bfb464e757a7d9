import pg from "pg";
import {
  BackupFailure,
  type BackupHeader,
  quoted,
  rowValues,
  type SequenceState,
} from "@/lib/db/backup/backup-form";
import {
  countRows,
  foreignKeysIn,
  sequencesIn,
  silencedTriggersIn,
  tablesIn,
} from "@/lib/db/backup/catalogue";
import type { BackupPiece } from "@/lib/db/backup/read-backup";
import { digestOf, type OnProgress, setFormats } from "@/lib/db/backup/read-database";
import { applyMigration, beginMigrating } from "@/lib/db/migrate";
import {
  hasChecksum,
  type Migration,
  migrationsFolder,
  readMigrations,
} from "@/lib/db/migration-files";
import { historyOf } from "@/lib/db/migration-history";

interface RestoreOptions {
  /** Takes away what the database holds, in the same transaction. */
  replace?: boolean;
  onProgress?: OnProgress;
  /** Told when all rows are written and the database is read back. */
  onCheck?: () => void;
  /** Where this program's migrations are. */
  folder?: string;
  /** How many milliseconds to wait for another program that migrates or restores. */
  lockWait?: number;
}

interface Restored {
  digest: string;
  rows: number;
  header: BackupHeader;
  /** Whether the database held the very same before, and was left as it was. */
  wasThere: boolean;
}

/**
 * Writes a backup into a database, in one transaction: all of it or nothing, however it ends. The tables are made by the
 * migrations that the backup had, and are filled while nobody else sees them (docs/decisions/0028). It is read back and
 * its digest compared before it is kept.
 * @throws {BackupFailure} where the backup is damaged, is of a newer program, or the database is not free for it
 * @throws {MigrationFailure} where the database is another program's, or a migration cannot be applied
 */
export async function restoreInto(
  url: string,
  pieces: AsyncIterable<BackupPiece>,
  options: RestoreOptions = {},
): Promise<Restored> {
  const { replace = false, folder = migrationsFolder, lockWait = 60_000 } = options;
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // what is asked of it next is told
  await client.connect();
  const source = pieces[Symbol.asyncIterator]();
  try {
    const first = await source.next();
    if (first.done === true || first.value.kind !== "header")
      throw new BackupFailure("it has no header.");
    const { header } = first.value;
    const migrations = migrationsOf(header, readMigrations(folder));
    await beginMigrating(client, lockWait);
    await client.query(`SET LOCAL lock_timeout = ${lockWait}`);
    await setFormats(client);
    const held = await heldBy(client, folder);
    if (held.rows > 0 && !replace) {
      const same = await isSame(client, header, held, source);
      if (same !== null) return { ...same, header, wasThere: true };
      throw new BackupFailure(refusal(held.versions));
    }
    if (held.rows > 0) await refuseOthers(client);
    await clear(client);
    await historyOf(client);
    for (const migration of migrations) await applyMigration(client, migration);
    const written = await fill(client, header, source, options);
    options.onCheck?.();
    const found = await digestOf(client, header);
    if (found !== written.digest)
      throw new BackupFailure(
        `what was written reads back otherwise (digest ${found} in place of ${written.digest}). Nothing was kept.`,
      );
    await client.query("COMMIT");
    return { ...written, header, wasThere: false };
  } finally {
    await client.end(); // and with it a transaction that failed
    await source.return?.();
  }
}

/**
 * Which of this program's migrations made the database that a backup is of.
 * @throws {BackupFailure} where it does not have one of them: the backup is newer than the program
 */
function migrationsOf(header: BackupHeader, known: Migration[]): Migration[] {
  return header.migrations.map(({ name, checksum }) => {
    const migration = known.find((candidate) => candidate.name === name);
    if (migration === undefined)
      throw new BackupFailure(
        `it is of a newer release than this one, which does not know the migration ${name}. Use the release that made it (${header.program}), or a later one.`,
      );
    if (!hasChecksum(migration.script, checksum))
      throw new BackupFailure(
        `the migration ${name} was another when this backup was made. Use the release that made it (${header.program}), or bring back that migration (git checkout -- prisma/migrations).`,
      );
    return migration;
  });
}

interface Held {
  /** In all tables, without the history of migrations. */
  rows: number;
  counts: { name: string; rows: number }[];
  /** The newest version; null where the tables are not those of a record. */
  versions: number | null;
  migrations: string[];
}

/** What a database holds. @throws where it is something else's */
async function heldBy(client: pg.Client, folder: string): Promise<Held> {
  const history = await historyOf(client);
  const oldest = readMigrations(folder)[0]?.name;
  if (history.length > 0 && !history.some((row) => row.migration_name === oldest))
    throw new BackupFailure("the database belongs to another program. Give it one of its own.");
  const counts = await countRows(client, await tablesIn(client));
  const hasVersions = counts.some(({ name }) => name === '"public"."dataset_version"');
  const newest = hasVersions
    ? await client.query<{ number: number | null }>(
        "SELECT max(number) AS number FROM public.dataset_version",
      )
    : null;
  return {
    rows: counts.reduce((sum, { rows }) => sum + rows, 0),
    counts,
    versions: newest?.rows[0]?.number ?? null,
    migrations: history.map((row) => row.migration_name),
  };
}

function refusal(versions: number | null): string {
  const what = versions === null ? "entries" : `a record, up to version ${versions}`;
  return (
    `the database already holds ${what}, and other than what is brought. Nothing was changed.\n` +
    "Give it an empty database: another folder, or CREATE DATABASE another_name;"
  );
}

/** Whether a database that holds something holds just what is brought; null where it does not. */
async function isSame(
  client: pg.Client,
  header: BackupHeader,
  held: Held,
  source: AsyncIterator<BackupPiece>,
): Promise<{ digest: string; rows: number } | null> {
  const counts = new Map(held.counts.map(({ name, rows }) => [name, rows]));
  const isAlike =
    header.tables.length === counts.size &&
    header.tables.every(({ name, rows }) => counts.get(name) === rows) &&
    header.migrations.map(({ name }) => name).join() === [...held.migrations].sort().join();
  if (!isAlike) return null;
  const found = await digestOf(client, header);
  for (let piece = await source.next(); piece.done !== true; piece = await source.next()) {
    const { value } = piece;
    if (value.kind === "end")
      return value.digest === found ? { digest: value.digest, rows: value.rows } : null;
  }
  return null;
}

/** Programs that run on the database would go on showing what they remember of it. */
async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: string }>(`
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`);
  const count = Number(rows[0]?.count);
  if (count > 0)
    throw new BackupFailure(
      `others use the database that is to be replaced: ${count} connection${count === 1 ? "" : "s"}. Stop the programs that run on it first, and a pooler in front of it.`,
    );
}

const MOST_ROWS = 5_000;

/**
 * Fills the tables, which are empty. Their triggers have seen to it that rows come in one version after the other, and
 * would have every version published anew: they are off for this transaction, which alone can see the tables until it
 * ends with all of them on again. Foreign keys are made anew afterwards, which checks them for all rows at once.
 */
async function fill(
  client: pg.Client,
  header: BackupHeader,
  source: AsyncIterator<BackupPiece>,
  { onProgress = () => {} }: RestoreOptions,
): Promise<{ digest: string; rows: number }> {
  const tables = new Map((await tablesIn(client)).map((table) => [table.name, table]));
  const keys = await foreignKeysIn(client);
  const silenced = await silencedTriggersIn(client);
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const name of tables.keys()) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  const all = header.tables.reduce((sum, { rows }) => sum + rows, 0);
  const sequences: SequenceState[] = [];
  let end: { digest: string; rows: number } | null = null;
  for (let piece = await source.next(); piece.done !== true; piece = await source.next()) {
    const { value } = piece;
    if (value.kind === "rows") {
      const table = tables.get(value.table);
      if (table === undefined)
        throw new BackupFailure(`it has a table ${value.table}, which its migrations do not make.`);
      const types = value.columns.map((name) => {
        const column = table.columns.find((candidate) => candidate.name === name);
        if (column === undefined)
          throw new BackupFailure(
            `it has a column ${name} of ${value.table}, which its migrations do not make.`,
          );
        return column.type;
      });
      for (let from = 0; from < value.lines.length; from += MOST_ROWS)
        await insert(client, value, types, value.lines.slice(from, from + MOST_ROWS));
      onProgress(value.table, value.done, all);
    } else if (value.kind === "sequence") sequences.push(value.state);
    else if (value.kind === "end") end = { digest: value.digest, rows: value.rows };
  }
  if (end === null) throw new BackupFailure("it has no end.");
  const known = new Set((await sequencesIn(client)).map(({ name }) => name));
  for (const { name, value, isCalled } of sequences) {
    if (!known.has(name))
      throw new BackupFailure(`it has a sequence ${name}, which its migrations do not make.`);
    await client.query("SELECT setval($1::text::regclass, $2::text::bigint, $3)", [
      name,
      value,
      isCalled,
    ]);
  }
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const name of tables.keys()) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  const off = await silencedTriggersIn(client);
  if (off.join() !== silenced.join()) throw new Error(`Triggers are off: ${off.join(", ")}`);
  return end;
}

async function insert(
  client: pg.Client,
  { table, columns }: { table: string; columns: string[] },
  types: string[],
  lines: string[],
): Promise<void> {
  const values: (string | null)[][] = columns.map(() => []);
  for (const line of lines) {
    const row = rowValues(line);
    if (row.length !== columns.length)
      throw new BackupFailure(`it is altered: a row of ${table} has ${row.length} values.`);
    for (const [index, value] of row.entries()) values[index]?.push(value);
  }
  const list = columns.map(quoted).join(", ");
  if (columns.length === 0) throw new BackupFailure(`it has no columns of ${table}.`);
  await client.query(
    `INSERT INTO ${table} (${list})
     SELECT ${types.map((type, index) => `v${index}::${type}`).join(", ")}
     FROM unnest(${types.map((_, index) => `$${index + 1}::text[]`).join(", ")}) AS given(${types.map((_, index) => `v${index}`).join(", ")})`,
    values,
  );
}

/**
 * Takes away everything in the schemas but what extensions own, and the history of migrations with it; so it is only
 * ever asked for where nothing is lost, or where a person has said so.
 */
async function clear(client: pg.ClientBase): Promise<void> {
  await client.query(`DO $$
  DECLARE
    statement text;
  BEGIN
    DROP SCHEMA IF EXISTS desk CASCADE;
    FOR statement IN
      SELECT format('DROP TABLE IF EXISTS %s CASCADE', c.oid::regclass) FROM pg_class c
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
    LOOP EXECUTE statement; END LOOP;
    FOR statement IN
      SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure) FROM pg_proc p
      WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
    LOOP EXECUTE statement; END LOOP;
    FOR statement IN
      SELECT format('DROP TYPE IF EXISTS %s CASCADE', t.oid::regtype) FROM pg_type t
      WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')
    LOOP EXECUTE statement; END LOOP;
  END $$`);
}
