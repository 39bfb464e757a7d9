import { expect, type Page, test } from "@playwright/test";

/** The part of a page under a heading. */
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("the methodology explains every rule that addresses can name", {
  tag: "@smoke",
}, async ({ page }) => {
  await page.goto("/methodology");
  await expect(page.getByRole("heading", { level: 1, name: "Methodology" })).toBeVisible();
  const parameters = part(page, "Rules in URLs").getByRole("rowheader");
  await expect(parameters.first()).toHaveText("year");
  expect(await parameters.allInnerTexts()).toEqual(
    expect.arrayContaining(["through", "category", "actor", "confidence", "loss"]),
  );
  await expect(part(page, "Attributions")).toContainText("confirmed: A government, a court");
});

test("each part of the methodology is reached from its contents", async ({ page }) => {
  await page.goto("/methodology");
  const contents = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
  const titles = await contents.allInnerTexts();
  expect(titles.length).toBeGreaterThan(5);
  for (const [index, title] of titles.entries()) {
    const href = await contents.nth(index).getAttribute("href");
    await expect(page.locator(`${href}`)).toHaveText(title);
  }
});

test("a taxonomy's numbers lead to as many incidents", async ({ page }) => {
  await page.goto("/v/1/methodology");
  const flashLoans = part(page, "Categories").getByRole("row").filter({ hasText: "flash-loan" });
  await expect(flashLoans).toContainText("that a flash loan paid for");
  const count = await flashLoans.getByRole("link").textContent();
  await flashLoans.getByRole("link").click();
  await expect(page).toHaveURL(/\/v\/1\/incidents\?category=flash-loan$/);
  await expect(page.getByText(`${count} incidents`).first()).toBeVisible();
});

test("known addresses are listed with what they are", async ({ page }) => {
  await page.goto("/methodology");
  await expect(
    part(page, "Addresses that link incidents").getByText(
      "0xc0ffeebabe5d496b2dde509f9fa189c25cf29671",
    ),
  ).toBeVisible();
});

test("the methodology fits a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("/methodology");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
