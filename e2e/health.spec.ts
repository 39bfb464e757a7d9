import { expect, test } from "@playwright/test";

// What a balancer asks, and what readers are not told.

test("a process says that it lives and that it is ready, and nothing more", async ({ request }) => {
  const lives = await request.get("/healthz");
  expect([lives.status(), await lives.text()]).toEqual([200, "ok\n"]);
  const ready = await request.get("/readyz");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toEqual({
    status: "ready",
    checks: { running: "ok", database: "ok", migrations: "ok", disk: "ok", pages: "ok" },
  });
  for (const answer of [lives, ready]) expect(answer.headers()["cache-control"]).toBe("no-store");
  expect((await request.head("/readyz")).status()).toBe(200);
  expect((await request.post("/healthz")).status()).toBe(405);
});

test("readers reach no metrics", async ({ request }) => {
  expect((await request.get("/metrics")).status()).toBe(404);
});

test("what is kept names no request; what is refused or made for one reader names its own", async ({
  request,
}) => {
  const idOf = async (url: string) => {
    const answer = await request.get(url, { headers: { "X-Request-Id": "claimed-by-a-stranger" } });
    const { "x-request-id": id, "cache-control": caching = "" } = answer.headers();
    return { id: id ?? null, isPublic: caching.includes("public") };
  };
  for (const url of ["/", "/", "/v/1/", "/charts/monthly.svg", "/feeds/versions.atom"])
    expect([url, await idOf(url)]).toEqual([url, { id: null, isPublic: true }]);
  const ids: (string | null)[] = [];
  for (const url of ["/?year=never", "/nothing-here", "/desk/sign-in", "/desk/sign-in"]) {
    const { id, isPublic } = await idOf(url);
    expect([url, isPublic]).toEqual([url, false]);
    expect(id).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
    ids.push(id);
  }
  expect(new Set(ids).size).toBe(ids.length);
});
