import { LRUCache } from "lru-cache";

// Plain JavaScript, because Next loads this file itself, past its compiler.

const megabytes = Number(process.env.LOSSLINE_PAGE_CACHE_MB ?? 128);
if (!Number.isFinite(megabytes) || megabytes <= 0) {
  throw new Error(
    `LOSSLINE_PAGE_CACHE_MB must be a number of megabytes above 0, not "${process.env.LOSSLINE_PAGE_CACHE_MB}"`,
  );
}

/** Rough bytes of what Next hands over: texts may take two bytes a letter, and an entry has some overhead. */
function bytesOf({ value }) {
  return (
    1024 +
    2 * (value?.html?.length ?? 0) +
    (value?.rscData?.length ?? 0) +
    (value?.body?.length ?? 0)
  );
}

// One store a process: Next makes a handler for each request.
const pages = new LRUCache({ maxSize: megabytes * 1024 * 1024, sizeCalculation: bytesOf });

/** Next's cache of rendered pages, least recently used out first. A version's pages never change, so nothing is ever revalidated. */
export default class PageCache {
  async get(key) {
    return pages.get(key) ?? null;
  }

  async set(key, value) {
    if (value === null) {
      pages.delete(key);
      return;
    }
    // Next also renders pieces for prefetching, which plain links never ask for.
    const kept = "segmentData" in value ? { ...value, segmentData: undefined } : value;
    pages.set(key, { value: kept, lastModified: Date.now() });
  }

  async revalidateTag() {}

  resetRequestCache() {}
}
