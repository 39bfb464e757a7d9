import { expect, test } from "@playwright/test";
import { publishAsOneVersion } from "@/e2e/desk/support/imports";
import { firstAdmin, personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

test("five thefts get another attribution in one step that somebody else reads", async ({
  page,
  browser,
}) => {
  await firstAdmin(page);
  const { page: other } = await personOf(browser, "editor", "Bela Bulk");
  await page.goto("/desk/records?q=2014");
  const boxes = page.getByRole("checkbox", { name: /^Select / });
  await page.getByRole("button", { name: "Edit the selected together" }).click();
  await expect(page.getByRole("main")).toContainText("No record is selected.");
  await page.goBack();
  for (const place of [0, 1, 2, 3, 4]) await boxes.nth(place).check();
  await page.getByRole("button", { name: "Edit the selected together" }).click();
  await expect(page.getByRole("heading", { name: "Selected: 5 incidents" })).toBeVisible();
  await page.getByLabel("What is to change of 5 incidents").selectOption("Add an attribution");
  await page.getByRole("button", { name: "Continue" }).click();
  await expectAccessible(page);

  const form = page.getByRole("form", { name: "What changes" });
  await form.getByLabel("Actor").fill("nobody-at-all");
  await form.getByLabel("Said by").fill("A Bureau");
  await form.getByLabel("Confidence").selectOption("suspected");
  await form.getByLabel("Source").fill("https://example.org/bulk");
  await page.getByRole("button", { name: "Prepare the change of 5 incidents" }).click();
  const alert = page.locator('main [role="alert"]');
  await expect(alert).toContainText("Say what this changes and why");
  await form.getByLabel("What this changes, and why").fill("The Bureau’s report names five.");
  await page.getByRole("button", { name: "Prepare the change of 5 incidents" }).click();
  await expect(alert).toContainText("holds no actor “nobody-at-all”");
  await expect(form.getByLabel("Said by")).toHaveValue("A Bureau");
  await form.getByLabel("Actor").fill("lazarus-group");
  await page.getByRole("button", { name: "Prepare the change of 5 incidents" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "5 incidents: Add an attribution: lazarus-group",
  );
  await expect(page.getByLabel("What it is and where it comes from")).toHaveValue(
    "The Bureau’s report names five.",
  );
  await publishAsOneVersion(page, other);
  await page.goto("/desk/records?q=bureau");
  await expect(boxes).toHaveCount(5);
});
