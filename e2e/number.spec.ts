import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

/** Where a total is shown, and the one of its links whose number the page must be about. */
const PLACES: [url: string, total: (page: Page) => Promise<string>][] = [
  ["/?year=2023&through=2023-09-15", labelled("Total lost")],
  ["/periods/2022", labelled("Total lost")],
  ["/periods/2020-Q2", labelled("Total lost")],
  ["/actors/lazarus-group?confidence=likely", labelled("Losses attributed")],
  ["/actors/lazarus-group?year=2022&through=2022-12-31", labelled("Losses attributed")],
  ["/targets/htx", labelled("Lost")],
  ["/incidents?category=phishing&year=", listed],
  ["/incidents?actor=none&from=2024-01-01&to=2024-06-30&least=1000000", listed],
];

/** The amount under a label among the numbers at the top of a page. */
function labelled(label: string) {
  return async (page: Page) => {
    const term = page.getByText(label, { exact: true }).first();
    return (await term.locator("xpath=following-sibling::dd[1]//a").innerText()).trim();
  };
}

/** The sum of a list. */
async function listed(page: Page): Promise<string> {
  return page
    .getByRole("main")
    .getByText(/^[\d,]+ incidents?, .+ lost/)
    .locator("strong")
    .last()
    .innerText();
}

const headline = (page: Page) => page.getByRole("heading", { level: 1 });

for (const [url, total] of PLACES) {
  test(`the total of ${url} leads to the page about it`, async ({ page }) => {
    await page.goto(url.replace(/[?&]year=$/, ""));
    const shown = await total(page);
    expect(shown).toMatch(/^\$/);
    await page.getByRole("link", { name: "About this number" }).click();
    await expect(page).toHaveURL(/\/number/);
    await expect(headline(page)).toContainText(shown);
    const story = page.getByRole("figure").filter({ hasText: "For the story" });
    await expect(story).toContainText(shown);
  });
}

test("a chart's total leads there, and from there back to a chart of the same", async ({
  page,
}) => {
  await page.goto("/charts/techniques?year=2022&category=phishing");
  await page.getByRole("link", { name: "About this chart’s total" }).click();
  await expect(page).toHaveURL(/\/number\?from=2022-01-01&to=2022-12-31&category=phishing$/);
  const shown = await headline(page).locator("span").first().innerText();
  await page.getByRole("link", { name: "Chart this number" }).click();
  await expect(page).toHaveURL(/\/charts\/monthly\?year=2022&through=2022-12-31&category=phishing/);
  await page.getByRole("link", { name: "About this chart’s total" }).click();
  await expect(headline(page)).toContainText(shown);
});

test("every part of a number leads to the incidents that it counts", async ({ page }) => {
  await page.goto("/number?year=2023");
  for (const level of ["Confirmed", "Likely", "Suspected", "Not attributed"]) {
    await page.goto("/number?year=2023");
    const row = page.getByRole("row", { name: new RegExp(`^${level}`) });
    if ((await row.count()) === 0) continue;
    const count = await row.getByRole("link").last().innerText();
    await row.getByRole("link").last().click();
    const list = page
      .getByRole("main")
      .getByText(/^[\d,]+ incidents?\b/)
      .first();
    await expect(list).toHaveText(new RegExp(`^${count} incidents?\\b`));
  }
});

for (const scheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`is accessible and fits, ${scheme} at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const url of [
        "/number?year=2023",
        "/number?actor=lazarus-group",
        "/v/1/number?year=2019&category=phishing&target=bridge",
      ]) {
        await page.goto(url);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([url, overflow]).toEqual([url, 0]);
      }
    });

test("the sentences are copied by a button, with a permanent URL that answers", async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/number?year=2023&measure=count");
  const caption = page.getByRole("figure").filter({ hasText: "For the caption" });
  await expect(caption).toContainText(/https?:/);
  await caption.getByRole("button", { name: "Copy" }).click();
  await expect(caption.getByRole("status")).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const url = /https?:\S+$/.exec(copied)?.[0] ?? "";
  expect(new URL(url).pathname).toBe("/v/1/number");
  const response = await request.get(url);
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toContain("immutable");
});

test("all of it is there without scripts, and by one address as data", async ({
  browser,
  request,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/number?year=2022");
  await expect(page.getByRole("figure").filter({ hasText: "For the story" })).toContainText(
    "Known losses to crypto-asset thefts in 2022 came to $",
  );
  for (const heading of ["Range", "By confidence", "What others say", "What changed"])
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
  await context.close();
  const data = await (await request.get("/number.json?year=2022")).json();
  expect(data.sentence).toMatch(/^Known losses to crypto-asset thefts in 2022 came to \$/);
  expect(data.url).toMatch(/\/v\/1\/number\?from=2022-01-01&to=2022-12-31$/);
  const csv = await request.get("/v/1/number.csv?year=2022");
  expect(csv.headers()["cache-control"]).toContain("immutable");
  const [, all = ""] = (await csv.text()).split("\r\n");
  expect(Number(all.split(",")[2])).toBe(data.rows[0].loss_usd);
});

test("a selection without incidents, and one that is not covered, say so", async ({ page }) => {
  await page.goto("/number?year=2019&category=phishing&target=bridge");
  await expect(headline(page)).toContainText("None on record");
  await expect(page.getByText(/^Lossline has no crypto-asset thefts/).first()).toBeVisible();
  await page.goto("/number?from=2099-01-01");
  await expect(headline(page)).toContainText("Not covered yet");
});

test("what others say is held against a number of the same months alone", async ({ page }) => {
  await page.goto("/number?year=2025");
  const beside = page.getByRole("table", { name: /for the same months and scope/ });
  await expect(beside.getByRole("row").nth(1)).toContainText(/[+−±].*%\)/);
  await page.goto("/number?year=2025&least=1000000");
  await expect(page.getByText(/^No figure of another publisher is held against/)).toBeVisible();
  await expect(beside).toHaveCount(0);
});
