import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const PLAIN =
  "public, max-age=0, s-maxage=1, must-revalidate, stale-while-revalidate=1, stale-if-error=86400";
const PERMANENT = "public, max-age=31536000, immutable";

const PAGES = [
  "/?year=2023&through=2023-09-15",
  "/incidents",
  "/incidents?category=phishing&sort=largest",
  "/incidents?view=calendar",
  "/timeline?at=2023-09",
  "/incidents/coinex-2023-09",
  "/targets",
  "/targets?q=huobi&sort=largest",
  "/targets/htx",
  "/links",
  "/links/atomic-wallet-2023-06",
  "/addresses/polygon/0x75497999432B8701330fB68058bd21918C02Ac59",
  "/incidents?target=liquid",
  "/actors",
  "/actors/lazarus-group?confidence=likely",
  "/actors/lazarus-group?year=2023&through=2023-09-15",
  "/methodology",
  "/api",
  "/verify",
  "/figures?category=phishing",
  "/statistics?year=2023",
  "/figures/158",
  "/figures/gaps",
  "/publishers",
  "/publishers/certik",
  "/number?from=2023-01-01&to=2023-09-15&actor=lazarus-group",
  "/compare?year=2024&with-year=2025",
];

/** The same page at version 1. */
const pinned = (address: string) => `/v/1${address}`.replace("/v/1/?", "/v/1?");

/** An answer as it is, without following where it may lead. */
const ask = (request: APIRequestContext, address: string, headers: Record<string, string> = {}) =>
  request.get(address, { maxRedirects: 0, headers });

function etagOf(response: APIResponse): string {
  const { etag } = response.headers();
  if (etag === undefined) throw new Error(`no ETag at ${response.url()}`);
  return etag;
}

test("plain addresses answer anew, versioned ones for good", { tag: "@smoke" }, async ({
  request,
}) => {
  for (const address of PAGES) {
    for (const [asked, caching] of [
      [address, PLAIN],
      [pinned(address), PERMANENT],
    ] as const) {
      const response = await ask(request, asked);
      expect([asked, response.status()]).toEqual([asked, 200]);
      const headers = response.headers();
      expect([asked, headers["cache-control"]]).toEqual([asked, caching]);
      expect(headers["content-type"]).toContain("text/html");
      expect(headers["x-powered-by"]).toBeUndefined();
    }
  }
});

test("an address that is asked again with its ETag has nothing new to say", async ({ request }) => {
  for (const address of PAGES.flatMap((page) => [page, pinned(page)])) {
    await ask(request, address); // the first reader has it rendered
    const etag = etagOf(await ask(request, address));
    expect(etagOf(await ask(request, address))).toBe(etag);
    const again = await ask(request, address, { "If-None-Match": etag });
    expect([address, again.status(), (await again.body()).length]).toEqual([address, 304, 0]);
    const changed = await ask(request, address, { "If-None-Match": '"another"' });
    expect([address, changed.status()]).toEqual([address, 200]);
  }
});

test("a versioned address always says the same, byte for byte", async ({ request }) => {
  // Two views that nobody has asked for yet, so that the first answer is the one being rendered.
  const unseen = [1, 2].map((number) => `/incidents?least=${Date.now()}${number}`);
  for (const address of [...PAGES, ...unseen].map(pinned)) {
    const first = await (await ask(request, address)).body();
    const second = await (await ask(request, address)).body();
    expect(first.length).toBeGreaterThan(1000);
    expect([address, second.equals(first)]).toEqual([address, true]);
  }
});

test("two spellings of an address are one page", async ({ request }) => {
  for (const [one, other] of [
    ["/v/1?year=2023", "/v/1?through=2023-12-31&confidence=suspected"],
    [
      "/v/1/incidents?from=2023-01-01&to=2023-02-01",
      "/v/1/incidents?to=2023-02-01&from=2023-01-01",
    ],
  ] as const) {
    const [first, second] = [await ask(request, one), await ask(request, other)];
    expect([other, await second.text()]).toEqual([other, await first.text()]);
    expect(etagOf(second)).toBe(etagOf(first));
  }
});

test("what sharing has added to an address is dropped by a redirect", async ({ request }) => {
  for (const [shared, clean] of [
    ["/?colour=red", "/"],
    ["/incidents?h=1&q=a+b&wbclid=2", "/incidents?q=a+b"],
    // What a form sends of fields that are left as they are is dropped, too.
    ["/v/1/incidents?page=1&q=%20a%20%20b&category=&sort=newest", "/v/1/incidents?q=a+b"],
    ["/incidents?category=phishing&category=exit-scam", "/incidents?category=exit-scam,phishing"],
    ["/v/1/charts/monthly.csv?newsletter=5", "/v/1/charts/monthly.csv"],
    ["/embed/monthly?year=2023&h=1", "/embed/monthly?year=2023"],
    ["/feeds/versions.atom?h=1", "/feeds/versions.atom"],
    ["/targets/htx%E3%80%8D", "/targets/htx"],
    ["/v/1).", "/v/1"],
    ["/methodology/", "/methodology"],
  ] as const) {
    const response = await ask(request, shared);
    const { location = "" } = response.headers();
    const { pathname, search } = new URL(location, "http://lossline.example");
    expect([shared, pathname + search]).toEqual([shared, clean]);
    expect([307, 308]).toContain(response.status());
    expect([clean, (await ask(request, clean)).status()]).toEqual([clean, 200]);
  }
  // A mark that belongs to what is asked for stays, and none is dropped where nothing is without it.
  expect((await ask(request, "/incidents?q=Gox.")).status()).toBe(200);
  expect((await ask(request, "/nowhere.")).status()).toBe(404);
});

test("every page names its feeds, whose links are absolute and which say when they changed", async ({
  page,
  request,
  baseURL,
}) => {
  const ofNumbers = /^\/(?:\?|number\?|incidents(?:\?|$)|actors\/)/;
  for (const address of PAGES) {
    await page.goto(address);
    const named = page.locator('head link[type="application/atom+xml"]');
    // A list has one of its incidents too, and a record and an address one of their own.
    const ofFollowed =
      /^\/(?:incidents(?:\?|$)|(?:incidents|targets|actors)\/[^?]|addresses\/)/.test(address);
    const feeds = (ofNumbers.test(address) ? 2 : 1) + (ofFollowed ? 1 : 0);
    expect([address, await named.count()]).toEqual([address, feeds]);
    for (const link of await named.all()) {
      const href = (await link.getAttribute("href")) ?? "";
      const feed = await ask(request, href);
      expect([href, feed.status()]).toEqual([href, 200]);
      const hrefs = (await feed.text()).match(/href="[^"]*"/g) ?? [];
      const foreign = hrefs.filter((each) => !each.startsWith(`href="${baseURL}/`));
      expect([href, hrefs.length > 1, foreign]).toEqual([href, true, []]);
      const { etag = "", "last-modified": changed = "" } = feed.headers();
      for (const known of [{ "If-None-Match": etag }, { "If-Modified-Since": changed }])
        expect([href, (await ask(request, href, known)).status()]).toEqual([href, 304]);
    }
  }
});

const REFUSED: [address: string, parameter: string][] = [
  ["/?through=2023-02-30", "through=2023-02-30"],
  ["/?through=2008-05-05", "through=2008-05-05"],
  ["/?through=9999-01-01", "through=9999-01-01"],
  ["/?year=2022&through=2023-01-01", "through=2023-01-01"],
  ["/?year=abc", "year=abc"],
  ["/?year=9999", "year=9999"],
  ["/?year=2023&year=2024", "year=2023 and 2024"],
  ["/?yaer=2023", "yaer=2023"],
  ["/v/1?confidence=sure", "confidence=sure"],
  ["/incidents?from=0000-01-01", "from=0000-01-01"],
  ["/incidents?from=2023-02-01&to=2023-01-01", "to=2023-01-01"],
  ["/incidents?category=theft", "category=theft"],
  ["/incidents?least=-1", "least=-1"],
  ["/incidents?page=0", "page=0"],
  ["/incidents?sort=up", "sort=up"],
  [`/incidents?q=${"a".repeat(101)}`, `q=${"a".repeat(101)}`],
  [`/incidents?q=${"%E0%A5%98".repeat(100)}`, `q=${"\u0958".repeat(100)}`],
  ["/incidents?q=a%00b", "q=a\uFFFDb"],
  ["/incidents/coinex-2023-09?year=2023", "year=2023"],
  ["/actors?q=lazarus", "q=lazarus"],
  ["/methodology?page=2", "page=2"],
  ["/number?estimate=middle", "estimate=middle"],
  ["/number?from=2023-02-01&to=2023-01-01", "to=2023-01-01"],
  ["/number?from=2023-02-01&year=2023", "from=2023-02-01"],
  ["/number?q=bridge", "q=bridge"],
  ["/compare?year=2024&with-year=2024", "with-year=2024"],
  ["/compare?year=2024&with-category=theft", "with-category=theft"],
];

test("a bad parameter is a 400 that names it and says what it may be", async ({
  request,
  page,
}) => {
  for (const [address] of REFUSED) {
    const response = await ask(request, address);
    expect([address, response.status()]).toEqual([address, 400]);
    expect(response.headers()["cache-control"]).toBe("no-store");
  }
  for (const [address, parameter] of REFUSED.filter(([address]) => !address.includes("%00"))) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Something in this URL cannot be read",
    );
    const problem = page.getByRole("listitem").filter({ hasText: "Allowed: " });
    await expect(problem.getByRole("code")).toHaveText(parameter);
    await expect(problem).toContainText(/Allowed: .{4,}\./);
  }
  await page.goto("/?year=abc&through=x&q=y");
  await expect(page.getByRole("listitem").filter({ hasText: "Allowed: " })).toHaveCount(3);
  await expectAccessible(page);
});

test("a bad address within a version lets one go on within it", async ({ page }) => {
  await page.goto("/v/1/incidents?sort=up");
  await page.getByRole("link", { name: "All incidents" }).click();
  await expect(page).toHaveURL(/\/v\/1\/incidents$/);
  await page.goto("/?year=abc");
  await page.getByRole("link", { name: "The year to date" }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/" && url.search === "");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

const MISSING: [address: string, words: string][] = [
  ["/v/999999", "The record has no version “999999”"],
  ["/v/0", "no version “0”"],
  ["/v/007", "no version “007”"],
  ["/v/x", "no version “x”"],
  ["/v", "no version “”"],
  ["/v/99999999999/incidents", "no version “99999999999”"],
  ["/incidents/no-such-theft", "holds no incident “no-such-theft”"],
  ["/v/1/incidents/no-such-theft", "Version 1 of the record holds no incident"],
  ["/incidents/CoinEx", "There is no page at /incidents/CoinEx."],
  ["/actors/nobody", "holds no actor “nobody”"],
  ["/incidents?actor=nobody", "holds no actor “nobody”"],
  ["/incidents?page=9999", "this list ends before page 9999"],
  ["/incidents?category=phishing&page=3", "this list ends before page 3"],
  ["/incidents/coinex-2023-09/more", "There is no page at"],
  ["/nowhere", "There is no page at /nowhere."],
  ["/.env", "There is no page at /.env."],
  ["/%00", "There is no page at"],
  ["/%ff", "There is no page at"],
];

test("what is not there is a 404 that says what is missing", async ({ request }) => {
  for (const [address, words] of MISSING) {
    const response = await ask(request, address);
    expect([address, response.status()]).toEqual([address, 404]);
    expect([address, response.headers()["cache-control"]]).toEqual([address, "no-store"]);
    const text = (await response.text()).replace(/<!-- -->/g, "");
    expect(text).toContain(words);
  }
});

test("inner addresses lead nowhere from outside", async ({ request }) => {
  for (const address of [
    "/versioned",
    "/versioned/newest.1/overview/all",
    "/versioned/newest.1/overview/year%3D2023%26through%3D2023-12-31",
    "/versioned/pinned.1/incidents/all",
    "/versioned/pinned.1/methodology",
    "/v/1/versioned/pinned.1/methodology",
    "/problem",
    "/v/1/problem",
  ]) {
    expect([address, (await ask(request, address)).status()]).toEqual([address, 404]);
  }
});

test("a reader cannot put words into a page by a header", async ({ request }) => {
  const header = encodeURIComponent(
    JSON.stringify({
      status: 400,
      title: "Forged",
      problems: [],
      missing: "Forged",
      version: null,
    }),
  );
  for (const address of ["/", "/problem", "/?year=abc", "/nowhere"]) {
    for (const value of [header, "%7B", "{}"]) {
      const response = await ask(request, address, { "x-lossline-problem": value });
      expect([address, response.status() < 500]).toEqual([address, true]);
      expect(await response.text()).not.toContain("Forged");
    }
  }
});

test("pages are only read", async ({ request }) => {
  for (const address of ["/", "/v/1/incidents", "/incidents/coinex-2023-09", "/nowhere"]) {
    const head = await request.head(address);
    const get = await ask(request, address);
    expect([address, head.status()]).toEqual([address, get.status()]);
    expect(head.headers()["cache-control"]).toBe(get.headers()["cache-control"]);
    expect(head.headers().etag).toBe(get.headers().etag);
    expect(await head.body()).toHaveLength(0);
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await request.fetch(address, { method });
      expect([method, address, response.status()]).toEqual([method, address, 405]);
      expect(response.headers().allow).toBe("GET, HEAD");
    }
  }
});

test("nonsense never ends in an error of the server", async ({ request }) => {
  for (const address of [
    "/?%",
    "/?%00",
    "/?=",
    "/?&&&",
    "/?year",
    "/?year[]=2023",
    "/?__proto__=1&constructor=2",
    "/?year=%E0%A4%A",
    "/?year=２０２３",
    "/incidents?q=%F0%9F%92%B8",
    "/incidents?q=%ED%A0%80",
    "/incidents?q=%25%5F%5C",
    "/incidents?q='%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/incidents?q=all",
    "/incidents?chain=constructor",
    "/incidents?chain=toString",
    "/incidents?least=999999999999999",
    "/incidents?from=0001-01-01&to=9999-12-31",
    "/incidents?page=100000",
    "/incidents?page=99999999999999999999",
    `/incidents?q=${"%C3%BC".repeat(1000)}`,
    `/${"a".repeat(4000)}`,
    `/incidents/${"a-".repeat(2000)}a`,
    "/v/1/v/1",
    "/v/%31",
    "/v/1%2Fincidents",
    "/incidents/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/_next/static/none",
    "/api/none",
  ]) {
    const response = await ask(request, address);
    expect([address, response.status()]).toEqual([address, expect.any(Number)]);
    expect([address, response.status() < 500]).toEqual([address, true]);
    expect(await response.text()).not.toContain("<script>alert(1)</script>");
  }
});

test("what a header changes is never kept for those who do not send it", async ({ request }) => {
  for (const address of ["/", "/v/1", "/v/1/incidents"]) {
    const response = await request.get(address, { headers: { RSC: "1" }, maxRedirects: 0 });
    const vary = (response.headers().vary ?? "").toLowerCase().split(/, */);
    expect([address, vary]).toEqual([address, expect.arrayContaining(["rsc"])]);
    // Nobody needs a page as data, and a redirect to that would be kept as long as the page.
    const { "content-type": type = "", ...others } = response.headers();
    expect([address, response.status(), type]).toEqual([address, 200, "text/html; charset=utf-8"]);
    expect(Object.keys(others).filter((name) => name.startsWith("x-middleware"))).toEqual([]);
  }
});

test("pictures are not made smaller by a route of Next's own, and its inner URLs are nobody's", async ({
  request,
}) => {
  const image = "/_next/image?url=%2Ficon.svg&w=64&q=75";
  const inner = "/versioned/newest.1/overview";
  const headers = { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" };
  expect((await request.get(image)).status()).toBe(404);
  expect((await request.get(inner, { headers })).status()).toBe(404);
});
