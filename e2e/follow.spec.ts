import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { problemsBySchema } from "@/testing/xml-schema";

// What is followed by a feed: an incident, a target, an actor, an address, and any list of incidents.

const ADDRESS = "0x75497999432B8701330fB68058bd21918C02Ac59";

for (const [page, what, feed] of [
  ["/incidents/coinex-2023-09", "this incident", "/feeds/incidents/coinex-2023-09.atom"],
  ["/targets/htx", "this target", "/feeds/targets/htx.atom"],
  ["/actors/lazarus-group", "this actor", "/feeds/actors/lazarus-group.atom"],
  [`/addresses/polygon/${ADDRESS}`, "this address", `/feeds/addresses/polygon/${ADDRESS}.atom`],
] as const) {
  test(`${page} is followed by a feed`, async ({ page: browser, request }) => {
    for (const address of [page, `/v/1${page}`]) {
      await browser.goto(address);
      await expect(browser.getByRole("link", { name: `Follow ${what}` })).toHaveAttribute(
        "href",
        feed,
      );
      await expect(browser.locator(`head link[rel=alternate][href="${feed}"]`)).toHaveCount(1);
    }
    await expectAccessible(browser);
    const answer = await request.get(feed);
    expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const document = await answer.text();
    expect(await problemsBySchema("atom", document)).toEqual([]);
    const ids = [...document.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    // Whoever has it is sent nothing again.
    const { etag = "" } = answer.headers();
    const again = await request.get(feed, { headers: { "If-None-Match": etag } });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  });
}

test("an entry is the same in each feed that tells of it", async ({ request }) => {
  const idsOf = async (feed: string) =>
    [...(await (await request.get(feed)).text()).matchAll(/<entry>\s*<id>([^<]*)/g)].map(
      ([, id]) => id,
    );
  const [own] = await idsOf("/feeds/incidents/coinex-2023-09.atom");
  expect(own).toMatch(/^urn:uuid:/);
  expect(await idsOf("/feeds/targets/coinex.atom")).toContain(own);
  expect(await idsOf("/feeds/incidents.atom?target=coinex")).toContain(own);
});

test("an address that nobody has named yet can be followed, in any spelling", async ({
  request,
}) => {
  const unknown = "0x00000000000000000000000000000000000b0b1e";
  const answer = await request.get(`/feeds/addresses/ethereum/${unknown}.atom`);
  expect(answer.status()).toBe(200);
  const document = await answer.text();
  expect(document).not.toContain("<entry>");
  expect(await problemsBySchema("atom", document)).toEqual([]);
  const idOf = (text: string) => /<id>([^<]*)<\/id>/.exec(text)?.[1];
  const shouted = await request.get(
    `/feeds/addresses/bnb-chain/${unknown.toUpperCase().replace("0X", "0x")}.atom`,
  );
  if (shouted.ok()) expect(idOf(await shouted.text())).toBe(idOf(document));
});

test("a feed names its hub, which takes what WebSub asks and refuses the rest in plain words", async ({
  request,
  baseURL,
}) => {
  const feed = await request.get("/feeds/actors/lazarus-group.atom");
  expect(feed.headers().link).toBe(`<${baseURL}/hub>; rel="hub"`);
  expect(await feed.text()).toContain(`<link rel="hub" href="${baseURL}/hub"/>`);
  const asked = {
    "hub.mode": "subscribe",
    "hub.topic": `${baseURL}/feeds/actors/lazarus-group.atom`,
    "hub.callback": "http://follower.stub-news.example/callback",
    "hub.secret": "between us",
  };
  const ask = (given: Record<string, string>) =>
    request.post("/hub", { form: { ...asked, ...given } });
  const taken = await ask({});
  expect([taken.status(), await taken.text()]).toEqual([
    202,
    expect.stringContaining("asked in a moment"),
  ]);
  for (const [given, status, said] of [
    [{ "hub.callback": "http://127.0.0.1/" }, 400, "private network"],
    [{ "hub.callback": "http://[::ffff:10.0.0.1]/" }, 400, "private network"],
    [{ "hub.mode": "publish" }, 400, "subscribe or unsubscribe"],
    [{ "hub.topic": "https://elsewhere.example/feeds/versions.atom" }, 400, "a feed of this site"],
    [{ "hub.topic": `${baseURL}/incidents` }, 400, "a feed of this site"],
    [{ "hub.topic": `${baseURL}/v/1/feeds/versions.atom` }, 400, "never change"],
    [{ "hub.topic": `${baseURL}/feeds/incidents.atom?category=theft` }, 400, "contract-exploit"],
    [{ "hub.topic": `${baseURL}/feeds/actors/nobody-at-all.atom` }, 404, "nobody-at-all"],
  ] as const) {
    const answer = await ask(given);
    const text = await answer.text();
    expect([given, answer.status(), text]).toEqual([given, status, expect.stringContaining(said)]);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect(text).not.toContain("between us");
  }
  expect((await request.post("/hub", { data: asked })).status()).toBe(415);
  expect((await request.get("/hub")).status()).toBe(405);
});

test("what cannot be followed is refused as data, with what is allowed", async ({ request }) => {
  for (const [feed, status, said] of [
    ["/feeds/actors/nobody-at-all.atom", 404, "nobody-at-all"],
    ["/feeds/incidents/never-happened.atom", 404, "never-happened"],
    ["/feeds/targets/No_Slug.atom", 404, "There is no page"],
    ["/feeds/figures/158.atom", 404, "There is no page"],
    ["/feeds/actors/lazarus-group.atom?year=2023", 400, "year"],
    ["/feeds/addresses/ethereum/0x1234.atom", 404, "an address in any spelling"],
    ["/feeds/addresses/etherium/abc1234.atom", 404, "no incident names"],
    ["/feeds/incidents.atom?category=theft", 400, "contract-exploit"],
    ["/feeds/incidents.atom?actor=nobody-at-all", 404, "nobody-at-all"],
  ] as const) {
    const answer = await request.get(feed, { maxRedirects: 0 });
    expect([feed, answer.status()]).toEqual([feed, status]);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect([feed, await answer.text()]).toEqual([feed, expect.stringContaining(said)]);
  }
});
