import { createReadStream, createWriteStream } from "node:fs";
import { link, open, rm, stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { pipeline as piped } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { BackupFailure } from "@/lib/db/backup/backup-form";

/**
 * Writes the text of a backup into a new file, packed, readable by its owner only. It comes into being whole: until it
 * is written, has reached the disk and has been read again by `check`, it is called `….part`.
 * @throws where there is such a file already
 */
export async function writeBackupFile(
  file: string,
  text: AsyncIterable<string>,
  check: (text: AsyncIterable<string>) => Promise<void>,
): Promise<{ bytes: number }> {
  const part = `${file}.part`;
  await rm(part, { force: true });
  try {
    await piped(Readable.from(text), createGzip(), createWriteStream(part, { mode: 0o600 }));
    const written = await open(part, "r+");
    await written.sync().finally(() => written.close());
    await check(backupFileText(part));
    await link(part, file); // refuses where somebody was first
    return { bytes: (await stat(file)).size };
  } finally {
    await rm(part, { force: true });
  }
}

/**
 * The text of a backup's file.
 * @throws {BackupFailure} where it is cut off or damaged, or is none
 */
export async function* backupFileText(file: string): AsyncGenerator<string> {
  const { size } = await stat(file).catch(() => {
    throw new BackupFailure("there is no such file.");
  });
  const unpacking = createGunzip();
  unpacking.setEncoding("utf8");
  pipeline(createReadStream(file), unpacking, () => {}); // its failure is thrown below
  try {
    for await (const text of unpacking) yield text as string;
  } catch (error) {
    throw failureOf(error);
  }
  if (unpacking.bytesWritten !== size)
    throw new BackupFailure("it is altered: something follows after its end.");
}

function failureOf(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR") return new BackupFailure("it is cut off.");
  if (message === "incorrect header check")
    return new BackupFailure("it is no backup, or its beginning is damaged.");
  if (code?.startsWith("Z_") === true) return new BackupFailure(`it is damaged (${message}).`);
  if (code === "EISDIR") return new BackupFailure("it is a folder.");
  return error;
}
