import { lookupDatabase } from "@/lib/db/client";
import { migrationNames } from "@/lib/db/migration-files";

// What is asked of the database to know whether this program can work on it. Neither waits for long where it is a server.

/** Whether the database answers. @throws where it does not */
export async function canAskDatabase(): Promise<boolean> {
  await lookupDatabase().$queryRaw`SELECT 1`;
  return true;
}

let names: readonly string[] | null = null;

/** Whether all migrations that this program knows of have been applied. @throws where that cannot be asked */
export async function isMigrated(): Promise<boolean> {
  names ??= migrationNames();
  const [row] = await lookupDatabase().$queryRaw<{ applied: bigint }[]>`
    SELECT count(DISTINCT migration_name) AS applied FROM "_prisma_migrations"
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL AND migration_name = ANY(${names})`;
  return Number(row?.applied ?? 0) === names.length;
}
