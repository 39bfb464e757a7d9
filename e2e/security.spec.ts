import { expect, type Page, test } from "@playwright/test";

/** One URL of every kind of page. */
const PAGES = [
  "/",
  "/incidents?q=exchange",
  "/incidents?view=timeline",
  "/timeline",
  "/incidents/coinex-2023-09",
  "/targets?q=liquid",
  "/targets/htx",
  "/targets/htx/history",
  "/links",
  "/links/atomic-wallet-2023-06",
  "/addresses/polygon/0x75497999432B8701330fB68058bd21918C02Ac59",
  "/addresses/ethereum/0x1",
  "/actors",
  "/actors/lazarus-group",
  "/charts",
  "/charts/monthly",
  "/charts/timeline",
  "/statistics",
  "/periods",
  "/periods/2023-09",
  "/changes?from=1&to=1",
  "/number?year=2023",
  "/compare?year=2024&with-year=2025",
  "/methodology",
  "/api",
  "/verify",
  "/dumps",
  "/figures",
  "/figures/158",
  "/figures/999999",
  "/figures/gaps",
  "/publishers",
  "/publishers/certik",
  "/search?q=coinex",
  "/search/lookup",
  "/v/1/",
  "/v/1/charts/actors",
  "/nothing-here",
  "/?year=never",
];

/** Every script, style or frame that the page's own policy refused. */
async function errors(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

for (const url of PAGES) {
  test(`${url} runs under a policy without inline script, seen first or again`, async ({
    page,
  }) => {
    const found = await errors(page);
    for (let time = 0; time < 2; time += 1) {
      const response = await page.goto(url);
      const policy = response?.headers()["content-security-policy"] ?? "";
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect(scripts).toMatch(/'(sha256|nonce)-/);
      expect(scripts).not.toContain("unsafe");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(response?.headers()["x-content-type-options"]).toBe("nosniff");
      await page.waitForLoadState("load");
      await page.waitForTimeout(300);
    }
    expect(found).toEqual([]);
  });
}

test("a script that somebody slips into a page does not run", async ({ page }) => {
  await page.route("**/methodology", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      "</body>",
      "<script>window.ran = 1</script></body>",
    );
    await route.fulfill({ response, body });
  });
  await page.goto("/methodology");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("only embeds may be framed", async ({ request }) => {
  for (const url of [
    "/",
    "/charts/monthly",
    "/v/1/charts/monthly.svg",
    "/suggest",
    "/desk/sign-in",
  ])
    expect([
      url,
      (await request.get(url))
        .headers()
        ["content-security-policy"]?.includes("frame-ancestors 'none'"),
    ]).toEqual([url, true]);
  const embed = (await request.get("/embed/monthly")).headers()["content-security-policy"];
  expect(embed).toContain("frame-ancestors *");
});

test("nobody reaches a rendered page past the proxy", async ({ request }) => {
  for (const headers of [{}, { "x-lossline-own": "" }, { "x-lossline-own": "guess" }]) {
    const response = await request.get("/versioned/newest.1/methodology", { headers });
    expect(response.status()).toBe(404);
  }
});

test("nobody who is not signed in is read for long", async ({ page, baseURL }) => {
  const send = (path: string, bytes: number) =>
    page.request.post(path, {
      headers: { origin: baseURL ?? "", "content-type": "application/octet-stream" },
      data: Buffer.alloc(bytes),
      maxRedirects: 0,
    });
  for (const path of ["/desk/sign-in", "/desk/join/x", "/desk/password", "/suggest"]) {
    const answer = await send(path, 2_000_000);
    expect([path, answer.status()]).toEqual([path, 413]);
    expect(await answer.text()).toMatch(/at most [\d.]+ MB/);
  }
});
