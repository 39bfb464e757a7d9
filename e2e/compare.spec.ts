import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const YEARS = "/compare?year=2024&with-year=2025";
const headline = (page: Page) => page.getByRole("heading", { level: 1 });

/** What a table's cell says in full, in US dollars. */
const valueIn = async (page: Page, table: string, row: string) =>
  Number(
    await page
      .getByRole("table", { name: table })
      .getByRole("row", { name: new RegExp(`^${row}`) })
      .locator("data")
      .last()
      .getAttribute("value"),
  );

for (const scheme of ["light", "dark"] as const)
  for (const width of [390, 1440])
    test(`is accessible and fits, ${scheme} at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const url of [
        YEARS,
        "/compare?actor=lazarus-group&with-actor=none",
        "/v/1/compare?year=2025&with-estimate=high&with-least=1000000",
      ]) {
        await page.goto(url);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([url, overflow]).toEqual([url, 0]);
      }
    });

test("the change is there at first sight, with and without the largest", { tag: "@smoke" }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(YEARS);
  await expect(headline(page)).toHaveText("2025 against 2024: crypto-asset thefts");
  for (const text of ["all that is counted", "without the largest incident of each"])
    await expect(page.getByText(text)).toBeInViewport();
  await expect(page.getByRole("definition").first()).toHaveText(/^[+−]\d+%$/);
});

/** Goes on with the tab key until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("never had the focus");
}

test("a keyboard alone chooses two actors and a category, without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/compare?with-actor=none");
  const form = page.getByRole("form", { name: "What to compare" });
  const first = form.getByRole("group", { name: "First", exact: true });
  await tabTo(page, page.getByRole("link", { name: "Choose what" }));
  await page.keyboard.press("Enter");
  await tabTo(page, first.getByLabel("Attributed to"));
  await page.keyboard.type("Lazarus Group");
  await tabTo(page, first.getByLabel("Category"));
  await page.keyboard.type("Wallet");
  await tabTo(page, form.getByRole("button", { name: "Compare" }));
  await page.keyboard.press("Enter");
  await expect(headline(page)).toHaveText(
    /^Nobody named against Lazarus Group: .*wallet compromise/,
  );
  expect(new URL(page.url()).searchParams.get("with-actor")).toBe("none");
  for (const heading of ["What makes the difference", "By category", "By technique"])
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
  await context.close();
});

test("what is shown, the steps and the files are the same numbers", async ({ page, request }) => {
  await page.goto(YEARS);
  const data = await (await request.get(YEARS.replace("?", ".json?"))).json();
  const rows: Record<"part" | "value" | "change", string | number>[] = data.rows;
  const [all] = rows;
  for (const by of ["incident", "category", "technique"]) {
    const cents = rows
      .filter(({ part }) => part === `by_${by}`)
      .reduce((sum, { change }) => sum + Math.round(Number(change) * 100), 0);
    expect([by, cents]).toEqual([by, Math.round(Number(all?.change) * 100)]);
    expect(await valueIn(page, `The difference by ${by}`, "Difference")).toBe(all?.change);
  }
  expect(data.url).toMatch(/\/v\/1\/compare\?from=2024-01-01&to=2024-12-31&with-from=/);
  const csv = await request.get("/v/1/compare.csv?year=2024&with-year=2025");
  expect(csv.headers()["cache-control"]).toContain("immutable");
  expect((await csv.text()).split("\r\n")[1]).toContain(String(all?.change));
});

test("an incident of both sides is named, and is no part of the difference", async ({ page }) => {
  await page.goto("/compare?year=2024&with-from=2024-06-01&with-to=2025-06-30");
  await expect(
    page.getByText(/incidents are counted on both sides, with \$.* on each/),
  ).toBeVisible();
});

test("days that are not covered are not compared", async ({ page, request }) => {
  const data = await (await request.get("/compare.json?year=2024&with-from=2090-01-01")).json();
  expect(data.sentence).toContain("Change: not known");
  expect(data.rows[0]).toMatchObject({ part: "all", second: null, change: null });
  expect(data.rows.map(({ part }: { part: string }) => part)).not.toContain("by_category");
  await page.goto("/compare?year=2024&with-from=2090-01-01");
  await expect(page.getByText(/not yet covered/).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "What makes the difference" })).toHaveCount(0);
  await expect(page.getByRole("cell", { name: "−100%" })).toHaveCount(0);
});

for (const [query, named, allowed] of [
  ["year=2024&with-category=theft", "with-category", "phishing"],
  ["year=2024&with-year=2024", "with-year", "two things to compare"],
  ["actor=lazarus-group&with-actor=lazarus-group", "with-actor", "two things to compare"],
  ["year=2024&with-from=2025-02-01&with-to=2025-01-01", "with-to", "not before with-from"],
  ["year=2024&with-measure=count", "with-measure", "gross, net, returned"],
  ["year=2024&with-yaer=2025", "with-yaer", "with-year"],
] as const)
  test(`/compare?${query} is refused for ${named}`, async ({ page, request }) => {
    const answer = await page.goto(`/compare?${query}`);
    expect(answer?.status()).toBe(400);
    await expect(page.locator("main")).toContainText(named);
    await expect(page.locator("main")).toContainText(allowed);
    expect((await request.get(`/compare.json?${query}`)).status()).toBe(400);
  });

test("like for like says from when, on its page and on the year's", async ({ page, request }) => {
  const { coveredThrough, publishedOn } = await (
    await request.get(YEARS.replace("?", ".json?"))
  ).json();
  const from = `${Number(publishedOn.slice(0, 4)) + 1}${publishedOn.slice(4)}`;
  await page.goto(YEARS);
  const section = page.getByRole("region", { name: "Like for like" });
  await expect(section.locator("time")).toHaveAttribute("datetime", from);
  await page.goto(`/periods/${coveredThrough.slice(0, 4)}`);
  await expect(page.getByText(/^Like for like, against last year/).locator("time")).toHaveAttribute(
    "datetime",
    from,
  );
  await page.goto("/periods/2023");
  await expect(page.getByText(/^Like for like/)).toHaveCount(0);
});

test("pages of years and actors lead to it", async ({ page }) => {
  await page.goto("/periods/2024");
  await page.getByRole("link", { name: "Compare with the same days a year before" }).click();
  await expect(headline(page)).toHaveText(/^2024 against 2023/);
  await page.goto("/actors/lazarus-group");
  await page.getByRole("link", { name: /^Compare two years/ }).click();
  await expect(headline(page)).toContainText("attributed to Lazarus Group");
});
