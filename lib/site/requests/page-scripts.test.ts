import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log/log";
import { isQueueFull } from "@/lib/site/exports/bounded-queue";
import { inlineScripts, isOwnRequest, OWN_REQUEST_HEADER } from "@/lib/site/requests/page-scripts";

const shared = globalThis as unknown as { losslineScripts?: Map<string, readonly string[]> };
const INNER = "/versioned/newest.1/overview/year%3D2026";
const KEY = "/versioned/newest.1/overview/year=2026";

beforeEach(() => {
  shared.losslineScripts = new Map();
});
afterEach(() => {
  vi.unstubAllGlobals();
  delete shared.losslineScripts;
});

/** Stands for the program's own server. */
function serve(answer: (request: { url: string; own: boolean }) => Response): { asked: number } {
  const seen = { asked: 0 };
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    seen.asked += 1;
    const own = isOwnRequest(new Headers(init.headers));
    return answer({ url: url.pathname, own });
  });
  return seen;
}

describe("the scripts of a page", () => {
  test("are those of the kept page", async () => {
    const seen = serve(() => new Response(""));
    shared.losslineScripts?.set(KEY, ["'sha256-a'"]);
    expect(await inlineScripts(INNER)).toEqual(["'sha256-a'"]);
    expect(seen.asked).toBe(0);
  });

  test("are known once it was rendered, by one request however many ask", async () => {
    const seen = serve(({ url, own }) => {
      expect([url, own]).toEqual([INNER, true]);
      shared.losslineScripts?.set(KEY, ["'sha256-b'"]);
      return new Response("");
    });
    const all = await Promise.all([1, 2, 3].map(() => inlineScripts(INNER)));
    expect(all).toEqual([["'sha256-b'"], ["'sha256-b'"], ["'sha256-b'"]]);
    expect(seen.asked).toBe(1);
  });

  test("are null where it cannot be rendered", async () => {
    serve(() => new Response("", { status: 500 }));
    expect(await inlineScripts(INNER)).toBeNull();
  });

  test("are not waited for by whoever has no turn within eight seconds", async () => {
    vi.useFakeTimers();
    const ends: (() => void)[] = [];
    vi.stubGlobal(
      "fetch",
      () => new Promise((resolve) => ends.push(() => resolve(new Response("")))),
    );
    const page = (number: number) => `/versioned/newest.1/overview/year%3D${2000 + number}`;
    try {
      const slow = [1, 2, 3].map((number) => inlineScripts(page(number)));
      const late = inlineScripts(page(4)).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(8_001);
      expect(isQueueFull(await late)).toBe(true);
      for (const end of ends.splice(0)) end();
      expect(await Promise.all(slow)).toEqual([[], [], []]);
      expect(ends).toEqual([]);
      // Asked for again, it has its turn.
      const again = inlineScripts(page(4));
      await vi.advanceTimersByTimeAsync(1);
      ends[0]?.();
      expect(await again).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("are none where the program does not reach itself, and the page is served all the same", async () => {
    const reported = vi.spyOn(log(), "error").mockImplementation(() => undefined);
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("fetch failed");
    });
    expect(await inlineScripts(INNER)).toEqual([]);
    expect(reported).toHaveBeenCalledOnce();
  });
});

test("only this process's own word makes a request its own", () => {
  for (const word of ["", "guess"])
    expect(isOwnRequest(new Headers({ [OWN_REQUEST_HEADER]: word }))).toBe(false);
  expect(isOwnRequest(new Headers())).toBe(false);
});
