import { expect, type Page, test } from "@playwright/test";
import { routes } from "@/lib/site/urls/routes";
import { expectAccessibleEverywhere } from "./support/accessibility";
import { OTHER_PAGES, PAGE_KINDS } from "./support/page-kinds";

/** What the browser complains of while a page is read. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    const isOfPage = !/Failed to load resource/.test(message.text());
    if (isOfPage && ["error", "warning"].includes(message.type())) found.push(message.text());
  });
  page.on("pageerror", (error) => found.push(error.message));
  return found;
}

/** Has each chart drawn live that can be, and each dot that is read. */
async function reachCharts(page: Page): Promise<void> {
  for (const chart of await page.locator("[data-chart]").all()) {
    await chart.scrollIntoViewIfNeeded();
    const surface = chart.getByRole("application");
    if ((await surface.count()) > 0) await surface.focus();
    await expect(chart).toHaveAttribute("data-chart", "live");
  }
}

for (const address of [...PAGE_KINDS, ...OTHER_PAGES]) {
  test(`axe finds nothing on ${address}, on a phone and a desk, light and dark`, async ({
    page,
  }) => {
    const found = complaints(page);
    await page.goto(address);
    await reachCharts(page);
    await expectAccessibleEverywhere(page);
    expect(found).toEqual([]);
  });
}

test("no kind of page is left out", () => {
  const paths = PAGE_KINDS.map((address) => new URL(address, "http://lossline.example").pathname);
  const missing = Object.entries(routes)
    .filter(([, route]) => route.answer === "page")
    .filter(([, route]) => !paths.some((path) => route.pattern.test(path)))
    .map(([name]) => name);
  expect(missing).toEqual([]);
});
