import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const headline = (page: Page) => page.getByRole("heading", { level: 1 });

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
