import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { draftOpened } from "./support/drafts";
import type { AllDrafted } from "./support/leak-drafts.mjs";
import { personOf } from "./support/people";

// Whatever is drafted, nothing public says any of it before it is published. Drafts in every state hold
// words that are nowhere else; every kind of page and file is asked for them, at addresses that were
// never asked for before, so that no cache answers. In the end one is published, and must be found.

/** Does something at the desk past its pages, and returns what came of it. */
function atDesk<Outcome>(...args: string[]): Outcome {
  const output = execFileSync(
    process.execPath,
    ["--import", "tsx", "e2e/desk/support/leak-drafts.mts", ...args],
    { encoding: "utf8" },
  );
  return JSON.parse(output.trim().split("\n").at(-1) ?? "null");
}

/** Every kind of page, file, feed and answer, at addresses that are new each time. */
function addresses(slug: string): string[] {
  const fresh = () => `least=${randomInt(1, 900_000)}`;
  return [
    `/?year=2023&${fresh()}`,
    `/incidents?${fresh()}`,
    `/incidents?sort=largest&${fresh()}`,
    `/incidents?view=timeline&${fresh()}`,
    `/incidents?view=calendar&${fresh()}`,
    ...["csv", "json", "xlsx"].map((ending) => `/incidents.${ending}?${fresh()}`),
    `/feeds/incidents.atom?${fresh()}`,
    `/feeds/incidents/${slug}.atom`,
    "/feeds/targets/coinex.atom",
    "/feeds/actors/lazarus-group.atom",
    "/feeds/addresses/polygon/0x75497999432B8701330fB68058bd21918C02Ac59.atom",
    `/timeline?at=20${randomInt(10, 27)}-01&sort=oldest`,
    `/incidents/${slug}`,
    `/incidents/${slug}/history`,
    `/incidents/${slug}.svg`,
    `/incidents/coinex-2023-09?${fresh()}`,
    `/incidents/coinex-2023-09/history`,
    `/targets?page=${randomInt(2, 30)}`,
    "/targets/coinex",
    "/targets/coinex/history",
    "/links",
    "/links/atomic-wallet-2023-06",
    `/links/${slug}`,
    "/addresses/polygon/0x75497999432B8701330fB68058bd21918C02Ac59",
    `/transactions/ethereum/0x${String(randomInt(1, 900_000)).padStart(64, "0")}`,
    `/incidents?target=coinex&${fresh()}`,
    `/actors/lazarus-group?confidence=likely`,
    `/charts/timeline?${fresh()}`,
    ...["monthly", "largest", "actors", "year-to-date", "timeline", "techniques"].flatMap((chart) =>
      ["svg", "csv", "json"].map((ending) => `/charts/${chart}.${ending}?${fresh()}`),
    ),
    `/charts/largest.zip?${fresh()}`,
    `/embed/largest?${fresh()}`,
    `/embed/incidents/${slug}`,
    "/embed/targets/coinex",
    "/embed/actors/lazarus-group?confidence=likely",
    "/embed/periods/2023-09",
    "/targets/coinex.svg",
    `/oembed?url=${encodeURIComponent(`/charts/largest?${fresh()}`)}`,
    `/oembed?url=${encodeURIComponent(`/incidents/${slug}`)}`,
    "/periods/2023-09",
    "/periods/2023-09.svg",
    `/changes?from=1&${fresh()}`,
    `/number?${fresh()}`,
    `/number.json?${fresh()}`,
    `/number.csv?${fresh()}`,
    `/compare?year=2022&with-year=2023&${fresh()}`,
    `/compare.json?year=2022&with-year=2023&${fresh()}`,
    `/compare.csv?year=2022&with-year=2023&${fresh()}`,
    "/feeds/versions.atom",
    `/feeds/citation.atom?version=1&${fresh()}`,
    "/version.json",
    "/sitemap.xml",
    "/sitemaps/1.xml",
    "/methodology",
    "/api",
    "/verify",
    "/log/checkpoint",
    "/log/revisions/0.jsonl",
    "/log/revisions/incident/1.json",
    "/timemap",
    "/dumps",
    "/dataset.jsonld",
    `/api/v1/incidents?${fresh()}`,
    `/api/v1/incidents.csv?${fresh()}`,
    `/api/v1/stats?by=actor&${fresh()}`,
    "/api/v1/changes?from=0",
    "/api/v1/modified.csv",
    "/api/v1/targets",
    "/api/v1/actors",
    "/api/v1/versions",
    "/figures",
    `/statistics?${fresh()}`,
    "/figures.csv",
    `/figures/${randomInt(1, 400)}`,
    "/figures/gaps",
    "/figures/reconciliations.csv",
    "/figures/reconciliations.json",
    "/publishers",
    "/publishers/certik",
    // Of what was searched for, as in its own slug, only other words count.
    "/search?q=coinex",
    `/search?q=${slug.slice(0, 60)}`,
    "/search/lookup",
    "/suggest",
    // Of the desk, as somebody who is not signed in finds it.
    "/desk/worklists",
    "/desk/worklists/no-range",
    `/desk/feed/${"A".repeat(43)}.atom`,
    `/desk/stop-mail/cA.${"A".repeat(43)}`,
    `/desk/stop-mail/cA.${"A".repeat(43)}/one-click`,
  ];
}

/** As many as a browser asks for at a time: who asks for a hundred at once is told to come back. */
const AT_ONCE = 6;

async function textsAt(request: APIRequestContext, asked: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    const some = asked.slice(start, start + AT_ONCE);
    texts.push(...(await Promise.all(some.map((address) => textAt(request, address)))));
  }
  return texts;
}

async function textAt(request: APIRequestContext, address: string): Promise<string> {
  const response = await request.get(address);
  expect([address, response.status() < 500]).toEqual([address, true]);
  // React parts texts by comments.
  return (await response.body()).toString("latin1").replaceAll("<!-- -->", "");
}

/** Where any of those words stands. A page that tells what was searched for says the word itself: it is not counted. */
async function leaks(request: APIRequestContext, words: string[], slug: string): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses(slug)) {
    const text = (await textAt(request, address)).replaceAll(slug, "");
    found.push(...words.filter((one) => text.includes(one)).map((one) => `${one} at ${address}`));
  }
  // A look-up says the words itself: it is what it finds that counts.
  const looked = await request.post("/api/v1/lookup", { data: { entries: words } });
  const { data } = (await looked.json()) as { data: { given: string; matches: object[] }[] };
  for (const { given, matches } of data)
    if (matches.length > 0) found.push(`${given} at /api/v1/lookup`);
  return found;
}

/** How many incidents a search for a word finds. */
async function searched(request: APIRequestContext, one: string): Promise<number> {
  const page = await textAt(request, `/incidents?q=${one}`);
  return new Set(page.match(/href="\/incidents\/[a-z0-9-]+"/g)).size;
}

// Before the others: these make people of their own, and so use up the link of the first one.
test("what is in a report that is read at the desk is nowhere public", async ({
  request,
  browser,
}) => {
  const { page, context } = await personOf(browser, "contributor", "Leah Leaker");
  await page.goto("/desk/new/incident");
  await page.getByRole("button", { name: "Start the draft" }).click();
  const draft = await draftOpened(page);
  const words = ["Leakmarrow", "leakspoken"].map((one) => `${one}${randomInt(1e9)}`);
  const [target, link] = words;
  const answer = await context.request.post(`${draft}/report`, {
    headers: { Origin: new URL(page.url()).origin },
    data: {
      text: `${target} was robbed of $9.1m on 3 May 2023. More: https://${link}.example.org/a-page`,
      link: "",
    },
  });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toBe("private, no-store");
  const text = await answer.text();
  expect(words.filter((one) => !text.includes(one))).toEqual([]);
  expect(await leaks(request, words, "no-such-incident")).toEqual([]);
  await context.close();
});

test("nothing that is drafted is public before it is published", async ({ request }) => {
  const { drafts, inReview, words } = atDesk<AllDrafted>("draft");
  expect(words.length).toBeGreaterThan(60);
  expect(await leaks(request, words, inReview.slug)).toEqual([]);
  for (const { slug, words: own } of drafts) {
    expect((await request.get(`/incidents/${slug}`)).status()).toBe(404);
    for (const one of own.slice(0, 4))
      expect([one, await searched(request, one)]).toEqual([one, 0]);
  }

  // The same questions find it once it is published, so they would have found it before.
  expect(atDesk("publish", String(inReview.id), String(inReview.saveNumber))).toMatchObject({
    published: { slug: inReview.slug },
  });
  await expect
    .poll(async () => (await request.get(`/incidents/${inReview.slug}`)).status())
    .toBe(200);
  expect(await searched(request, inReview.words[1] ?? "")).toBe(1);
  const text = await textAt(request, `/incidents/${inReview.slug}`);
  expect(inReview.words.filter((one) => !text.includes(one))).toEqual([]);
  const others = words.filter((one) => !inReview.words.includes(one));
  expect(await leaks(request, others, inReview.slug)).toEqual([]);
});

test("what an order takes out is gone from every address, also where it was kept", async ({
  request,
}) => {
  const { inReview } = atDesk<AllDrafted>("draft");
  atDesk("publish", String(inReview.id), String(inReview.saveNumber));
  const at = `/incidents/${inReview.slug}`;
  await expect.poll(async () => (await request.get(at)).status()).toBe(200);
  const { version } = await (await request.get("/version.json")).json();
  const asked = addresses(inReview.slug).flatMap((address) =>
    address.startsWith("/oembed") || /^\/(?:version\.json|suggest|log|timemap|desk)/.test(address)
      ? [address]
      : [address, `/v/${version}${address.replace(/^\/(?=$|\?)/, "")}`],
  );
  const [, name = "", target = ""] = inReview.words;
  const [revision] = (await (await request.get(`/api/v1${at}/revisions`)).json()).data as {
    id: number;
    salt: string;
    leaf_index: number;
  }[];
  const { id = 0, salt = "", leaf_index: leaf = 0 } = revision ?? {};
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  const tile = Math.floor(leaf / 256);
  asked.push(
    ...[`/api/v1${at}/revisions`, `/api/v1${at}/revisions?version=${version}`],
    ...[`/log/revisions/incident/${id}/1.json`, `/log/revisions/${tile}.jsonl`],
  );
  const entry = await request.get(
    `/log/tile/0/${String(tile).padStart(3, "0")}.p/${(leaf % 256) + 1}`,
  );
  // The first round fills what the program keeps.
  const texts = await textsAt(request, asked);
  expect(texts.filter((text) => text.includes(name)).length).toBeGreaterThan(5);
  expect(atDesk("withhold", name, target)).toMatchObject({
    done: expect.stringMatching(/^Withheld since version \d+/),
  });
  const next = version + 1;
  await expect
    .poll(async () => (await (await request.get("/version.json")).json()).version)
    .toBe(next);
  for (const address of asked) {
    const text = await textAt(request, address);
    for (const word of [name, target, salt])
      expect([address, word, text.includes(word)]).toEqual([address, word, false]);
  }
  // Its leaf stays where it was, and the log is what it was.
  const now = await request.get(entry.url());
  expect([now.status(), await now.body()]).toEqual([200, await entry.body()]);
  expect(await textAt(request, `/v/${version}${at}`)).toContain(
    `withheld since version ${next} by order of a test court`,
  );
  expect(await textAt(request, "/methodology")).toContain("by order of a test court");
});
