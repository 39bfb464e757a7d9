import { expect, type Page, test } from "@playwright/test";

// What search engines, social networks and reference managers find in the heads of pages, and where they look.

/** A page of each kind, with the path that is to be found of it. */
const PAGES: [address: string, canonical: string][] = [
  ["/", "/"],
  ["/?year=2023", "/?year=2023&through=2023-12-31"],
  ["/incidents", "/incidents"],
  ["/incidents?category=phishing&page=2", "/incidents?category=phishing&page=2"],
  ["/timeline", "/timeline"],
  ["/incidents/coinex-2023-09", "/incidents/coinex-2023-09"],
  ["/incidents/coinex-2023-09/history", "/incidents/coinex-2023-09/history"],
  ["/targets", "/targets"],
  ["/targets/htx", "/targets/htx"],
  ["/actors", "/actors"],
  ["/actors/lazarus-group", "/actors/lazarus-group"],
  ["/methodology", "/methodology"],
  ["/api", "/api"],
  ["/verify", "/verify"],
  ["/dumps", "/dumps"],
  ["/figures", "/figures"],
  ["/figures/158", "/figures/158"],
  ["/figures/gaps", "/figures/gaps"],
  ["/publishers", "/publishers"],
  ["/publishers/certik", "/publishers/certik"],
  ["/charts", "/charts"],
  ["/charts/monthly", "/charts/monthly"],
  ["/charts/largest?year=2023", "/charts/largest?year=2023&through=2023-12-31"],
  ["/periods", "/periods"],
  ["/periods/2023-Q3", "/periods/2023-Q3"],
  ["/links", "/links"],
  ["/links/atomic-wallet-2023-06", "/links/atomic-wallet-2023-06"],
  ["/statistics?year=2023", "/statistics?year=2023&through=2023-12-31"],
  ["/changes", "/changes?from=1&to=1"],
  ["/number?year=2023", "/number?from=2023-01-01&to=2023-12-31"],
];

const pinned = (address: string) => `/v/1${address}`.replace(/^\/v\/1\/(?=\?|$)/, "/v/1");

/** What a page says under a name in its head; each once. */
async function saidIn(page: Page, selector: string, attribute: string): Promise<string> {
  const found = page.locator(`head ${selector}`);
  expect([page.url(), selector, await found.count()]).toEqual([page.url(), selector, 1]);
  return (await found.getAttribute(attribute)) ?? "";
}

test("every page says what it is, in each of the ways in which it is asked", async ({
  page,
  request,
}) => {
  for (const [address, canonical] of PAGES) {
    for (const asked of [address, pinned(address)]) {
      await page.goto(asked);
      expect([asked, await saidIn(page, 'link[rel="canonical"]', "href")]).toEqual([
        asked,
        canonical,
      ]);
      for (const property of ["site_name", "type", "title", "description", "url", "image:alt"])
        expect(
          (await saidIn(page, `meta[property="og:${property}"]`, "content")).length,
        ).toBeGreaterThan(2);
      expect(await saidIn(page, 'meta[name="description"]', "content")).not.toBe("");
      expect(await saidIn(page, 'meta[name="citation_title"]', "content")).not.toBe("");
      expect(await saidIn(page, 'meta[name="citation_public_url"]', "content")).toMatch(/^\/v\/1/);
      expect(await saidIn(page, 'meta[name="citation_publication_date"]', "content")).toMatch(
        /^\d{4}\/\d\d\/\d\d$/,
      );
      const data = JSON.parse(
        (await page.locator('script[type="application/ld+json"]').textContent()) ?? "",
      );
      expect(data).toMatchObject({
        "@context": "https://schema.org",
        version: "1",
        license: "https://creativecommons.org/licenses/by/4.0/",
        publisher: { name: "Lossline" },
      });
      expect(["Dataset", "Article", "CollectionPage"]).toContain(data["@type"]);
      for (const path of [
        data.url,
        ...(data.distribution ?? []).map((each: { contentUrl: string }) => each.contentUrl),
      ])
        expect([path, path.startsWith("/v/1")]).toEqual([path, true]);
    }
    const picture = await saidIn(page, 'meta[property="og:image"]', "content");
    const png = await request.get(picture);
    expect([picture, png.status()]).toEqual([picture, 200]);
    const bytes = await png.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect((await request.get(canonical)).status()).toBe(200);
  }
});

test("a chart's data are where its description says", async ({ page, request }) => {
  await page.goto("/charts/monthly?year=2023");
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? "",
  );
  expect(data.temporalCoverage).toBe("2023-01-01/2023-12-31");
  expect(data.distribution).toHaveLength(5);
  for (const { contentUrl, encodingFormat } of data.distribution) {
    const answer = await request.get(contentUrl);
    expect([contentUrl, answer.status()]).toEqual([contentUrl, 200]);
    expect(answer.headers()["content-type"]).toContain(encodingFormat);
  }
});

test("the sitemap lists pages that are there, and robots.txt names it", async ({
  request,
  baseURL,
}) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml\n`);
  const locations = async (url: string) =>
    [
      ...(await (await request.get(url)).text()).matchAll(
        /<loc>([^<]*)<\/loc><lastmod>(\d{4}-\d\d-\d\d)</g,
      ),
    ].map(([, loc = "", day = ""]) => ({ loc: loc.replaceAll("&amp;", "&"), day }));
  const files = await locations("/sitemap.xml");
  expect(files.map(({ loc }) => loc)).toEqual([`${baseURL}/sitemaps/1.xml`]);
  const pages = await locations("/sitemaps/1.xml");
  expect(pages.length).toBeGreaterThan(2000);
  expect(new Set(pages.map(({ loc }) => loc)).size).toBe(pages.length);
  const { publishedOn } = await (await request.get("/version.json")).json();
  for (const { loc, day } of pages) {
    expect(loc.startsWith(`${baseURL}/`)).toBe(true);
    expect(day <= publishedOn).toBe(true);
  }
  // One of each kind, and some of the many.
  const tried = pages.filter(
    (_, place) => place < 20 || place % 400 === 0 || place > pages.length - 4,
  );
  for (const { loc } of tried)
    expect([loc, (await request.get(loc, { maxRedirects: 0 })).status()]).toEqual([loc, 200]);
  // No version has one: it lists plain URLs.
  for (const path of ["/sitemaps/2.xml", "/v/1/sitemap.xml", "/v/1/sitemaps/1.xml"])
    expect((await request.get(path)).status()).toBe(404);
});

test("nobody is named for weaknesses whom the operator has not named", async ({ request }) => {
  const answer = await request.get("/.well-known/security.txt");
  expect(answer.status()).toBe(404);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
});
