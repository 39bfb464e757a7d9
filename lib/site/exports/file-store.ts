import { environment } from "@/lib/environment/current-environment";
import { BoundedQueue } from "@/lib/site/exports/bounded-queue";
import { FileCache } from "@/lib/site/exports/file-cache";

interface FileStore {
  files: FileCache;
  queue: BoundedQueue;
}
const shared = globalThis as unknown as { losslineFiles?: FileStore };

/** For how many milliseconds a reader waits for a file's turn. */
const PATIENCE = 8_000;

/** The program's made files, and the queue in which they are made: four at once, thirty-two waiting. */
export function fileStore(): FileStore {
  shared.losslineFiles ??= {
    files: new FileCache(environment().LOSSLINE_FILE_CACHE_MB * 1024 * 1024),
    queue: new BoundedQueue(4, 32, PATIENCE),
  };
  return shared.losslineFiles;
}
