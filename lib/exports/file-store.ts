import { FileCache } from "@/lib/exports/file-cache";
import { Turns } from "@/lib/exports/turns";

const megabytes = Number(process.env.LOSSLINE_FILE_CACHE_MB ?? 64);
if (!Number.isFinite(megabytes) || megabytes <= 0)
  throw new Error(
    `LOSSLINE_FILE_CACHE_MB must be a number of megabytes above 0, not "${process.env.LOSSLINE_FILE_CACHE_MB}"`,
  );

interface FileStore {
  files: FileCache;
  turns: Turns;
}
const shared = globalThis as unknown as { losslineFiles?: FileStore };

/** The program's made files, and the turns in which they are made: four at once, thirty-two waiting. */
export function fileStore(): FileStore {
  shared.losslineFiles ??= {
    files: new FileCache(megabytes * 1024 * 1024),
    turns: new Turns(4, 32),
  };
  return shared.losslineFiles;
}
