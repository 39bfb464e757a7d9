import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// One draft in two tabs of one browser: neither's words may take away the other's.

let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ page, context } = await personOf(browser, "contributor", "Tilda Tabs"));
});
test.afterAll(() => context.close());

/** Begins a draft in one tab, and opens it in a second. @returns its address, and the second tab */
async function inTwoTabs(target: string): Promise<{ draft: string; second: Page }> {
  await page.goto("/desk/new/incident");
  await page.getByLabel("Target").fill(target);
  await page.getByLabel("Day").fill("2023-09-12");
  await page.getByRole("button", { name: "Start the draft" }).click();
  const draft = await draftOpened(page);
  const second = await context.newPage();
  await second.goto(draft);
  await expect(second.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  return { draft, second };
}

async function type(on: Page, typed: { name: string; summary: string }): Promise<void> {
  await on.getByLabel("Name", { exact: true }).fill(typed.name);
  await on.getByLabel("Summary").fill(typed.summary);
}

async function says(on: Page, words: string | RegExp): Promise<void> {
  await expect(on.getByRole("status").filter({ hasText: words })).toBeVisible();
}

async function clash(target: string): Promise<string> {
  const { draft, second } = await inTwoTabs(target);
  await type(second, { name: "The second name", summary: "From the second tab." });
  await says(second, /^Saved \d/);
  await type(page, { name: "The first name", summary: "From the first tab." });
  await says(page, "saved elsewhere");
  await second.close();
  await page.getByRole("link", { name: "See both and choose" }).click();
  await expect(page.getByRole("heading", { name: "Typed twice" })).toBeVisible();
  for (const words of ["first", "second"])
    for (const text of [`The ${words} name`, `From the ${words} tab.`])
      await expect(page.getByRole("main")).toContainText(text);
  return draft;
}

test("where both tabs typed, the author chooses field by field", async () => {
  await clash("Chosen one by one");
  await expectAccessible(page);
  const save = page.getByRole("button", { name: "Save the draft so merged" });
  await page.getByRole("group", { name: "Name" }).getByLabel("In the draft").check();
  await save.click();
  // One is not decided: it says which, and what was chosen stays chosen.
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Summary");
  await expect(page.getByRole("group", { name: "Name" }).getByLabel("In the draft")).toBeChecked();
  await page.getByRole("group", { name: "Summary" }).getByLabel("In the other copy").check();
  await save.click();
  await draftOpened(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("The second name");
  await expect(page.getByLabel("Summary")).toHaveValue("From the first tab.");
  await expect(page.getByRole("link", { name: /^See both/ })).toHaveCount(0);
});

test("where both tabs typed, the author keeps one of them as a whole", async () => {
  const draft = await clash("Chosen as a whole");
  await page.getByRole("button", { name: "Archive the other copy" }).click();
  await page.goto(draft);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("The second name");
  await expect(page.getByLabel("Summary")).toHaveValue("From the second tab.");
  await expect(page.getByRole("link", { name: /^See both/ })).toHaveCount(0);
});

/** What a page sends when it is closed goes on after it: with the connection back too early, it would arrive. */
async function closeWithoutConnection(on: Page): Promise<void> {
  await on.close();
  await page.waitForTimeout(2_000);
}

test("what two closed tabs could not save is offered one after the other, and to no open one", async () => {
  const { draft, second } = await inTwoTabs("Kept for each tab");
  const first = await context.newPage();
  await first.goto(draft);
  await page.goto("/desk");
  await context.setOffline(true);
  await type(first, { name: "Only the first tab has it", summary: "" });
  await says(first, "no connection");
  await type(second, { name: "Only the second tab has it", summary: "" });
  await says(second, "no connection");
  await closeWithoutConnection(first);
  // While the second is open, its words are its own.
  await context.setOffline(false);
  await says(second, /^Saved \d/);
  await context.setOffline(true);
  await second.getByLabel("Summary").fill("And more.");
  await says(second, "no connection");
  await closeWithoutConnection(second);
  await context.setOffline(false);

  await page.goto(draft);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Only the second tab has it");
  const offer = page.getByRole("status").filter({ hasText: "This browser kept what you typed" });
  await expect(offer).toBeVisible();
  await expect(offer).not.toContainText("has been saved since");
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByLabel("Summary")).toHaveValue("And more.");
  await says(page, /^Saved \d/);
  await page.reload();
  await expect(offer).toContainText("The draft has been saved since.");
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Only the first tab has it");
  await says(page, /^Saved \d/);
  await page.reload();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Only the first tab has it");
  await expect(page.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
  const kept = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.includes("-draft-")),
  );
  expect(kept.filter((key) => key.includes(`-${draft.split("/").at(-1)}@`))).toEqual([]);
});

test("what an open tab has not saved yet is not offered to another", async () => {
  const { draft, second } = await inTwoTabs("Open beside");
  await second.route("**/save", (route) => route.abort());
  await second.getByLabel("Summary").fill("Still being typed.");
  await says(second, "no connection");
  await page.goto(draft);
  // Both hold their places, and this one has looked whose words lie there.
  await page.waitForFunction(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return held.length >= 2 && pending.length === 0;
  });
  await expect(page.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
  await second.unroute("**/save");
  await says(second, /^Saved \d/);
  await second.close();
});

test("a long text of many bytes is saved like any other", async () => {
  const { second } = await inTwoTabs("Of many bytes");
  // Fewer characters than a page that is left may send, and more bytes.
  const text = "盗まれた資産".repeat(5_000).slice(0, 25_000);
  await second.getByLabel("Summary").evaluate((area, value) => {
    if (area instanceof HTMLTextAreaElement) area.removeAttribute("maxlength");
    if (area instanceof HTMLTextAreaElement) area.value = value;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await says(second, /^Not saved yet/);
  await says(second, /^Saved \d/);
  await second.close();
});
