import type { LRUCache } from "lru-cache";

/** The pages that page-cache.mjs keeps, which Next loads past its compiler. */
const shared = globalThis as unknown as {
  losslinePageCacheMegabytes?: number;
  losslinePages?: LRUCache<string, object>;
  losslineScripts?: Map<string, string[]>;
  /** The markup of pages that are being rendered, which `components/plain-markup/` puts there. */
  losslinePlainMarkup?: { clear: () => void };
};

/** Forgets every kept page: each is rendered again when it is next asked for. */
export function forgetPages(): void {
  shared.losslinePages?.clear();
  shared.losslineScripts?.clear();
  shared.losslinePlainMarkup?.clear();
}

/** How many bytes of pages are kept, and how many may be. */
export function keptPages(): { bytes: number; most: number } {
  const most = (shared.losslinePageCacheMegabytes ?? 0) * 1024 * 1024;
  return { bytes: shared.losslinePages?.calculatedSize ?? 0, most };
}

/** Whether pages are kept within the bound that was set: else each request renders, or memory grows without end. */
export function arePagesKept(): boolean {
  const { losslinePages: pages, losslinePageCacheMegabytes: set } = shared;
  if (set === undefined) return false;
  // It is made with the first page.
  return pages === undefined || pages.maxSize === Math.max(1, set * 1024 * 1024);
}
