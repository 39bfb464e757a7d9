import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

/** A page of each kind that can be embedded. */
const EMBEDDABLE = [
  "/charts/monthly?year=2023",
  "/charts/largest?year=2023",
  "/charts/actors?year=2023&confidence=likely",
  "/incidents/coinex-2023-09",
  "/targets/htx",
  "/actors/lazarus-group?year=2023",
  "/periods/2023-Q3",
];

interface Answer {
  type: string;
  title: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

async function oembed(request: APIRequestContext, url: string, more = ""): Promise<Answer> {
  const answer = await request.get(`/oembed?url=${encodeURIComponent(url)}${more}`);
  expect([url, answer.status()]).toEqual([url, 200]);
  return answer.json();
}

const sourceIn = (html: string) => (/src="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&amp;", "&");

/** A story that holds an embed as content systems do that keep neither styles nor scripts. */
async function tellStory(page: Page, src: string, width: number, height: number): Promise<void> {
  await page.route("**/story", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><body style="margin:0"><iframe src="${src.replaceAll("&", "&amp;")}" width="${width}" height="${height}" style="max-width:100%;border:0" title="Chart"></iframe>`,
    }),
  );
  await page.goto("/story");
}

test("whatever can be embedded says how, in its head and to oEmbed", { tag: "@smoke" }, async ({
  page,
  request,
  baseURL,
}) => {
  for (const path of EMBEDDABLE) {
    for (const address of [path, `/v/1${path}`]) {
      await page.goto(address);
      const link = page.locator('head link[type="application/json+oembed"]');
      const discovered = await request.get((await link.getAttribute("href")) ?? "");
      expect([address, discovered.status()]).toEqual([address, 200]);
      const answer: Answer = await discovered.json();
      expect(answer).toMatchObject({ version: "1.0", type: "rich", width: 760, height: 640 });
      expect(await link.getAttribute("title")).toBe(answer.title);
      const src = sourceIn(answer.html);
      expect(src.startsWith(`${baseURL}${address.startsWith("/v/1") ? "/v/1" : ""}/embed/`)).toBe(
        true,
      );
      const embed = await request.get(src);
      expect([src, embed.status()]).toEqual([src, 200]);
      expect(embed.headers()["content-security-policy"]).toContain("frame-ancestors *");
      // An embed's own address is understood as well, and is what it was.
      expect(sourceIn((await oembed(request, src)).html)).toBe(src);
    }
  }
});

test("without its script, a frame holds picture and source line whatever its size", async ({
  browser,
  baseURL,
}) => {
  const sizes = [
    [320, 640],
    [360, 480],
    [390, 640],
    [599, 640],
    [760, 640],
    [760, 300],
  ] as const;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  for (const path of EMBEDDABLE) {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height: 700 });
      const src = `${baseURL}/v/1/embed${path.replace(/^\/charts(?=\/)/, "")}`;
      await tellStory(page, src, 760, height);
      const frame = page.frameLocator("iframe");
      const picture = await frame.getByRole("img").boundingBox();
      const line = await frame.getByRole("link").boundingBox();
      expect(await frame.getByRole("img").count()).toBe(1);
      const named = [src, width, height];
      expect([...named, (line?.y ?? height) + (line?.height ?? 0) <= height]).toEqual([
        ...named,
        true,
      ]);
      expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThanOrEqual(line?.y ?? 0);
      expect(picture?.height).toBeGreaterThan(height * 0.6);
      // Nothing is left to scroll to.
      const rest = await frame
        .locator("html")
        .evaluate((html) => [
          html.scrollHeight - html.clientHeight,
          html.scrollWidth - html.clientWidth,
        ]);
      expect([...named, ...rest]).toEqual([...named, 0, 0]);
    }
  }
  await context.close();
});

test("oEmbed keeps within the room that there is, its thumbnail included", async ({
  request,
  baseURL,
}) => {
  const rooms: [width: number | null, height: number | null][] = [
    [null, null],
    [500, null],
    [null, 400],
    [640, 360],
    [320, 480],
    [1200, 675],
    [300, 300],
    [2000, 320],
  ];
  for (const path of EMBEDDABLE.filter((_, place) => place % 2 === 0)) {
    for (const [width, height] of rooms) {
      const more = `${width === null ? "" : `&maxwidth=${width}`}${height === null ? "" : `&maxheight=${height}`}`;
      const answer = await oembed(request, `${baseURL}${path}`, more);
      const [most, highest] = [width ?? 9999, height ?? 9999];
      expect(answer.width).toBeLessThanOrEqual(most);
      expect(answer.height).toBeLessThanOrEqual(highest);
      expect(answer.html).toContain(`width="${answer.width}" height="${answer.height}"`);
      if (answer.thumbnail_url === undefined) {
        // No picture is narrower or lower than 320.
        expect(Math.min(most, highest)).toBeLessThan(320);
        continue;
      }
      expect(answer.thumbnail_width).toBeLessThanOrEqual(most);
      expect(answer.thumbnail_height).toBeLessThanOrEqual(highest);
      const png = await (await request.get(answer.thumbnail_url)).body();
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        answer.thumbnail_width,
        answer.thumbnail_height,
      ]);
    }
  }
});

test("oEmbed reads an address as its page would be answered", async ({
  request,
  baseURL,
  page,
}) => {
  await page.goto("/v/1/charts/monthly?year=2023");
  const shortId = (await page.locator('a[href^="/c/"]').first().innerText()).trim();
  const { title } = await oembed(request, `${baseURL}/v/1/charts/monthly?year=2023`);
  for (const url of [
    `${baseURL}/v/1/charts/monthly/?year=2023`,
    `${baseURL}/v/1/charts/monthly?utm_source=x&year=2023&fbclid=y`,
    `${baseURL}/v/1/charts/monthly?year=2023).`,
    `${baseURL}/v/1/embed/monthly?year=2023&theme=dark`,
    `${baseURL}/c/${shortId}`,
    `${baseURL}/c/${shortId}/`,
    "/v/1/charts/monthly?year=2023",
  ])
    expect([url, (await oembed(request, url)).title]).toEqual([url, title]);
  const dark = await oembed(request, `${baseURL}/v/1/embed/monthly?year=2023&theme=dark`);
  expect(sourceIn(dark.html)).toContain("&theme=dark");
  // What the asker adds beside the URL is left alone, as oEmbed has it.
  await oembed(request, `${baseURL}/periods/2023/`, "&discover=1&colour=red&yaer=2");
});

test("oEmbed says what is wrong with an address, and embeds nothing else", async ({
  request,
  baseURL,
}) => {
  for (const [url, status] of [
    ["https://elsewhere.example/charts/monthly", 400],
    ["//elsewhere.example/charts/monthly", 400],
    ["javascript:alert(1)", 400],
    ["", 400],
    [`${baseURL}/c/not-an-id`, 400],
    [`${baseURL}/incidents`, 404],
    [`${baseURL}/`, 404],
    [`${baseURL}/v/999999/charts/monthly`, 404],
    [`${baseURL}/incidents/no-such-theft`, 404],
    [`${baseURL}/embed/targets/no-such-target`, 404],
    [`${baseURL}/charts/none`, 400],
    [`${baseURL}/charts/monthly?yaer=2023`, 400],
    [`${baseURL}/charts/monthly?theme=dark`, 400],
    [`${baseURL}/periods/2099`, 400],
  ] as const) {
    const answer = await request.get(`/oembed?url=${encodeURIComponent(url)}`);
    expect([url, answer.status()]).toEqual([url, status]);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
  }
  for (const path of ["/embed/targets/no-such-target", "/embed/periods/2099", "/embed/incidents/"])
    expect([path, (await request.get(path)).status() >= 400]).toEqual([path, true]);
});

test("with its script, an embed says what is pointed at", async ({ page }) => {
  await page.goto("/v/1/embed/monthly?year=2023");
  const mark = page.locator(".wide g[pointer-events] rect").nth(3);
  const tip = page.locator("#tip");
  await expect(tip).toBeHidden();
  // Its own words are taken from it once the script has them.
  await expect(mark.locator("title")).toHaveCount(0);
  await mark.hover();
  await expect(tip).toHaveText(/2023.*\$|\$.*2023/s);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
});

test("a frozen embed of a record says so when that has been corrected since", async ({ page }) => {
  await page.route("**/version.json", (route) =>
    route.fulfill({ json: { version: 2, publishedOn: "2030-01-01" } }),
  );
  for (const path of [
    "/incidents/coinex-2023-09",
    "/targets/htx",
    "/actors/lazarus-group",
    "/periods/2023-Q3",
  ]) {
    await page.unroute(`**/embed${path}**`);
    const compared = page.waitForResponse(
      (answer) => new URL(answer.url()).pathname === `/embed${path}`,
    );
    await page.goto(`/v/1/embed${path}`);
    await (await compared).finished();
    await page.waitForTimeout(500);
    await expect(page.getByRole("link")).toHaveCount(1);
    await page.route(
      (url) => url.pathname === `/embed${path}`,
      (route) => route.fulfill({ body: '<meta name="lossline:digest" content="other">' }),
    );
    await page.reload();
    await expect(page.getByRole("link", { name: "Corrected since: see version 2" })).toBeVisible();
  }
});
