import { createHash } from "node:crypto";

/** Where a list goes on: behind a row, in a version. */
export interface Cursor {
  version: number;
  row: number;
}

const check = ({ version, row }: Cursor, list: string) =>
  createHash("sha256").update(`${version} ${row} ${list}`).digest("hex").slice(0, 12);

/**
 * A cursor as text.
 * @param list what the list is: a cursor is of one list in one version, and of no other
 */
export function writeCursor(cursor: Cursor, list: string): string {
  return `${cursor.version}.${cursor.row.toString(36)}.${check(cursor, list)}`;
}

const FORM = /^([1-9]\d{0,8})\.([0-9a-z]{1,7})\.[0-9a-f]{12}$/;

/** The version of a cursor, whatever its list is; null where it is none. */
export function versionOfCursor(text: string): number | null {
  const version = FORM.exec(text)?.[1];
  return version === undefined ? null : Number(version);
}

/** A cursor of a list; null where it is none, or another list's. */
export function readCursor(text: string, list: string): Cursor | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const cursor = { version: Number(match[1]), row: Number.parseInt(match[2] ?? "", 36) };
  // PostgreSQL's ids are of 31 bits.
  return cursor.row < 2 ** 31 && writeCursor(cursor, list) === text ? cursor : null;
}
