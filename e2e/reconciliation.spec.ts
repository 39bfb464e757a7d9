import { expect, type Page, test } from "@playwright/test";

const linesOf = (page: Page) => page.getByRole("table", { name: /^From Lossline’s number/ });

test("one year under four rules leads to how a figure differs, and on to its publisher", async ({
  page,
}) => {
  await page.goto("/figures");
  const year = page.getByRole("region", { name: /^One year, four rules: 2025/ });
  for (const publisher of ["SlowMist", "CertiK", "Chainalysis", "PeckShield"])
    await expect(year.getByRole("rowheader", { name: new RegExp(`^${publisher}`) })).toBeVisible();
  const chainalysis = year.getByRole("row", { name: /^Chainalysis/ });
  await expect(chainalysis).toContainText("3,400");
  await chainalysis.getByRole("cell").getByRole("link").click();
  await expect(page).toHaveURL(/\/figures\/\d+$/);
  await expect(linesOf(page)).toContainText("Exit scam, which it leaves out");
  await expect(linesOf(page)).toContainText("After 18 December 2025, where it stops");
  await page.getByRole("main").getByRole("link", { name: "Chainalysis", exact: true }).click();
  await expect(page).toHaveURL(/\/publishers\/chainalysis$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chainalysis");
  await expect(page.getByRole("img", { name: /^Pairs of bars/ })).toBeVisible();
});

test("the sum that names Lazarus Group is explained from the actor's page", async ({ page }) => {
  await page.goto("/actors/lazarus-group");
  const figures = page.getByRole("table", { name: /^Figures from other publishers/ }).first();
  await figures
    .getByRole("link", { name: "Why it differs: CoinChapter: Lazarus thefts, 2023 so far" })
    .click();
  const rows = linesOf(page).getByRole("row");
  await expect(rows.filter({ hasText: "CryptoCore" })).toContainText("−21.64");
  await expect(rows.filter({ hasText: "Citrine Sleet" })).toContainText("−10.00");
  await expect(rows.filter({ hasText: "as the FBI sums them" })).toContainText("−37.30");
  await expect(rows.filter({ hasText: "Residual" })).toContainText("0.00");
  await expect(rows.last()).toContainText("255.00");
});

test("a publisher's restated sums stand as steps", async ({ page }) => {
  await page.goto("/publishers/certik");
  const restated = page.getByRole("region", { name: "Sums that it restated" });
  await expect(restated).toContainText("CertiK, Jan 2023: rose from $28.0m to $33.7m.");
});

test("the largest differences are reached and followed by the keyboard alone", async ({ page }) => {
  await page.goto("/figures");
  const gaps = page.getByRole("link", { name: "the largest differences that nothing explains" });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await gaps.evaluate((link) => link === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(gaps).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/figures\/gaps$/);
  const cells = page.getByRole("row").getByRole("cell");
  const residuals = (await cells.allTextContents())
    .filter((_, place) => place % 4 === 3)
    .map((text) => Math.abs(Number(text.replace("−", "-").replace(/[+,]/g, ""))));
  expect(residuals.length).toBe(100);
  expect(residuals).toEqual(residuals.toSorted((one, other) => other - one));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a figure is found by its publisher and read line by line", async ({ page }) => {
    await page.goto("/v/1/figures?publisher=CertiK&from=2023-01-01&to=2023-08-31");
    await page
      .getByRole("link", {
        name: /^Lossline by its rule: .*: CertiK total, 2023 to the end of August$/,
      })
      .click();
    await expect(page).toHaveURL(/\/v\/1\/figures\/\d+$/);
    await expect(linesOf(page)).toContainText("BonqDAO exploit at its realised value of $1.7m");
    await expect(linesOf(page)).toContainText("989.61");
    await expect(linesOf(page)).toContainText("+7.39");
  });
});

test("the files say the same, and add up", async ({ request }) => {
  const answer = await request.get("/v/1/figures/reconciliations.json");
  expect(answer.headers()["content-type"]).toContain("application/json");
  const { rows } = (await answer.json()) as { rows: Record<string, number | string | null>[] };
  expect(rows.length).toBeGreaterThan(400);
  const cents = (value: unknown) => Math.round(Number(value) * 100);
  for (const row of rows) {
    if (row.not_reconciled !== null) {
      expect(row.residual_usd).toBeNull();
      continue;
    }
    expect(cents(row.under_rule_usd) + cents(row.residual_usd)).toBe(cents(row.published_usd));
  }
  const csv = await (await request.get("/v/1/figures/reconciliations.csv")).text();
  expect(csv.trim().split("\r\n")).toHaveLength(rows.length + 1);
});

test("what is not there is said to be so", async ({ request }) => {
  for (const [path, status] of [
    ["/figures/999999", 404],
    ["/figures/0", 404],
    ["/figures/one", 404],
    ["/publishers/nobody", 404],
    ["/publishers/No%20body", 404],
    ["/figures/gaps?page=-1", 400],
    ["/v/1/figures/158?sort=largest", 400],
    ["/figures/reconciliations.xlsx", 404],
  ] as const)
    expect([path, (await request.get(path)).status()]).toEqual([path, status]);
  expect(await (await request.get("/figures/999999")).text()).toContain("published figure 999999");
  expect(await (await request.get("/publishers/nobody")).text()).toContain("no publisher “nobody”");
});

test("a phone shows these pages without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const url of [
    "/figures",
    "/figures/158",
    "/figures/gaps",
    "/publishers",
    "/publishers/certik",
  ]) {
    await page.goto(url);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([url, overflow]).toEqual([url, 0]);
  }
});

test("no public page speaks of a seed article", async ({ request }) => {
  for (const path of ["/figures", "/actors/lazarus-group", "/periods/2023-08", "/figures.csv"])
    expect(await (await request.get(path)).text()).not.toMatch(/seed article/i);
});
