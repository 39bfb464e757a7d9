import { expect, type Page, test } from "@playwright/test";

const main = (page: Page) => page.getByRole("main");
/** The line of a table that has a heading. */
const line = (page: Page, heading: string) =>
  page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader").getByRole("link", { name: heading, exact: true }) });
/** The part of a page under a heading. */
const part = (page: Page, name: string) => page.getByRole("region", { name });

test("an incident leads to its target, and the target to exactly what befell it", {
  tag: "@smoke",
}, async ({ page }) => {
  await page.goto("/incidents/liquid-2021-08");
  await main(page).getByRole("link", { name: "Liquid", exact: true }).click();
  await page.waitForURL(/\/targets\/liquid$/);
  await expect(page).toHaveTitle(/Liquid/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Liquid");
  await expect(main(page)).toContainText("Quoine, QUOINEX");
  const lost = main(page).getByRole("link", { name: "$97.0m", exact: true });
  await expect(lost).toHaveAttribute("href", "/incidents?target=liquid&sort=largest");
  await lost.click();
  await page.waitForURL(/\/incidents\?target=liquid&sort=largest$/);
  await expect(main(page).getByText("1 incident at Liquid, $97.0m lost.")).toBeVisible();
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(1);
});

test("a target is found by any of its names, by keyboard alone", async ({ page }) => {
  await page.goto("/targets");
  for (const [name, target] of [
    ["huobi", "HTX"],
    ["바이비트", "Bybit"],
    ["Sky Mavis", "Ronin"],
  ] as const) {
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(name);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === name);
    await expect(line(page, target)).toBeVisible();
  }
  await expect(line(page, "Ronin")).toContainText("also Ronin Network (Sky Mavis)");
  await line(page, "Ronin").getByRole("link", { name: "Ronin", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/targets\/ronin$/);
});

test("those that were robbed most often stand first; kinds and orders are chosen", async ({
  page,
}) => {
  await page.goto("/targets");
  const counts = async () =>
    (await page.locator("main tbody tr td:nth-of-type(2)").allInnerTexts()).map(Number);
  const most = await counts();
  expect(most.length).toBe(50);
  expect(most).toEqual(most.toSorted((one, other) => other - one));
  await page.getByLabel("Kind").selectOption("bridge");
  await page.getByLabel("Order").selectOption("name");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/target=bridge/);
  const names = await page.getByRole("rowheader").getByRole("link").allInnerTexts();
  const lower = names.map((name) => name.toLowerCase());
  expect(lower).toEqual(lower.toSorted());
  for (const kind of await page.locator("main tbody tr td:nth-of-type(1)").allInnerTexts())
    expect(kind).toBe("Bridge");
});

test("those that were robbed more than once are a list of their own", async ({ page }) => {
  await page.goto("/targets");
  const link = page.getByRole("link", { name: /of them robbed more than once$/ });
  const [repeated] = (await link.innerText()).match(/[\d,]+/) ?? [];
  await link.click();
  await expect(page).toHaveURL(/\/targets\?robbed=repeatedly$/);
  await expect(page.getByText(`${repeated} targets robbed more than once.`)).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  const counts = await page.locator("main tbody tr td:nth-of-type(2)").allInnerTexts();
  for (const count of counts) expect(Number(count)).toBeGreaterThan(1);
  await expect(page.getByLabel("Robbed")).toHaveValue("repeatedly");
});

test("what befell a target under an earlier name stands apart", async ({ page }) => {
  await page.goto("/targets/coinbin");
  await expect(part(page, "Incidents").getByRole("rowheader")).toHaveText([/Coinbin/]);
  await expect(part(page, "As Youbit").getByRole("rowheader")).toHaveText([/Youbit/]);
  await expect(part(page, "As Yapizon").getByRole("rowheader")).toHaveText([/Yapizon/]);
  await part(page, "As Youbit").getByRole("link", { name: "Youbit", exact: true }).click();
  await page.waitForURL(/\/targets\/youbit$/);
  await expect(main(page).getByRole("link", { name: "Coinbin", exact: true })).toBeVisible();
  await main(page)
    .getByRole("link", { name: /What was ever published/ })
    .click();
  await page.waitForURL(/\/targets\/youbit\/history$/);
  await expect(main(page)).toContainText("It has been published once and never changed.");
});

test("a search for a name says who bears it, and adds nothing up", async ({ page }) => {
  await page.goto("/incidents?q=Lazarus+Group");
  const named = main(page).getByRole("listitem").filter({ hasText: "is an actor" });
  await expect(named).toHaveText(/^Lazarus Group is an actor: 1\d\d incidents, \$6\.\d\dbn lost/);
  await expect(main(page).getByText(/^\d+ incidents mention “Lazarus Group”\.$/)).toBeVisible();
  await expect(main(page).getByText(/\$.* lost\.$/)).toHaveCount(0);
  await page.goto("/incidents?q=Huobi");
  await expect(page.getByRole("rowheader", { name: "HTX hot-wallet theft" })).toBeVisible();
  await main(page)
    .getByRole("listitem")
    .filter({ hasText: "is a target" })
    .getByRole("link", { name: "HTX", exact: true })
    .click();
  await page.waitForURL(/\/targets\/htx$/);
});

test("a slug that no target has is refused, and says what is allowed", async ({
  baseURL,
  request,
}) => {
  for (const address of [
    "/incidents?target=exchagne",
    "/v/1/charts/monthly.json?year=2023&target=exchagne",
    `/oembed?url=${encodeURIComponent(`${baseURL}/charts/largest?target=exchagne`)}`,
  ]) {
    const response = await request.get(address);
    expect([address, response.status()]).toEqual([address, 404]);
    const said = await response.text();
    expect(said).toContain("exchagne");
    expect(said).toContain("one of exchange, payment-processor");
  }
  expect((await request.get("/targets/nobody")).status()).toBe(404);
  expect((await request.get("/targets?page=99")).status()).toBe(404);
  expect((await request.get("/targets?target=liquid")).status()).toBe(400);
});

test("a chart of one target names it and is drawn of its incidents", async ({ request }) => {
  const chart = await (await request.get("/charts/largest.json?target=liquid")).json();
  expect(chart.title).toContain("at Liquid");
  expect(JSON.stringify(chart)).toContain("97000000");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("targets are searched, paged and read", async ({ page }) => {
    await page.goto("/targets");
    await page.getByRole("link", { name: "Next" }).click();
    await page.waitForURL(/\/v\/1\/targets\?page=2$/);
    await expect(page.getByRole("rowheader")).toHaveCount(50);
    await page.goto("/targets");
    await page.getByRole("searchbox").fill("Quoine");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/q=Quoine/);
    await line(page, "Liquid").getByRole("link", { name: "Liquid", exact: true }).click();
    await page.waitForURL(/\/targets\/liquid$/);
    await expect(part(page, "Incidents").getByRole("rowheader")).toHaveCount(1);
  });
});

for (const width of [320, 390, 1440]) {
  test(`nothing reaches past the sides at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ["/targets", "/targets/multichain", "/targets/coinbin"]) {
      await page.goto(address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([address, wide]).toEqual([address, Math.min(wide, width)]);
    }
  });
}
