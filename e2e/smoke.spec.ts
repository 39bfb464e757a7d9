import { expect, test } from "@playwright/test";

test("the overview leads to an incident @smoke", async ({ page }) => {
  const overview = await page.goto("/?year=2023&through=2023-09-15");
  expect(overview?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("main").locator('a[href^="/incidents/"]').first().click();
  await expect(page).toHaveURL(/\/incidents\/[a-z0-9-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("what is wrong in an address is named @smoke", async ({ page }) => {
  const wrongDay = await page.goto("/?year=2023&through=2023-02-30");
  expect(wrongDay?.status()).toBe(400);
  await expect(page.getByRole("main")).toContainText("2023-02-30");
  const unknownVersion = await page.goto("/v/999999");
  expect(unknownVersion?.status()).toBe(404);
});
