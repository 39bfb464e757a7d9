import { basename } from "node:path";

import type { Database } from "@/lib/db/client";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import type { Publication } from "@/lib/record/publishing/publication";
import { type Published, publish } from "@/lib/record/publishing/publish-command";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { DatasetError, readDatasetFile, readDatasetFolder } from "@/lib/seed/dataset";
import { STARTING_NOTE } from "@/lib/seed/renewal-queries";

/**
 * Publishes the starting dataset as version 1 where the record is empty; null where it is not.
 * @throws {DatasetError} where a file is malformed; the database is then as it was
 */
export async function seedIfEmpty(db: Database, folder: string): Promise<Published | null> {
  if ((await newestVersion(db)) !== null) return null;
  return publishMany(db, await readDatasetFolder(folder), STARTING_NOTE);
}

/**
 * Publishes a file's records as the next version: new ones are added, ones that differ are revised.
 * @throws {DatasetError} where the file is malformed; the database is then as it was
 */
export async function seedFile(db: Database, path: string): Promise<Published> {
  const records = await readDatasetFile(path);
  try {
    return await publishMany(db, records, `Loaded from ${basename(path)}`);
  } catch (error) {
    // Whether an actor is held is known only here: the record may hold those that the file does not.
    if (error instanceof PublicationError) throw new DatasetError([`${path}: ${error.message}`]);
    throw error;
  }
}

/**
 * Publishes, and then has the database take stock: without that it knows nothing of so many new rows
 * and looks for shared addresses a hundred times more slowly. A server does it by itself after a
 * while, the embedded database never does.
 */
async function publishMany(db: Database, records: Publication, note: string): Promise<Published> {
  const published = await publish(db, records, note);
  if (published.version !== null) await db.$executeRaw`ANALYZE`;
  return published;
}
