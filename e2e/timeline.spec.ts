import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const months = (page: Page) => page.locator("[data-month]");
const monthNames = (page: Page) =>
  months(page).evaluateAll((all) => all.map((month) => month.getAttribute("data-month") ?? ""));
const next = (page: Page) =>
  page.getByRole("link", { name: /^(Earlier|Later) months, from/ }).last();

/** How the incidents and sum of a sentence are written: `1,234 incidents, $5.6bn`. */
const SUM = /([\d,]+) incidents?, (\$[\d.,]+(?:bn|m)?)/;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole record is gone through by links alone, each month once", async ({ page }) => {
    await page.goto("/timeline?at=2013&sort=oldest");
    const seen = await monthNames(page);
    for (let turn = 0; turn < 3; turn++) {
      await next(page).click();
      await expect(months(page).first()).toBeVisible();
      seen.push(...(await monthNames(page)));
    }
    expect(new Set(seen).size).toBe(seen.length);
    const inTime = seen.map((month) => (month.length === 4 ? `${month}-13` : month));
    expect(inTime).toEqual(inTime.toSorted());
  });

  test("a month is jumped to, and its running total is that of the list it leads to", async ({
    page,
  }) => {
    await page.goto("/timeline");
    await page.getByLabel("Jump to a month").selectOption("2016-08");
    await page.getByRole("button", { name: "Go" }).click();
    await expect(page).toHaveURL(/\/timeline\?at=2016-08$/);
    expect((await monthNames(page))[0]).toBe("2016-08");
    const running = months(page).first().getByRole("link", { name: SUM });
    const [, incidents = "", usd = ""] = SUM.exec((await running.textContent()) ?? "") ?? [];
    await running.click();
    await expect(page).toHaveURL(/\/incidents\?to=2016-08-31$/);
    await expect(page.getByRole("main")).toContainText(`${incidents} incidents, ${usd} lost`);
  });

  test("what is known only to a year or a month stands as that", async ({ page }) => {
    await page.goto("/incidents?date=year&view=timeline&sort=oldest");
    const first = months(page).first();
    await expect(first.getByRole("heading", { level: 3 })).toHaveText(/^\d{4}, month not known$/);
    await expect(first.locator("time")).toHaveCount(0);
    await page.goto("/incidents?date=month&view=timeline");
    await expect(months(page).first()).toContainText(/In \w+ \d{4}, day not known/);
    await expect(months(page).first().locator("time")).toHaveCount(0);
  });

  test("a theft of unknown size is marked as such", async ({ page }) => {
    await page.goto("/incidents?loss=unknown&view=timeline");
    const entry = months(page).first().getByRole("listitem").first();
    await expect(entry).toContainText("?");
    await expect(entry).toContainText("unknown");
  });

  test("a timeline of a text search adds nothing up", async ({ page }) => {
    await page.goto("/incidents?q=exchange&view=timeline");
    await expect(months(page).first()).toContainText(/\d+ incidents?/);
    await expect(page.getByText("Running total")).toHaveCount(0);
  });
});

test("more months are added near the end, said, and kept in the URL", {
  tag: "@smoke",
}, async ({ page }) => {
  await page.goto("/timeline?at=2019");
  const before = await monthNames(page);
  await next(page).scrollIntoViewIfNeeded();
  await expect(page.getByRole("status").filter({ hasText: "Added" })).toBeVisible();
  await expect.poll(async () => (await monthNames(page)).length).toBeGreaterThan(before.length);
  const all = await monthNames(page);
  expect(new Set(all).size).toBe(all.length);
  // No year has two headings, and each part is the one that its link leads to.
  const years = await page
    .locator("[data-year]")
    .evaluateAll((found) => found.map((year) => year.getAttribute("data-year")));
  expect(new Set(years).size).toBe(years.length);
  const added = months(page).nth(before.length + 1);
  await added.scrollIntoViewIfNeeded();
  await added.evaluate((month) => month.scrollIntoView({ block: "start" }));
  await page.mouse.wheel(0, 40);
  await expect(page).not.toHaveURL(/at=2019$/);
  const month = new URL(page.url()).searchParams.get("at");
  await page.reload();
  expect((await monthNames(page))[0]).toBe(month);
});

test("by keyboard alone: to a month, on by a key, and into a theft", async ({ page }) => {
  await page.goto("/timeline");
  await page.getByLabel("Jump to a month").focus();
  await page.keyboard.type("March 2022");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/at=2022-03/);
  await expect(months(page).first()).toContainText("Ronin");
  // Beyond what is added without asking, the link adds the next part and leads the focus into it.
  for (let turn = 0; turn < 8; turn++) {
    const count = await months(page).count();
    await next(page).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => months(page).count()).toBeGreaterThan(count);
    if (turn >= 3) break;
  }
  await expect(page.locator("[data-timeline] ol a:focus")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/incidents\/[a-z0-9-]+$/);
});

test("a month beyond the record, and what is no month", async ({ page, request }) => {
  await page.goto("/timeline?at=2009");
  await expect(page.getByText("Nothing in this selection is before that month.")).toBeVisible();
  await expectAccessible(page);
  for (const [query, allowed] of [
    ["at=2023-13", "a month from 2009 on, as YYYY-MM, or a year"],
    ["at=2023-09-01", "a month from 2009 on"],
    ["sort=largest", "newest or oldest"],
    ["category=phishing", "at, sort"],
  ]) {
    const answer = await request.get(`/timeline?${query}`, { maxRedirects: 0 });
    expect([query, answer.status()]).toEqual([query, 400]);
    expect(await answer.text()).toContain(allowed);
  }
});

test("its year and running total stay in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/timeline?at=2022-03");
  const month = months(page).first();
  await month
    .getByRole("listitem")
    .nth(6)
    .evaluate((item) => item.scrollIntoView());
  await expect(page.getByRole("heading", { level: 2, name: "2022" })).toBeInViewport();
  await expect(month.getByText("Running total")).toBeInViewport();
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0]).toBe(widths[1]);
});
