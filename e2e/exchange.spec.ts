import { expect, test } from "@playwright/test";

// The record in the formats by which others exchange what they know.

test("an incident's and an actor's pages lead to files of them, the same at any time", async ({
  page,
  request,
}) => {
  for (const path of ["/incidents/coinex-2023-09", "/actors/lazarus-group"]) {
    await page.goto(path);
    const href = await page.getByRole("link", { name: "STIX 2.1" }).getAttribute("href");
    expect(href).toMatch(/^\/v\/\d+\/stix\//);
    const first = await request.get(href ?? "");
    expect(first.headers()["content-type"]).toContain("application/stix+json");
    expect(first.headers()["access-control-allow-origin"]).toBe("*");
    expect(first.headers()["cache-control"]).toContain("immutable");
    const { objects } = await first.json();
    expect(
      objects.filter(({ type }: { type: string }) => type === "incident").length,
    ).toBeGreaterThan(0);
    expect(await (await request.get(href ?? "")).text()).toBe(await first.text());
    const lines = (await (await request.get(`/ftm${path}.jsonl`)).text()).trimEnd().split("\n");
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty("schema");
  }
});

test("a MISP finds each event of its list", async ({ request }) => {
  const manifest = await (await request.get("/misp/manifest.json")).json();
  const [uuid = ""] = Object.keys(manifest);
  const { Event } = await (await request.get(`/misp/${uuid}.json`)).json();
  expect(Event.info).toBe(manifest[uuid].info);
  const hashes = await (await request.get("/misp/hashes.csv")).text();
  expect(hashes).toMatch(/^[0-9a-f]{32},[0-9a-f-]{36}\n/);
  expect(hashes).toContain(uuid);
});

test("what is not there is refused by its name", async ({ request }) => {
  const refused = async (path: string) => {
    const answer = await request.get(path);
    return [answer.status(), (await answer.json()).problems[0]?.parameter ?? null];
  };
  expect(await refused("/stix/incidents/nothing-of-the-kind.json")).toEqual([404, null]);
  expect(await refused("/stix/changes.json")).toEqual([400, "from"]);
  expect(await refused("/stix/changes.json?from=99999")).toEqual([400, "from"]);
  expect(await refused("/stix/record.json?format=xml")).toEqual([400, "format"]);
  expect(await refused("/misp/00000000-0000-4000-8000-000000000000.json")).toEqual([404, null]);
});
