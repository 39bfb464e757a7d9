import { expect, type Page, test } from "@playwright/test";

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
