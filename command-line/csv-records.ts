const [QUOTE, FEED] = [0x22, 0x0a];

/** Follows a CSV (RFC 4180) as its pieces come; a record may be of several lines. */
export class CsvRecords {
  /** Those that have ended, the header among them. */
  ended = 0;
  /** Whether the last piece ends within a quoted cell. */
  isQuoted = false;

  /** @returns behind which byte of the piece the record `most` ends; null where it does not end there */
  follow(piece: Uint8Array, most = Number.POSITIVE_INFINITY): number | null {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      // A quote within a quoted cell is written twice, and so opens again what it closed.
      if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      else if (byte === FEED && !this.isQuoted && ++this.ended === most) return at + 1;
    }
    return null;
  }
}
