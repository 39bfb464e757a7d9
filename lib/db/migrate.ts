import { randomUUID } from "node:crypto";
import pg from "pg";
import { failureOf, MigrationFailure } from "@/lib/db/migration-failure";
import {
  checksumOf,
  type Migration,
  migrationsFolder,
  readMigrations,
} from "@/lib/db/migration-files";
import { historyOf, refuseEdited } from "@/lib/db/migration-history";

// Applies prisma/migrations and keeps their history in Prisma's own table, in Prisma's format. Prisma's
// engine would note the beginning of a migration, its script and its end in three transactions, and
// a program killed between them left a database that it refused from then on. Here a migration and
// its row are one transaction: there is no state in between.

/** What Prisma's engine locks too, for a whole session: an earlier release keeps us waiting. */
export const MIGRATIONS_LOCK = 72707369;

/**
 * Brings a database up to the newest migration. Cut off at any moment, it is taken up again the next
 * time; of several programs that do so at once, one applies a migration and the others wait.
 * @param lockWait milliseconds to wait for another program that applies one
 * @returns the names of the migrations that were applied just now, oldest first
 * @throws {MigrationFailure} saying what to do, where a migration fails or the history does not fit
 */
export async function applyMigrations(
  databaseUrl: string,
  folder = migrationsFolder,
  lockWait = 60_000,
): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => {}); // what is asked of it next is told
  await client.connect();
  try {
    const applied: string[] = [];
    for (let more = true; more; ) {
      await beginMigrating(client, lockWait);
      const done = await advance(client, migrations);
      await client.query("COMMIT");
      if (done !== null && "applied" in done) applied.push(done.applied);
      more = done !== null;
    }
    return applied;
  } finally {
    await client.end(); // and with it a transaction that failed
  }
}

/** Opens a transaction that no other of these runs beside; it sees what those before it did. */
export async function beginMigrating(client: pg.Client, lockWait: number): Promise<void> {
  await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
  await client.query(`SET LOCAL lock_timeout = ${lockWait}`);
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${MIGRATIONS_LOCK})`);
  } catch (error) {
    const waitedInVain = error instanceof pg.DatabaseError && error.code === "55P03";
    throw waitedInVain ? await lockedOut(client) : error;
  }
  await client.query("SET LOCAL lock_timeout TO DEFAULT");
}

async function lockedOut(client: pg.Client): Promise<MigrationFailure> {
  await client.query("ROLLBACK");
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database AND datname = current_database()
     WHERE locktype = 'advisory' AND objid = ${MIGRATIONS_LOCK} AND granted`,
  );
  const pid = rows[0]?.pid;
  return new MigrationFailure(
    "another program is applying migrations to this database. Start again when it has ended.\n" +
      "Where none is running, one that was stopped left its lock behind with a connection pooler" +
      (pid === undefined ? "." : `:\nSELECT pg_terminate_backend(${pid}); takes it away.`),
  );
}

/** Does one thing that remains to be done; null where nothing does. */
async function advance(
  client: pg.Client,
  migrations: Migration[],
): Promise<{ applied: string } | { settled: string } | null> {
  const history = await historyOf(client);
  refuseEdited(history, migrations);
  const unfinished = history.find(({ finished }) => !finished);
  if (unfinished !== undefined) {
    // Only now: it opens a database of its own, which a start has no use for otherwise.
    const { settleUnfinished } = await import("@/lib/db/interrupted-migration");
    await settleUnfinished(client, unfinished, migrations);
    return { settled: unfinished.migration_name };
  }
  const known = new Set(history.map((row) => row.migration_name));
  const pending = migrations.find(({ name }) => !known.has(name));
  if (pending === undefined) return null;
  await applyMigration(client, pending);
  return { applied: pending.name };
}

/** Applies one migration in the transaction that is open, and notes it. @throws {MigrationFailure} */
export async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  const started = await client.query<{ at: Date; transaction: string }>(
    "SELECT clock_timestamp() AS at, txid_current() AS transaction",
  );
  try {
    await client.query(migration.script);
    await client.query("SET CONSTRAINTS ALL IMMEDIATE"); // refused here, not by the COMMIT
  } catch (error) {
    throw failureOf(migration, error);
  }
  const { rowCount } = await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     SELECT $1, $2, $3, $4, clock_timestamp(), 1 WHERE txid_current()::text = $5`,
    [
      randomUUID(),
      checksumOf(migration.script),
      migration.name,
      started.rows[0]?.at,
      started.rows[0]?.transaction,
    ],
  );
  if (rowCount === 1) return;
  throw new MigrationFailure(
    `${migration.name} ends the transaction that it runs in. Take COMMIT and ROLLBACK out of it: a migration is kept whole or not at all.`,
  );
}
