import { Unzip, UnzipInflate } from "fflate";
import { TableError } from "@/lib/desk/imports/tables/table";

/** All that is inflated of one file, in bytes: a table of fifty thousand rows is less than half of it. */
export const MOST_INFLATED = 150_000_000;
/** Parts of an archive that are looked at. */
const MOST_PARTS = 2000;

/**
 * Parts of a ZIP archive, inflated piece by piece, so that one made to burst is refused before it fills the memory,
 * whatever it says of its sizes.
 * @param wanted which parts are read; the others are passed over unopened
 * @throws {TableError} where it is none, or inflates to more than is allowed
 */
export function unzipBounded(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most = MOST_INFLATED,
): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let inflated = 0;
  let seen = 0;
  const unzip = new Unzip((file) => {
    if (++seen > MOST_PARTS) throw new TableError("The workbook has far too many parts.");
    if (!wanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, final) => {
      if (error !== null) throw error;
      inflated += piece.length;
      if (inflated > most)
        throw new TableError(
          `The workbook unpacks to more than ${most / 1_000_000} MB, which no table of this size does. Save the sheet as CSV, or split it.`,
        );
      pieces.push(piece);
      if (final) parts.set(file.name, joined(pieces));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In pieces, so that the bound is looked at between them.
    for (let start = 0; start < bytes.length; start += PIECE)
      unzip.push(bytes.subarray(start, start + PIECE), start + PIECE >= bytes.length);
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError("The workbook is damaged: it cannot be unpacked. Save it again as XLSX.");
  }
  return parts;
}

/** At worst a piece inflates to a thousand times as much. */
const PIECE = 16 * 1024;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
