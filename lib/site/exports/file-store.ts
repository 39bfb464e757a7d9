import { environment } from "@/lib/environment/current-environment";
import { FileCache } from "@/lib/site/exports/file-cache";
import { Turns } from "@/lib/site/exports/turns";

interface FileStore {
  files: FileCache;
  turns: Turns;
}
const shared = globalThis as unknown as { losslineFiles?: FileStore };

/** The program's made files, and the turns in which they are made: four at once, thirty-two waiting. */
export function fileStore(): FileStore {
  shared.losslineFiles ??= {
    files: new FileCache(environment().LOSSLINE_FILE_CACHE_MB * 1024 * 1024),
    turns: new Turns(4, 32),
  };
  return shared.losslineFiles;
}
