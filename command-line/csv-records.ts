/** Cuts a CSV (RFC 4180) behind so many records, header included, as its pieces come; a record may be of several lines. */
export async function* firstRecords(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  const [QUOTE, FEED] = [0x22, 0x0a];
  let [records, isQuoted] = [0, false];
  for await (const piece of pieces) {
    for (const [at, byte] of piece.entries()) {
      // A quote within a quoted cell is written twice, and so opens again what it closed.
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === FEED && !isQuoted && ++records === most) {
        yield piece.subarray(0, at + 1);
        return;
      }
    }
    yield piece;
  }
}
