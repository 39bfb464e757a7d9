import type pg from "pg";
import { MigrationFailure } from "@/lib/db/migration-failure";
import { hasChecksum, type Migration } from "@/lib/db/migration-files";

/** A row of `_prisma_migrations`. */
export interface HistoryRow {
  id: string;
  migration_name: string;
  checksum: string;
  finished: boolean;
}

/**
 * The history of a database, oldest first, without what was rolled back; begun where there is none.
 * @throws {MigrationFailure} where the database belongs to something else
 */
export async function historyOf(client: pg.Client): Promise<HistoryRow[]> {
  const { rows } = await client.query<{ table: string | null; strangers: boolean }>(`
    SELECT to_regclass('_prisma_migrations')::text AS "table", EXISTS (
      SELECT FROM pg_class c
      WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        AND relkind IN ('r', 'p', 'v', 'm', 'f')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
    ) AS strangers`);
  if (rows[0]?.table === null) await beginHistory(client, rows[0].strangers);
  const history = await client.query<HistoryRow>(`
    SELECT id, migration_name, checksum, finished_at IS NOT NULL AS finished
    FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`);
  return history.rows;
}

async function beginHistory(client: pg.Client, strangers: boolean): Promise<void> {
  if (strangers) {
    throw new MigrationFailure(
      "this database holds tables of something else. Give Lossline an empty one of its own: CREATE DATABASE lossline;",
    );
  }
  await client.query(`
    CREATE TABLE "_prisma_migrations" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "checksum" varchar(64) NOT NULL,
      "finished_at" timestamptz,
      "migration_name" varchar(255) NOT NULL,
      "logs" text,
      "rolled_back_at" timestamptz,
      "started_at" timestamptz NOT NULL DEFAULT now(),
      "applied_steps_count" integer NOT NULL DEFAULT 0
    )`);
}

/** @throws {MigrationFailure} naming migrations that are not any more what was applied */
export function refuseEdited(history: HistoryRow[], migrations: Migration[]): void {
  const edited = migrations.filter(({ name, script }) =>
    history.some(
      (row) => row.finished && row.migration_name === name && !hasChecksum(script, row.checksum),
    ),
  );
  if (edited.length === 0) return;
  throw new MigrationFailure(
    `edited after having been applied to this database: ${edited.map(({ name }) => name).join(", ")}.\n` +
      "Bring back what was applied (git checkout -- prisma/migrations), and write what is to be different as a new migration.",
  );
}
