import path from "node:path";
import pg from "pg";
import type { Migration } from "@/lib/db/migration-files";

/** Migrations that cannot go on, in words for whoever runs the program. */
export class MigrationFailure extends Error {}

/** What to tell of a migration that did not go through; of which, then, nothing was kept. */
export function failureOf(migration: Migration, error: unknown): MigrationFailure {
  const refused = error instanceof pg.DatabaseError;
  const lines = [
    error instanceof Error ? error.message : String(error),
    ...(refused ? detailsOf(migration, error) : []),
    "",
    `That is where the migration ${migration.name} stopped. Nothing of it was kept; those before it are in place.`,
    refused
      ? `Mend the cause, in the database or in ${path.relative("", migration.file)}, and start again: it goes on with this migration.`
      : "Start again: it goes on with this migration.",
  ];
  return new MigrationFailure(lines.join("\n"), { cause: error });
}

function detailsOf({ script }: Migration, error: pg.DatabaseError): string[] {
  const lines = [error.detail, error.hint, error.where].filter((line) => line !== undefined);
  if (error.position === undefined) return lines;
  const before = script.slice(0, Number(error.position) - 1).split("\n");
  const line = script.split("\n")[before.length - 1] ?? "";
  return [...lines, `Line ${before.length}: ${line.trim()}`];
}
