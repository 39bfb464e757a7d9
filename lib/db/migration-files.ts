import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One folder of prisma/migrations. */
export interface Migration {
  /** The folder's name, which sorts by time. */
  name: string;
  file: string;
  script: string;
}

export const migrationsFolder = path.join(
  /* turbopackIgnore: true */ process.cwd(),
  "prisma",
  "migrations",
);

/** The migrations in a folder, in the order in which they are applied. */
export function readMigrations(folder: string): Migration[] {
  return migrationNames(folder)
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .map((found) => ({ ...found, script: readFileSync(found.file, "utf8") }));
}

/** Their names, in the order in which they are applied. */
export function migrationNames(folder = migrationsFolder): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The checksum that Prisma keeps of an applied migration: SHA-256 of the file, in hexadecimal. */
export function checksumOf(script: string): string {
  return createHash("sha256").update(script).digest("hex");
}

/** Whether a checksum is that of a script; Git may since have changed how its lines end. */
export function hasChecksum(script: string, checksum: string): boolean {
  const unix = script.replaceAll("\r\n", "\n");
  return [script, unix, unix.replaceAll("\n", "\r\n")].some(
    (version) => checksumOf(version) === checksum,
  );
}
