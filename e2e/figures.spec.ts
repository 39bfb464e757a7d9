import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const filters = (page: Page) => page.getByRole("form", { name: "Filters" });
const lines = (page: Page) => page.getByRole("main").getByRole("table").getByRole("rowheader");

test("figures are found by publisher, year, category and actor, and lead to their periods", async ({
  page,
}) => {
  await page.goto("/");
  await page
    .getByRole("contentinfo")
    .getByRole("link", { name: /^Figures from other/ })
    .click();
  await expect(page).toHaveURL(/\/figures$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Figures from other publishers");
  await expectAccessible(page);
  await filters(page)
    .getByLabel(/^Publisher/)
    .selectOption("CertiK");
  await filters(page).getByLabel("Days in").selectOption("2023");
  await filters(page).getByLabel("Category").selectOption("exit-scam");
  await filters(page).getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/publisher=CertiK&year=2023&scope=exit-scam/);
  await expect(lines(page).first()).toContainText("CertiK");
  const shown = await lines(page).count();
  expect(shown).toBeGreaterThan(5);
  await expect(page.getByText(`${shown} figures from 1 publisher.`)).toBeVisible();
  await page.getByRole("link", { name: "Aug 2023", exact: true }).first().click();
  await expect(page).toHaveURL(/\/periods\/2023-08$/);
});

test("the list stands in other orders, and its further pages are pinned", async ({ page }) => {
  await page.goto("/figures");
  await page.getByRole("link", { name: /^Amount; go to/ }).click();
  await expect(page).toHaveURL(/\/figures\?sort=largest$/);
  await expect(page.getByRole("row").nth(1)).toContainText(/\$\d+(\.\d+)?bn/);
  await page.getByRole("link", { name: /^Amount, in the order/ }).click();
  await expect(page).toHaveURL(/sort=smallest$/);
  await page.getByRole("link", { name: "Page 2" }).click();
  await expect(page).toHaveURL(/\/v\/\d+\/figures\?sort=smallest&page=2$/);
  await expect(page.getByRole("link", { name: "Page 2" })).toHaveAttribute("aria-current", "page");
});

test("a figure is on the page of its period, and leads to its line in the list", async ({
  page,
}) => {
  await page.goto("/periods/2023");
  const section = page.getByRole("region", { name: "Figures from other publishers" });
  for (const more of await section.getByText(/^\d+ more$/).all()) await more.click();
  const others = page.getByRole("table", { name: /for other spans in 2023/ });
  const elliptic = others.getByRole("row", { name: /^Elliptic 3 Jun – 15 Sep 2023/ });
  await expect(elliptic).toContainText("nearly $240m");
  await expect(elliptic.getByRole("cell").last()).toHaveText("no number: a sum of named thefts");
  const year = page.getByRole("table", { name: "Figures from other publishers for 2023" });
  const own = year
    .getByRole("row", { name: /^Beosin/ })
    .first()
    .getByRole("cell")
    .last();
  await expect(own.getByRole("link")).toHaveAttribute(
    "href",
    /\/incidents\?from=2023-01-01&to=2023-12-31/,
  );
  await expectAccessible(page);
  await elliptic
    .getByRole("link", { name: "Elliptic: Lazarus thefts in 104 days of 2023" })
    .click();
  await expect(page).toHaveURL(
    /\/figures\?from=2023-06-03&to=2023-09-15&publisher=Elliptic#figure-\d+$/,
  );
  const line = page.locator("tr:target");
  await expect(line).toContainText("nearly $240m");
  await expect(line).toBeInViewport();
  const permanent = line.getByRole("link", { name: /^Permanent link/ });
  await expect(permanent).toHaveAttribute("href", /^\/v\/\d+\/figures\?.*#figure-\d+$/);
});

test("a list can be used by the keyboard alone", async ({ page }) => {
  await page.goto("/figures");
  const actor = filters(page).getByLabel("Actor");
  await actor.focus();
  await page.keyboard.type("Lazarus");
  await expect(actor).toHaveValue("lazarus-group");
  const show = filters(page).getByRole("button", { name: "Show" });
  for (
    let steps = 0;
    steps < 10 && !(await show.evaluate((it) => it === document.activeElement));
    steps += 1
  )
    await page.keyboard.press("Tab");
  await expect(show).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/actor=lazarus-group/);
  await expect(page.getByRole("link", { name: "Clear all filters" })).toBeVisible();
  const count = await lines(page).count();
  expect(count).toBeGreaterThan(5);
  await expect(
    page.getByText(new RegExp(`^${count} figures from \\d+ publishers\\.`)),
  ).toBeVisible();
});

test("filters that fit nothing say so, and wrong ones what is allowed", async ({
  page,
  request,
}) => {
  await page.goto("/figures?publisher=Nobody");
  await expect(page.getByText("No figure of the record fits all of these filters.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "see all figures" }).click();
  await expect(page).toHaveURL(/\/figures$/);
  for (const [query, told] of [
    ["scope=all", "everything, exploit-any"],
    ["q=CertiK", "one of the parameters publisher"],
    ["year=23", "a year from 2009"],
  ]) {
    const answer = await request.get(`/figures?${query}`);
    expect([query, answer.status()]).toEqual([query, 400]);
    expect(await answer.text()).toContain(told);
  }
  expect((await request.get("/figures?page=99")).status()).toBe(404);
  expect((await request.get("/figures?actor=no-such-actor")).status()).toBe(404);
});

test("the list is a file too, whole and for good", async ({ request }) => {
  const all = await (await request.get("/figures.csv")).text();
  const [header = "", ...rows] = all.trimEnd().split("\r\n");
  expect(header).toMatch(/^figure,publisher,title,from,to,.*amount_usd/);
  expect(rows.length).toBeGreaterThanOrEqual(474);
  const pinned = await request.get("/v/1/figures.csv?category=phishing");
  expect(pinned.headers()["cache-control"]).toContain("immutable");
  expect(pinned.headers()["content-disposition"]).toMatch(/filename="lossline-figures_.*-v1\.csv"/);
  for (const row of (await pinned.text()).trimEnd().split("\r\n").slice(1))
    expect(row).toContain(",phishing,");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("filters, order and links to lines work", async ({ page }) => {
    await page.goto("/v/1/figures");
    await filters(page).getByLabel("Category").selectOption("exploit-any");
    await filters(page).getByLabel("Order").selectOption("smallest");
    await filters(page).getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/v\/1\/figures\?.*scope=exploit-any.*sort=smallest/);
    await expect(lines(page).first()).toBeVisible();
    await page
      .getByRole("link", { name: /^Permanent link/ })
      .first()
      .click();
    await expect(page.locator("tr:target")).toBeVisible();
  });
});

test("a phone shows the list without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const url of ["/figures", "/periods/2023", "/periods", "/actors/north-korea"]) {
    await page.goto(url);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([url, overflow]).toEqual([url, 0]);
  }
  await page.goto("/figures");
  await expectAccessible(page);
});
