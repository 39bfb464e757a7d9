import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { wrongServer } from "@/command-line/failure";
import type { Server } from "@/command-line/server";

/** A file of a dump, and its path within it. */
export interface OfferedFile {
  path: string;
  url: string;
  bytes: number;
  sha256: string;
}

/**
 * Downloads a file beside its place and moves it there once all of it is right. What was begun before goes on where it ended.
 * @param progress is told how many bytes of it are there
 * @returns whether it was there already, as it should be
 * @throws {Failure} where what comes is not what the server says it is
 */
export async function downloadFile(
  server: Server,
  { url, bytes, sha256 }: OfferedFile,
  place: string,
  progress: (bytes: number) => void,
): Promise<{ wasThere: boolean }> {
  if ((await sizeOf(place)) === bytes && (await digestOf(place)).digest("hex") === sha256)
    return { wasThere: true };
  await mkdir(path.dirname(place), { recursive: true });
  const part = `${place}.part`;
  // Once more from the beginning where what was begun is of another file after all.
  for (const isSecond of [false, true]) {
    let begun = await sizeOf(part);
    if (isSecond || begun === null || begun > bytes) {
      await rm(part, { force: true });
      begun = 0;
    }
    const hash = begun === 0 ? createHash("sha256") : await digestOf(part);
    const size =
      begun === bytes
        ? begun
        : await append(server, { url, sha256 }, { part, begun, hash }, progress);
    if (size === bytes && hash.digest("hex") === sha256) {
      await rename(part, place);
      return { wasThere: false };
    }
    if (begun === 0) break;
  }
  await rm(part, { force: true });
  throw wrongServer(
    `${server.url(server.pathOf(url))} is not what the server says it is: not the ${bytes.toLocaleString("en-GB")} bytes of SHA-256 ${sha256}. Nothing of it was kept.`,
  );
}

/** Writes what is missing behind what is there. @returns how large it is then */
async function append(
  server: Server,
  { url, sha256 }: { url: string; sha256: string },
  { part, begun, hash }: { part: string; begun: number; hash: Hash },
  progress: (bytes: number) => void,
): Promise<number> {
  const headers = begun === 0 ? {} : { Range: `bytes=${begun}-`, "If-Range": `"${sha256}"` };
  const file = await open(part, begun === 0 ? "w" : "a");
  let size = begun;
  try {
    // A server that knows no ranges sends all of it again; its digest then says so, and it begins anew.
    for await (const piece of server.pieces(server.pathOf(url), { headers })) {
      await file.write(piece);
      hash.update(piece);
      size += piece.length;
      progress(size);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return size;
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.size : null;
}

async function digestOf(file: string): Promise<Hash> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash;
}
