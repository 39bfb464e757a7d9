import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The beginning of a body, unpacked: never more bytes than asked for, however many it says, sends or unpacks to.
 * @param encoding as its header says; undefined for one that is not packed
 * @returns null where it is packed in a way that is not known, or broken from its first byte on
 * @throws where the connection ends before anything came, or at the end of the time
 */
export async function readBounded(
  body: Readable,
  encoding: string | undefined,
  most: number,
  end: AbortSignal,
): Promise<{ body: Buffer; cutOff: boolean } | null> {
  const name = (encoding ?? "identity").trim().toLowerCase();
  const unpack = Object.hasOwn(UNPACKERS, name) ? UNPACKERS[name] : undefined;
  if (unpack === undefined && name !== "identity" && name !== "") {
    body.destroy();
    return null;
  }
  const unpacker = unpack?.();
  const source: Readable = unpacker === undefined ? body : body.pipe(unpacker);
  const stop = () => {
    body.destroy();
    unpacker?.destroy();
  };
  let packed = 0;
  const tooMuch = () => packed > most;
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const done = (cutOff: boolean) => {
      stop();
      resolve({ body: Buffer.concat(chunks), cutOff });
    };
    const failed = (error: unknown) => {
      stop();
      // What came before is the page's beginning all the same.
      if (size > 0) resolve({ body: Buffer.concat(chunks), cutOff: true });
      else if (unpacker !== undefined && !end.aborted) resolve(null);
      else reject(error);
    };
    if (end.aborted) return failed(end.reason);
    end.addEventListener("abort", () => failed(end.reason), { once: true });
    if (unpacker !== undefined)
      body.on("data", (chunk: Buffer) => {
        packed += chunk.length;
        if (tooMuch()) done(true);
      });
    source.on("data", (chunk: Buffer) => {
      const kept = chunk.subarray(0, most - size);
      chunks.push(kept);
      size += kept.length;
      if (kept.length < chunk.length) done(true);
    });
    source.once("end", () => done(false));
    source.once("error", failed);
    body.once("error", failed);
    body.once("aborted", () => failed(new Error("The connection was closed.")));
  });
}
