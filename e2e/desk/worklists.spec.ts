import { expect, test } from "@playwright/test";
import { firstAdmin, personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

test("two people share a worklist without working on the same", async ({ page, browser }) => {
  await firstAdmin(page);
  const { page: other } = await personOf(browser, "contributor", "Cleo Claims");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Worklists" }).click();
  const lists = page.getByRole("table");
  const row = lists.getByRole("row", { name: /No low or high estimate/ });
  await expect(row.getByRole("cell").first()).toHaveText(/^[1-9][\d,]*$/);
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/\/desk\/worklists\/no-range$/);

  await page.getByRole("button", { name: "Claim the selected" }).click();
  await expect(page.getByRole("status")).toContainText("Select at least one record");
  const boxes = page.getByRole("checkbox", { name: /^Select / });
  await boxes.nth(0).focus();
  await page.keyboard.press("Space");
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Claim the selected" }).click();
  await expect(page.getByRole("status")).toContainText("You have claimed 2 records for 5 days.");
  await expect(page.getByText("claimed by you")).toHaveCount(2);
  await expectAccessible(page);

  await other.goto("/desk/worklists/no-range");
  await expect(other.getByText("claimed by Ada Admin")).toHaveCount(2);
  const theirs = other.getByRole("checkbox", { name: /^Select / });
  await theirs.nth(0).check();
  await theirs.nth(2).check();
  await other.getByRole("button", { name: "Claim the selected" }).click();
  await expect(other.getByRole("status")).toContainText("You have claimed one record");
  await expect(other.getByRole("status")).toContainText("One is claimed by somebody else");
  await expect(other.getByRole("button", { name: "Edit the selected together" })).toHaveCount(0);
  await other
    .getByRole("button", { name: /^Take over / })
    .nth(0)
    .click();
  await expect(other.getByText("claimed by you")).toHaveCount(2);
  await expect(other.getByText("claimed by Ada Admin")).toHaveCount(1);
  await other.goto("/desk/worklists");
  await expect(other.getByRole("heading", { name: "Claimed by you: 2" })).toBeVisible();
  await expectAccessible(other);

  // What one has released is free for others.
  await page.reload();
  await page.getByRole("button", { name: /^Release (?!the selected)/ }).click();
  await expect(page.getByRole("status")).toContainText("You have released one record");
  await expect(page.getByText("claimed by you")).toHaveCount(0);

  // Several are edited in one step, and each leads to its correction.
  await boxes.nth(3).check();
  await boxes.nth(4).check();
  await page.getByRole("button", { name: "Edit the selected together" }).click();
  await expect(page.getByRole("heading", { name: "Selected: 2 incidents" })).toBeVisible();
  await page.goBack();
  await page.getByRole("main").getByRole("listitem").nth(3).getByRole("link").click();
  await expect(page.getByRole("button", { name: "Revise" })).toBeVisible();

  // Left as it was found.
  await other.goto("/desk/worklists/no-range");
  for (const left of [1, 0]) {
    await other
      .getByRole("button", { name: /^Release (?!the selected)/ })
      .nth(0)
      .click();
    await expect(other.getByText("claimed by you")).toHaveCount(left);
  }
});

test("a worklist works without scripts", async ({ browser }) => {
  const { context } = await personOf(browser, "editor", "Nora Noscript");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto("/desk/worklists/no-technique");
  await page
    .getByRole("button", { name: /^Claim (?!the selected)/ })
    .nth(0)
    .click();
  await expect(page.getByRole("status")).toContainText("You have claimed one record for 5 days.");
  await page
    .getByRole("checkbox", { name: /^Select / })
    .nth(0)
    .check();
  await page.getByRole("button", { name: "Release the selected" }).click();
  await expect(page.getByRole("status")).toContainText("You have released one record");
  await page
    .getByRole("checkbox", { name: /^Select / })
    .nth(0)
    .check();
  await page.getByRole("button", { name: "Edit the selected together" }).click();
  await expect(page.getByRole("heading", { name: "Selected: 1 incident" })).toBeVisible();
  await plain.close();
});

test("there is no worklist of another name", async ({ page }) => {
  await firstAdmin(page);
  const answer = await page.goto("/desk/worklists/all-of-it");
  expect(answer?.status()).toBe(404);
});
