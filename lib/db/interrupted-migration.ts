import pg from "pg";
import { openEmbedded } from "@/lib/db/embedded";
import { failureOf, MigrationFailure } from "@/lib/db/migration-failure";
import type { Migration } from "@/lib/db/migration-files";
import type { HistoryRow } from "@/lib/db/migration-history";

// Earlier releases could leave a migration behind as begun and not finished. Whether it took effect
// is seen by what it makes and removes in a database that has the migrations before it.

/**
 * Settles a migration that was left begun: as finished where all of it is in the database, as rolled
 * back, and so to be applied again, where nothing is.
 * @throws {MigrationFailure} saying what to do, where it cannot be known
 */
export async function settleUnfinished(
  client: pg.Client,
  { id, migration_name: name }: HistoryRow,
  migrations: Migration[],
): Promise<void> {
  const state = await stateOf(client, name, migrations);
  if (state === "whole") {
    await client.query(
      `UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1, logs = NULL WHERE id = $1`,
      [id],
    );
  } else if (state === "nothing") {
    await client.query(
      `UPDATE "_prisma_migrations" SET rolled_back_at = clock_timestamp() WHERE id = $1`,
      [id],
    );
  } else {
    throw new MigrationFailure(
      `an earlier start was cut off in the migration ${name}, and ${state}.\n` +
        "Where nothing was entered yet, start on an empty database: move the data folder away, or drop the database and create it anew.\n" +
        "Otherwise bring back a backup from before that start, and start again.",
    );
  }
}

/** How much of a migration a database has; a sentence's end where that cannot be said. */
async function stateOf(
  client: pg.Client,
  name: string,
  migrations: Migration[],
): Promise<"whole" | "nothing" | string> {
  const index = migrations.findIndex((migration) => migration.name === name);
  if (index < 0) return "this release does not have it: start the release that does";
  const { made, removed } = await effectOf(migrations.slice(0, index + 1));
  const all = made.length + removed.length;
  if (all === 0) return "it cannot be seen whether it took effect, for it changes rows only";
  const there = await objectsIn(client);
  const done =
    made.filter((object) => there.has(object)).length +
    removed.filter((object) => !there.has(object)).length;
  if (done === all) return "whole";
  return done === 0 ? "nothing" : `${done} of its ${all} changes are in the database`;
}

/** What the last of some migrations makes and removes, seen on a scratch database. */
async function effectOf(migrations: Migration[]): Promise<{ made: string[]; removed: string[] }> {
  const scratch = await openEmbedded();
  const client = new pg.Client({ connectionString: scratch.url });
  try {
    await client.connect();
    let before = new Set<string>();
    for (const migration of migrations) {
      if (migration === migrations.at(-1)) before = await objectsIn(client);
      await client.query(migration.script).catch((error) => {
        throw failureOf(migration, error);
      });
    }
    const after = await objectsIn(client);
    return {
      made: [...after].filter((object) => !before.has(object)),
      removed: [...before].filter((object) => !after.has(object)),
    };
  } finally {
    await client.end();
    await scratch.close();
  }
}

/**
 * What a database is made of, a line each. Definitions that PostgreSQL writes differently from one
 * version to the next are left out; what it keeps as it was written is in.
 */
async function objectsIn(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ object: string }>(`
    WITH space AS (
      SELECT oid, nspname FROM pg_namespace
      WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
    ), relation AS (
      SELECT c.oid, nspname || '.' || relname AS name, relkind, reloptions
      FROM pg_class c JOIN space ON space.oid = relnamespace WHERE relname NOT LIKE '\\_prisma\\_migrations%'
    )
    SELECT 'schema ' || nspname AS object FROM space
    UNION ALL SELECT 'extension ' || extname FROM pg_extension
    UNION ALL SELECT concat_ws(' ', 'relation', name, relkind, reloptions::text) FROM relation
    UNION ALL SELECT concat_ws(' ', 'column', name, attname, format_type(atttypid, atttypmod), attnotnull, atthasdef)
      FROM pg_attribute JOIN relation ON relation.oid = attrelid
      WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm')
    UNION ALL SELECT concat_ws(' ', 'constraint', name, conname, contype, convalidated)
      FROM pg_constraint JOIN relation ON relation.oid = conrelid WHERE contype <> 'n'
    UNION ALL SELECT concat_ws(' ', 'trigger', name, tgname, tgenabled)
      FROM pg_trigger JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL SELECT concat_ws(' ', 'value', nspname, typname, enumlabel)
      FROM pg_enum JOIN pg_type t ON t.oid = enumtypid JOIN space ON space.oid = typnamespace
    UNION ALL SELECT concat_ws(' ', 'function', nspname, proname, pg_get_function_identity_arguments(p.oid), md5(prosrc))
      FROM pg_proc p JOIN space ON space.oid = pronamespace
      WHERE NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')`);
  return new Set(rows.map(({ object }) => object));
}
