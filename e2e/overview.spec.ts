import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const SEPTEMBER = "/?year=2023&through=2023-09-15";

/** A figure of the year by its label, with what is said below it. */
const figure = (page: Page, label: string) =>
  page.getByRole("definition").filter({
    has: page.locator(`xpath=self::*[preceding-sibling::dt[normalize-space()="${label}"]]`),
  });

/** The one sentence that says what a list of incidents adds up to. */
const summary = (page: Page) => page.getByRole("main").getByText(/^[\d,]+ incidents?, .+ lost/);

/** The table under a chart, unfolded. */
async function tableOf(page: Page, title: RegExp): Promise<Locator> {
  const chart = page.getByRole("figure", { name: title });
  await chart.getByText("The same numbers as a table").click();
  return chart.getByRole("table");
}

/** The text and the address of every link in some cells. */
async function linksIn(cells: Locator): Promise<{ text: string; href: string }[]> {
  return cells.getByRole("link").evaluateAll((links) =>
    links.map((link) => ({
      text: link.textContent ?? "",
      href: link.getAttribute("href") ?? "",
    })),
  );
}

test("every figure leads to the incidents that it counts", { tag: "@smoke" }, async ({ page }) => {
  await page.goto(SEPTEMBER);
  const total = figure(page, "Total lost").getByRole("link").first();
  const [inShort, exact] = [await total.innerText(), await total.getAttribute("title")];
  const incidents = figure(page, "Incidents of $1m and more").getByRole("link");
  const [large, count] = [await incidents.first().innerText(), await incidents.last().innerText()];
  const unknown = await figure(page, "Of unknown size").getByRole("link").innerText();
  const returned = await figure(page, "Returned").getByRole("link").innerText();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${inShort} lost`);

  await total.click();
  await page.waitForURL(/\/incidents\?from=2023-01-01&to=2023-09-15$/);
  await expect(summary(page)).toHaveText(
    new RegExp(`^${count} incidents, .* lost, ${unknown} of unknown size, .* returned in \\d+\\.$`),
  );
  await expect(summary(page).getByText(inShort, { exact: true })).toHaveAttribute(
    "title",
    exact ?? "",
  );

  await page.goto(SEPTEMBER);
  await incidents.first().click();
  await expect(summary(page)).toHaveText(new RegExp(`^${large} incidents, `));

  await page.goto(SEPTEMBER);
  await figure(page, "Of unknown size").getByRole("link").click();
  await expect(
    page.getByRole("main").getByText(new RegExp(`^${unknown} incidents? of unknown size\\.$`)),
  ).toBeVisible();

  await page.goto(SEPTEMBER);
  await figure(page, "Returned").getByRole("link").click();
  await expect(summary(page)).toContainText(`, ${returned} returned in`);

  await page.goto(SEPTEMBER);
  const largest = figure(page, "Largest").getByRole("link").first();
  const loss = await largest.innerText();
  await largest.click();
  await expect(page.getByRole("main")).toContainText(loss);
});

test("the year before leads to the same days of that year", async ({ page }) => {
  await page.goto("/?year=2024&through=2024-02-29");
  const link = figure(page, "Change").getByRole("link", { name: /^\$/ });
  const before = await link.innerText();
  await link.click();
  await page.waitForURL(/\?year=2023&through=2023-02-28$/);
  await expect(figure(page, "Total lost").getByRole("link")).toHaveText(before);
});

test("every number in the chart's table is what its list adds up to", async ({ page }) => {
  test.slow();
  await page.goto(SEPTEMBER);
  const table = await tableOf(page, /^Losses by month and category/);
  const months = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
  const year = await linksIn(months.last());
  const september = await linksIn(months.nth(8));
  expect(year.length).toBeGreaterThan(5);
  expect(september.length).toBeGreaterThan(3);
  for (const { text, href } of [...year, ...september].filter(({ text }) => /^[$\d]/.test(text))) {
    await page.goto(href);
    const said = await summary(page).innerHTML();
    expect([href, said.replace(/<!-- -->/g, "")]).toEqual([href, expect.stringContaining(text)]);
  }
  // What stands for the days up to the one shown must not count later ones.
  expect(september.map(({ href }) => new URL(href, "http://x").searchParams.get("to"))).toEqual(
    september.map(() => "2023-09-15"),
  );
});

test("the breakdown by actor leads to each actor's incidents, its parts' included", async ({
  page,
}) => {
  await page.goto(SEPTEMBER);
  const table = await tableOf(page, /actor/i);
  for (const name of ["North Korea", "Lazarus Group", "TraderTraitor"]) {
    await expect(table.getByRole("rowheader", { name, exact: true })).toBeVisible();
  }
  const rows = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
  const links = await linksIn(rows);
  const money = links.filter(({ text }) => text.startsWith("$"));
  expect(money.some(({ href }) => href.includes("actor=north-korea"))).toBe(true);
  expect(money.some(({ href }) => href.includes("actor=none"))).toBe(true);
  for (const { text, href } of money) {
    await page.goto(href);
    expect([href, await summary(page).innerHTML()]).toEqual([href, expect.stringContaining(text)]);
  }
});

test("the year and the day are chosen by keyboard", async ({ page }) => {
  await page.goto("/?year=2022");
  await page.getByLabel("From 1 January through").focus();
  await page.keyboard.type("05052023"); // the same whether the browser puts days or months first
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?through=2023-05-05$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("in 2023 through 5 May");
  await expect(page.getByLabel("From 1 January through")).toHaveValue("2023-05-05");

  await page.getByRole("navigation", { name: "Years" }).getByRole("link", { name: "2021" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?year=2021&through=2021-12-31$/);
  const current = page.getByRole("navigation", { name: "Years" }).locator("[aria-current]");
  await expect(current).toHaveText("2021");
});

test("the first stop of the keyboard leads past the masthead", async ({ page }) => {
  await page.goto(SEPTEMBER);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#content$/);
});

test("a year without an incident says so", async ({ page }) => {
  await page.goto("/?year=2010");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "No crypto-asset theft on record in 2010",
  );
  await expect(figure(page, "Largest").last()).toHaveText("No incident with a known loss");
  await expectAccessible(page);
});

test("the first year leads to no year that the address knows nothing of", async ({
  page,
  request,
}) => {
  test.slow(); // it asks for some fifty pages, most of them for the first time
  await page.goto("/?year=2009");
  for (const { href } of await linksIn(page.getByRole("main"))) {
    if (!href.startsWith("/")) continue;
    expect([href, (await request.get(href)).status()]).toEqual([href, 200]);
  }
});

test("a pinned version says so, and every link stays within it", async ({ page }) => {
  await page.goto("/v/1?year=2023&through=2023-09-15");
  await expect(page.getByRole("complementary", { name: "Version" })).toContainText("version 1");
  // Until it is answered, the question whether the figure has moved is a link to the newest version.
  await expect(page.locator("[data-moved]")).toHaveAttribute("data-moved", "answered");
  const links = await linksIn(page.locator("header, main"));
  const leaving = links.filter(({ href }) => {
    if (!href.startsWith("/")) return false; // a part of this page, or another site
    const { pathname, searchParams } = new URL(href, "http://lossline.example");
    return !/^\/v\/1(\/|$)/.test(pathname) && searchParams.get("version") !== "1";
  });
  expect(leaving).toEqual([]);
  await page.getByRole("link", { name: "See this page in the newest version" }).click();
  await page.waitForURL((url) => url.pathname + url.search === SEPTEMBER);
  await page
    .getByRole("contentinfo")
    .getByRole("link", { name: /^\/v\/1\?/ })
    .click();
  await page.waitForURL(/\/v\/1\?year=2023&through=2023-09-15$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything is there: charts, their tables, the form", async ({ page }) => {
    await page.goto(SEPTEMBER);
    const charts = page.getByRole("figure");
    await expect(charts).toHaveCount(3);
    for (const chart of await charts.all()) {
      await expect(chart.getByRole("img").filter({ visible: true })).toHaveCount(1);
      await chart.getByText("The same numbers as a table").click();
      await expect(chart.getByRole("table")).toBeVisible();
    }
    await page.getByLabel("From 1 January through").fill("2022-06-30");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("in 2022 through 30 June");
  });
});

test("the theme is the reader's to choose, and stays chosen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(SEPTEMBER);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: "Light / dark" }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto("/incidents");
  expect(await paper()).toBe(dark);
  await page.getByRole("button", { name: "Light / dark" }).click();
  expect(await paper()).toBe(light);
});

for (const width of [320, 390, 768, 1440]) {
  test(`nothing reaches past the sides at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(SEPTEMBER);
    for (const fold of await page.getByText("The same numbers as a table").all())
      await fold.click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}
