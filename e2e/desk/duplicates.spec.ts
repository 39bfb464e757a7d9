import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { firstAdmin } from "./support/people";

test("the guard points at what stands in the record already, while it is typed", async ({
  page,
}) => {
  await firstAdmin(page);
  await page.goto("/desk/new/incident");
  await page.getByRole("button", { name: "Start the draft" }).click();
  await expect(page).toHaveURL(/\/desk\/proposals\/\d+$/);
  const known = page.getByRole("region", { name: "Already in the record?" });
  await expect(known).toContainText("Nothing looks like it so far");
  await page.getByLabel("Target", { exact: true }).pressSequentially("Coinex");
  await expect(known.getByRole("link", { name: "CoinEx hot-wallet theft" })).toBeVisible();
  await expect(known).toContainText("Same target.");
  await page.getByLabel("Day", { exact: true }).fill("13 September 2023");
  await expect(known).toContainText("Same target, 1 day apart");
  await expectAccessible(page);
  // Another target of another year is no duplicate.
  await page.getByLabel("Target", { exact: true }).fill("Nobody Has Heard Of It");
  await expect(known).toContainText("Nothing looks like it so far");
  // What was saved is asked about when the page is made, too: without scripts nothing else is.
  await page.getByLabel("Target", { exact: true }).fill("CoinEx");
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(known.getByRole("link", { name: "CoinEx hot-wallet theft" })).toBeVisible();
});
