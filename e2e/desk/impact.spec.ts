import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { aPublishedIncident, beginRevision, draftOpened, setLoss } from "@/e2e/desk/support/drafts";
import { press, tabTo } from "@/e2e/desk/support/keyboard";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ page, context } = await personOf(browser, "contributor", "Ines Impact"));
});
test.afterAll(() => context.close());

const part = (on: Page) => on.getByRole("region", { name: "What publishing it would move" });

test("beside the form it is told what publishing would move, and anew after each save", async () => {
  const { slug, name } = await aPublishedIncident(page);
  await beginRevision(page, slug);
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/impact")) asked += 1;
  });
  await setLoss(page, "$7.1bn");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  // Nobody has asked yet.
  expect(asked).toBe(0);
  await press(page, "Preview impact");
  await expect(part(page)).toContainText(`${name}, of all time`);
  await expect(part(page).getByRole("status")).toHaveText(/^As saved at \d\d:\d\d:\d\d\.$/);
  await expectAccessible(page);
  const rank = part(page)
    .getByRole("row")
    .filter({ hasText: `${name}, of all time` });
  const before = (await rank.textContent()) ?? "";
  await setLoss(page, "$1");
  await expect(rank).not.toHaveText(before);
  await expect(part(page).getByRole("status")).toHaveText(/^As saved at/);
  expect(asked).toBeLessThanOrEqual(3);

  // What cannot be asked leaves what was told, and says so.
  await page.route("**/impact", (route) => route.abort());
  await tabTo(page, "Preview impact again");
  await page.keyboard.press("Enter");
  await expect(part(page).getByRole("status")).toContainText("It could not be asked just now.");
  await expect(rank).toBeVisible();
  await page.unroute("**/impact");
  await page.keyboard.press("Enter");
  await expect(part(page).getByRole("status")).toHaveText(/^As saved at/);
});

test("what a draft lacks is told in a line", async () => {
  await page.goto("/desk/new/incident");
  await page.getByLabel("Target").fill("Incomplete");
  await page.getByLabel("Day").fill("2023-09-12");
  await page.getByRole("button", { name: "Start the draft" }).click();
  await draftOpened(page);
  await page.getByRole("button", { name: "Preview impact" }).click();
  await expect(part(page)).toContainText("Not complete yet: Name must not be empty. And ");
  await page.getByLabel("Name", { exact: true }).fill("Has a name now");
  await expect(part(page)).not.toContainText("Name must not be empty");
  await expect(part(page)).toContainText("Not complete yet: ");
});

test("without scripts its button saves, and leads to the check", async ({ browser }) => {
  const { slug } = await aPublishedIncident(page);
  const draft = await beginRevision(page, slug);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    viewport: { width: 390, height: 844 },
  });
  const form = await plain.newPage();
  await form.goto(draft);
  await setLoss(form, "$3.3bn");
  await form.getByLabel("What this changes, and why").fill("A better estimate.");
  await part(form).getByRole("button", { name: "Preview impact" }).click();
  await expect(form.getByRole("heading", { name: "Check before submitting" })).toBeVisible();
  await expect(part(form)).toContainText("of all time");
  await plain.close();
});
