import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { decodedUrl } from "./decoded-url.mjs";

// Plain JavaScript, because Next loads this file itself, past its compiler.

/** Rough bytes of what Next hands over: texts may take two bytes a letter, and an entry has some overhead. */
function bytesOf({ value }) {
  return (
    1024 +
    2 * (value?.html?.length ?? 0) +
    (value?.rscData?.length ?? 0) +
    (value?.body?.length ?? 0)
  );
}

/** The inner URL in a key, which Next writes behind its own marks: `…/$/versioned/newest.1/overview/all`. */
const innerUrlIn = (key) => decodedUrl(key.slice(key.indexOf("/versioned/")));

// The hashes of each kept page's inline scripts by its inner URL, for the proxy, which Next bundles
// apart from this file. One of each a process: Next makes a handler for each request, and loads this
// file more than once.
globalThis.losslineScripts ??= new Map();
const scripts = globalThis.losslineScripts;

/**
 * The kept pages. Their bound is LOSSLINE_PAGE_CACHE_MB, which the start of the server hands over once it is
 * checked; this file can import nothing that is compiled. Without it, as in a build, nothing is kept.
 */
function keptPages() {
  globalThis.losslinePages ??= new LRUCache({
    // None is as small as a byte; 0 would mean no bound.
    maxSize: Math.max(1, (globalThis.losslinePageCacheMegabytes ?? 0) * 1024 * 1024),
    sizeCalculation: bytesOf,
    dispose: (_, key) => scripts.delete(innerUrlIn(key)),
    noDisposeOnSet: true,
  });
  return globalThis.losslinePages;
}

/**
 * The hashes of a page's inline scripts, as a content security policy names them: Next writes what a
 * page consists of into such scripts, and a page that is kept can carry no nonce.
 */
function inlineScriptHashes(html) {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const hashes = Array.from(
    scripts,
    ([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
  return [...new Set(hashes)];
}

/** Next's cache of rendered pages, least recently used out first. A version's pages never change, so nothing is ever revalidated. */
export default class PageCache {
  async get(key) {
    return keptPages().get(key) ?? null;
  }

  async set(key, value) {
    const pages = keptPages();
    if (value === null) {
      pages.delete(key);
      return;
    }
    // Next also renders pieces for prefetching, which plain links never ask for.
    const kept = "segmentData" in value ? { ...value, segmentData: undefined } : value;
    pages.set(key, { value: kept, lastModified: Date.now() });
    if (typeof value.html === "string" && pages.has(key))
      scripts.set(innerUrlIn(key), inlineScriptHashes(value.html));
  }

  async revalidateTag() {}

  resetRequestCache() {}
}
