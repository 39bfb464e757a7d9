import { type Zippable, zipSync } from "fflate";

/**
 * Files packed as a zip: always in the order of their names and with the same date, so that equal files
 * make equal zips. Pictures are packed already and only stored.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  // In local time, which is how a zip writes it: the earliest day that it can.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const name of [...files.keys()].toSorted()) {
    const bytes = files.get(name);
    if (bytes !== undefined)
      entries[name] = [bytes, { level: name.endsWith(".png") ? 0 : 9, mtime }];
  }
  return new Uint8Array(zipSync(entries));
}
