import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

/** The one sentence that says what a list adds up to. */
const summary = (page: Page) => page.getByRole("main").getByText(/^[\d,]+ incidents?, .+ lost/);
const lines = (page: Page) => page.getByRole("table").getByRole("rowheader");
const pages = (page: Page) => page.getByRole("navigation", { name: "Pages of the list" });
/** One of the filters that offer a choice. */
const choice = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
/** A group of a filter's values, folded under its name. */
const group = (page: Page, name: string) =>
  page.getByRole("form", { name: "Filters" }).locator("summary").filter({ hasText: name }).first();
const headings = (page: Page) => page.getByRole("table").getByRole("columnheader");

/** The names of the incidents listed, in their order. */
async function namesOf(page: Page): Promise<string[]> {
  return lines(page).evaluateAll((all) =>
    all.map((heading) => heading.querySelector("a")?.textContent ?? ""),
  );
}

/** The losses listed, in their order, in US dollars; null where unknown. */
async function lossesOf(page: Page): Promise<(number | null)[]> {
  // Those of days that are not covered yet are in a table of their own.
  const listed = page.locator("main table").first().locator("tbody tr");
  return listed.evaluateAll((rows) =>
    rows.map((row) => {
      const value = row.querySelector("td:last-child data")?.getAttribute("value");
      return value === null || value === undefined ? null : Number(value);
    }),
  );
}

test("the filters are used by keyboard alone", { tag: "@smoke" }, async ({ page }) => {
  await page.goto("/incidents");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("  CoinEx   wallet ");
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?&]q=/);
  await expect(page.getByRole("searchbox")).toHaveValue("CoinEx wallet");
  expect(await namesOf(page)).toContain("CoinEx hot-wallet theft");

  await page.goto("/incidents?from=2023-01-01&to=2023-12-31");
  await group(page, "Category").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: /^Phishing/ }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Loss of at least").focus();
  await page.keyboard.type("1000000");
  await page.keyboard.press("Enter");
  await page.waitForURL(/category=phishing/);
  for (const [label, value] of [
    ["From", "2023-01-01"],
    ["To", "2023-12-31"],
    ["Loss of at least", "$1m"],
  ] as const) {
    await expect(page.getByLabel(label, { exact: label === "From" || label === "To" })).toHaveValue(
      value,
    );
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Phishing of $1m and more, 2023",
  );
  const losses = await lossesOf(page);
  expect(losses.length).toBeGreaterThan(2);
  for (const loss of losses) expect(loss).toBeGreaterThanOrEqual(1_000_000);
  await expect(summary(page)).toHaveText(new RegExp(`^${losses.length} incidents`));
});

test("a form that is sent as it stands asks for the same list", async ({ page }) => {
  await page.goto("/incidents?actor=lazarus-group&confidence=likely&sort=oldest");
  const [names, said] = [await namesOf(page), await summary(page).innerText()];
  await page.getByRole("button", { name: "Show" }).click();
  // What a form sends, its empty fields too, is led to the URL without them.
  await page.waitForURL(/\/incidents\?actor=lazarus-group&confidence=likely&sort=oldest$/);
  expect(await namesOf(page)).toEqual(names);
  await expect(summary(page)).toHaveText(said);
});

test("a bad filter is refused by name, and none of the others is lost by going back", async ({
  page,
}) => {
  await page.goto("/incidents?from=2023-06-01&to=2023-12-31");
  await page.getByLabel("To", { exact: true }).fill("2023-01-31");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("code")).toHaveText("to=2023-01-31");
  await expect(page.getByRole("main")).toContainText("not before from");
  await page.goBack();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2023-06-01");
});

test("columns put the list into their order, and back", async ({ page }) => {
  await page.goto("/incidents?from=2023-01-01&to=2023-12-31");
  await headings(page).getByRole("link", { name: /^Loss/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/&sort=largest$/);
  const largest = await lossesOf(page);
  expect(largest).toEqual(largest.toSorted((one, other) => Number(other) - Number(one)));
  expect(largest[0]).toBeGreaterThan(100_000_000);

  await headings(page).getByRole("link", { name: /^Loss/ }).click();
  await page.waitForURL(/&sort=smallest$/);
  const smallest = await lossesOf(page);
  expect(smallest).toEqual(smallest.toSorted((one, other) => Number(one) - Number(other)));
  expect(smallest[0]).toBeLessThan(Number(largest[0]));

  await headings(page)
    .getByRole("link", { name: /^Incident/ })
    .click();
  await page.waitForURL(/&sort=name$/);
  const names = (await namesOf(page)).map((name) => name.toLowerCase());
  expect(names).toEqual(names.toSorted());

  await headings(page).getByRole("link", { name: /^Day/ }).click();
  const days = await page
    .locator("main tbody time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
  expect(days).toEqual(days.toSorted().reverse());
  await expect(choice(page, "Order")).toHaveValue("newest");
});

test("further pages stay within the version, and hold every incident once", async ({ page }) => {
  await page.goto("/incidents?category=phishing");
  const [, count] = /^([\d,]+) incidents/.exec(await summary(page).innerText()) ?? [];
  const seen = await namesAndLinks(page);
  expect(seen).toHaveLength(50);
  await pages(page).getByRole("link", { name: "Next" }).click();
  await page.waitForURL(/\/v\/1\/incidents\?category=phishing&page=2$/);
  await expect(page.getByRole("complementary", { name: "Version" })).toContainText("version 1");
  seen.push(...(await namesAndLinks(page)));
  await expect(pages(page).getByRole("link", { name: "Next" })).toHaveCount(0);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(Number(count));

  await pages(page).getByRole("link", { name: "Page 1", exact: true }).click();
  await page.waitForURL(/\/v\/1\/incidents\?category=phishing$/);
});

/** What tells the lines of a list apart: the incidents' slugs. */
async function namesAndLinks(page: Page): Promise<string[]> {
  return lines(page).evaluateAll((all) =>
    all.map((heading) => heading.querySelector("a")?.getAttribute("href")?.split("/").at(-1) ?? ""),
  );
}

test("a page past the end is not there", async ({ page }) => {
  const response = await page.goto("/incidents?category=phishing&page=3");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("main")).toContainText("ends before page 3");
});

test("a list without an incident says what to do", async ({ page }) => {
  await page.goto("/incidents?q=nothing+says+this&category=phishing");
  await expect(page.getByRole("main")).toContainText(
    "No incident of the record fits all of these filters",
  );
  await expect(page.getByRole("main").getByText(/^0 incidents/)).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "see all incidents" }).click();
  await page.waitForURL(/\/incidents$/);
  await expect(summary(page)).toHaveText(/^\d,\d{3} incidents/);
});

test("all filters are cleared at once, and only where there are any", async ({ page }) => {
  await page.goto("/incidents?sort=largest");
  await expect(page.getByRole("link", { name: "Clear all filters" })).toHaveCount(0);
  await page.goto("/incidents?chain=tron&loss=known");
  await expect(choice(page, "Size of the loss")).toBeVisible(); // the lesser filters unfold where one is used
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await page.waitForURL(/\/incidents$/);
  await expect(choice(page, "Size of the loss")).toBeHidden();
});

test("text is taken as it is: signs with a meaning elsewhere have none here", async ({ page }) => {
  await page.goto("/incidents");
  const look = async (text: string) => {
    await page.getByRole("searchbox").fill(text);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === text);
  };
  await look("51%");
  const attacks = await namesOf(page);
  expect(attacks.filter((name) => name.includes("51%")).length).toBeGreaterThan(2);
  for (const text of ["%", "_", "\\", "100%25", "'; --", "<b>x</b>"]) {
    await look(text);
    await expect(page.getByRole("searchbox")).toHaveValue(text);
    const total = await page
      .getByRole("main")
      .getByText(/^[\d,]+ incidents? mentions? “/)
      .innerText();
    expect([text, /^\d,\d{3} /.test(total)]).toEqual([text, false]);
  }
});

test("a line leads to its incident and to whom it is attributed", async ({ page }) => {
  await page.goto("/v/1/incidents?q=CoinEx&from=2023-09-12&to=2023-09-12");
  const line = page.getByRole("row").filter({ hasText: "CoinEx hot-wallet theft" });
  await expect(line).toContainText("$54.0m");
  await expect(
    line.getByRole("link", { name: "Lazarus Group" }).filter({ visible: true }),
  ).toHaveAttribute("href", "/v/1/actors/lazarus-group");
  await line.getByRole("link", { name: "CoinEx hot-wallet theft" }).click();
  await page.waitForURL(/\/v\/1\/incidents\/coinex-2023-09$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("filters, orders and pages work", async ({ page }) => {
    await page.goto("/incidents");
    await group(page, "Chain").click();
    await page.getByRole("checkbox", { name: /^tron/i }).check();
    await choice(page, "Order").selectOption("largest");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/chain=tron/);
    const losses = await lossesOf(page);
    expect(losses).toEqual(losses.toSorted((one, other) => Number(other) - Number(one)));
    await page.goto("/incidents");
    await pages(page).getByRole("link", { name: "Next" }).click();
    await page.waitForURL(/\/v\/1\/incidents\?page=2$/);
    await expect(lines(page)).toHaveCount(50);
  });
});

for (const width of [320, 390, 768, 1440]) {
  test(`nothing reaches past the sides at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ["/incidents?chain=ethereum", "/incidents?sort=largest&page=2"]) {
      await page.goto(address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([address, wide]).toEqual([address, Math.min(wide, width)]);
    }
  });
}
