import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";

/** The cache as a process of its own has it, with a bound in megabytes. */
async function cacheOf(megabytes) {
  vi.resetModules();
  globalThis.losslinePageCacheMegabytes = megabytes;
  const { default: PageCache } = await import("./page-cache.mjs");
  return PageCache;
}

const page = (letters) => ({
  kind: "APP_PAGE",
  html: "x".repeat(letters),
  rscData: Buffer.alloc(0),
});

beforeEach(() => {
  delete globalThis.losslinePageCacheMegabytes;
  delete globalThis.losslinePages;
  delete globalThis.losslineScripts;
});

describe("the cache of rendered pages", () => {
  test("gives back what it was given, to every handler of the process", async () => {
    const PageCache = await cacheOf(1);
    await new PageCache().set("/a", page(10));
    expect(await new PageCache().get("/a")).toMatchObject({ value: page(10) });
    expect((await new PageCache().get("/a")).lastModified).toBeGreaterThan(0);
    expect(await new PageCache().get("/b")).toBeNull();
  });

  test("keeps nothing that only prefetching asks for", async () => {
    const PageCache = await cacheOf(1);
    const cache = new PageCache();
    await cache.set("/a", { ...page(10), segmentData: new Map([["/", Buffer.alloc(10)]]) });
    expect((await cache.get("/a")).value.segmentData).toBeUndefined();
  });

  test("forgets what it is told to", async () => {
    const PageCache = await cacheOf(1);
    const cache = new PageCache();
    await cache.set("/a", page(10));
    await cache.set("/a", null);
    expect(await cache.get("/a")).toBeNull();
  });

  test("stays within its bound, the least recently used page out first", async () => {
    const PageCache = await cacheOf(1);
    const cache = new PageCache();
    for (let number = 0; number < 100; number += 1) {
      await cache.set(`/${number}`, page(20_000)); // 40 kB each: about 25 fit
      await cache.get("/0");
    }
    const kept = [];
    for (let number = 0; number < 100; number += 1) {
      if ((await cache.get(`/${number}`)) !== null) kept.push(number);
    }
    expect(kept).toContain(0);
    expect(kept).toContain(99);
    expect(kept).not.toContain(1);
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.length).toBeLessThan(27);
  });

  test("does not keep one page that is larger than all of it", async () => {
    const PageCache = await cacheOf(1);
    const cache = new PageCache();
    await cache.set("/small", page(10));
    await cache.set("/huge", page(600_000));
    expect(await cache.get("/huge")).toBeNull();
    expect(await cache.get("/small")).not.toBeNull();
  });

  test.each([0, undefined])("keeps nothing within a bound of %s megabytes", async (megabytes) => {
    const PageCache = await cacheOf(megabytes);
    await new PageCache().set("/a", page(10));
    expect(await new PageCache().get("/a")).toBeNull();
  });
});

describe("the scripts of kept pages", () => {
  const script = (text) => `<script id="a">${text}</script>`;
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const key = (address) => `/route-cache/APP_PAGE/0a1b/$${address}`;

  test("are known by the page's inner address, each once, those of files not", async () => {
    const PageCache = await cacheOf(1);
    const html = `<p>${script("let a = '<p>'")}<script src="/a.js" async></script>${script("b")}${script("b")}`;
    await new PageCache().set(key("/versioned/newest.1/overview/year=2026"), { ...page(0), html });
    expect(globalThis.losslineScripts.get("/versioned/newest.1/overview/year=2026")).toEqual([
      hash("let a = '<p>'"),
      hash("b"),
    ]);
  });

  test("are forgotten with the page", async () => {
    const PageCache = await cacheOf(1);
    await new PageCache().set(key("/versioned/newest.1/methodology"), page(10));
    expect(globalThis.losslineScripts.size).toBe(1);
    for (let letter = 0; letter < 10; letter += 1)
      await new PageCache().set(key(`/versioned/newest.1/incident/${letter}`), page(80_000));
    expect(globalThis.losslineScripts.has("/versioned/newest.1/methodology")).toBe(false);
    expect(globalThis.losslineScripts.size).toBe(globalThis.losslinePages.size);
  });
});
