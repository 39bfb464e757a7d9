import { basename } from "node:path";
import type { Database } from "@/lib/db/client";
import { type Published, publish } from "@/lib/record/publish-command";
import { newestVersion } from "@/lib/record/version-queries";
import { readDatasetFile, readDatasetFolder } from "@/lib/seed/dataset";

/**
 * Publishes the starting dataset as version 1 where the record is empty; null where it is not.
 * @throws {DatasetError} where a file is malformed; the database is then as it was
 */
export async function seedIfEmpty(db: Database, folder: string): Promise<Published | null> {
  if ((await newestVersion(db)) !== null) return null;
  return publish(db, await readDatasetFolder(folder), "Starting dataset");
}

/**
 * Publishes a file's records as the next version: new ones are added, ones that differ are revised.
 * @throws {DatasetError} where the file is malformed; the database is then as it was
 */
export async function seedFile(db: Database, path: string): Promise<Published> {
  return publish(db, await readDatasetFile(path), `Loaded from ${basename(path)}`);
}
