import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { enterPassword, personOf, type Who } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

let who: Who;
let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ who, page, context } = await personOf(browser, "contributor", "Bea Bounds"));
});
test.afterAll(() => context.close());

async function beginIncident(on: Page): Promise<string> {
  await on.goto("/desk/new/incident");
  await on.getByLabel("Target").fill("Example");
  await on.getByLabel("Day").fill("2023-09-12");
  await on.getByRole("button", { name: "Start the draft" }).click();
  return draftOpened(on);
}

test("a bound, a range and a day of two readings are asked, each answer by one key", async () => {
  await beginIncident(page);
  const best = page.getByLabel(/^Best estimate/);
  const lowest = page.getByLabel(/^Lowest/);
  const highest = page.getByLabel(/^Highest/);
  const day = page.getByLabel("Day", { exact: true }).first();

  await best.fill("up to $70m");
  await expect(page.getByRole("button", { name: "Highest $70,000,000" })).toBeVisible();
  await expect(page.getByText(/^Is an upper bound, which is no estimate/)).toBeVisible();
  await expectAccessible(page);
  await best.press("Alt+1");
  await expect(highest).toHaveValue("70,000,000");
  await expect(best).toHaveValue("");
  await expect(best).toBeFocused();
  // What was typed is not lost.
  await page.getByRole("button", { name: "Restore it" }).click();
  await expect(best).toHaveValue("up to $70m");
  await expect(highest).toHaveValue("");

  await best.fill("$53m–70m");
  await page.getByRole("button", { name: "Lowest $53,000,000, highest $70,000,000" }).click();
  await expect(lowest).toHaveValue("53,000,000");
  await expect(highest).toHaveValue("70,000,000");

  await day.fill("03/04/2023");
  await expect(page.getByRole("button", { name: "4 March 2023" })).toBeVisible();
  await day.press("Alt+2");
  await expect(day).toHaveValue("2023-04-03");

  await best.fill("54,000,000.005");
  await expect(page.getByText("= $54,000,000.01, rounded from 54,000,000.005")).toBeVisible();
});

test("without scripts the same questions come back at their fields", async ({ browser }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto("/desk/sign-in");
  await enterPassword(bare, who);
  await beginIncident(bare);
  const best = bare.getByLabel(/^Best estimate/);
  const day = bare.getByLabel("Day", { exact: true }).first();
  await best.fill("$53m–70m");
  await day.fill("03/04/2023");
  await bare.getByRole("button", { name: "Check and submit" }).click();
  await expect(best).toHaveValue("$53m–70m");
  await expect(best).toHaveAccessibleDescription(
    /is a range: write \$53,000,000 as the lowest and \$70,000,000 as the highest/,
  );
  await expect(day).toHaveValue("03/04/2023");
  await expect(day).toHaveAccessibleDescription(/Write 2023-03-04 or 2023-04-03\./);
  await plain.close();
});
