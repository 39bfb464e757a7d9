import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";

let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ page, context } = await personOf(browser, "contributor", "Rowena Rows"));
});
test.afterAll(() => context.close());

/** Begins a draft of an incident with three assets. @returns its address */
async function withThreeAssets(): Promise<string> {
  await page.goto("/desk/new/incident");
  await page.getByLabel("Target").fill("In another order");
  await page.getByLabel("Day").fill("2023-09-12");
  await page.getByRole("button", { name: "Start the draft" }).click();
  const draft = await draftOpened(page);
  for (const symbol of ["ETH", "TRX", "DAI"]) {
    await page.getByRole("button", { name: "Add an asset" }).click();
    await page.getByLabel("Symbol").last().fill(symbol);
  }
  return draft;
}

async function expectOrder(on: Page, symbols: string[]): Promise<void> {
  for (const [index, symbol] of symbols.entries())
    await expect(
      on.getByRole("group", { name: `asset ${index + 1}` }).getByLabel("Symbol"),
    ).toHaveValue(symbol);
}

test("a row moves by keyboard, keeps what is typed and the focus, and says where it is", async () => {
  await withThreeAssets();
  await page.getByRole("button", { name: "Move asset 3 up" }).focus();
  await page.keyboard.press("Enter");
  await expectOrder(page, ["ETH", "DAI", "TRX"]);
  await expect(page.getByText("asset 3 was moved up: it is asset 2 of 3 now.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Move asset 2 up" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText("asset 1 stays: it is the first one.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Move asset 1 up" })).toBeFocused();
  await page.getByRole("button", { name: "Move asset 2 down" }).click();
  await expectOrder(page, ["DAI", "TRX", "ETH"]);
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await page.reload();
  await expectOrder(page, ["DAI", "TRX", "ETH"]);
});

test("a row moves from where it stands, also after others beside it have moved or been pasted", async () => {
  await withThreeAssets();
  await page.getByRole("button", { name: "Move asset 3 up" }).click();
  await expectOrder(page, ["ETH", "DAI", "TRX"]);
  await page.getByRole("button", { name: "Move asset 1 down" }).click();
  await expectOrder(page, ["DAI", "ETH", "TRX"]);

  const sources = page.locator("[data-list='sources']");
  const link = (at: number) =>
    sources.getByRole("group", { name: `source ${at}` }).getByLabel("Web address");
  await link(1).fill("https://example.org/first");
  await sources.getByRole("button", { name: "Add a source" }).click();
  // What is pasted takes the place of the empty row.
  await sources.getByText("Paste many at once").click();
  await page.locator("#paste-sources").fill("https://example.org/pasted");
  await sources.locator("[value='paste:sources']").click();
  await expect(link(2)).toHaveValue("https://example.org/pasted");
  await sources.getByRole("button", { name: "Move source 1 down" }).click();
  await expect(link(1)).toHaveValue("https://example.org/pasted");
  await expect(link(2)).toHaveValue("https://example.org/first");
});

test("a row moves without scripts", async ({ browser }) => {
  const draft = await withThreeAssets();
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const form = await plain.newPage();
  await form.goto(draft);
  await form.getByLabel("Symbol").first().fill("BTC");
  const press = async (name: string) => {
    const answered = form.waitForEvent("load");
    await form.getByRole("button", { name }).click();
    await answered;
  };
  await press("Move asset 1 down");
  await expectOrder(form, ["TRX", "BTC", "DAI"]);
  await expect(form).toHaveURL(/#down-assets-1$/);
  await press("Move asset 3 up");
  await expectOrder(form, ["TRX", "DAI", "BTC"]);
  await plain.close();
});
