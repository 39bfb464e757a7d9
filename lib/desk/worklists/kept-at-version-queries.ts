import type { Database } from "@/lib/db/client";
import { newestVersion } from "@/lib/record/versions/version-queries";

/**
 * A computation about the newest version that is done once for each, however many ask at once: what a version holds never
 * changes. Nothing else may be in its result than what the version and the given values say.
 * @returns what was computed; null while nothing has been published
 */
export function keptAtVersion<Value, Given extends readonly string[]>(
  compute: (db: Database, version: number, ...given: Given) => Promise<Value>,
): (db: Database, ...given: Given) => Promise<Value | null> {
  const kept = new WeakMap<Database, { key: string; value: Promise<Value> }>();
  return async (db, ...given) => {
    const version = (await newestVersion(db))?.number;
    if (version === undefined) return null;
    const key = JSON.stringify([version, ...given]);
    const before = kept.get(db);
    if (before?.key === key) return before.value;
    const now = { key, value: compute(db, version, ...given) };
    kept.set(db, now);
    now.value.catch(() => {
      if (kept.get(db) === now) kept.delete(db);
    });
    return now.value;
  };
}
