import type { LRUCache } from "lru-cache";

/** The pages that page-cache.mjs keeps, which Next loads past its compiler. */
const shared = globalThis as unknown as {
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
