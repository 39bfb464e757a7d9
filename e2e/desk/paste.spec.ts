import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

const THIEF = "0x69627dad496db160a81bed9e27ce2da67c3242bd";
const ROBBED = "0x25ace71c97b33cc4729cf772ae268934f7ab5fa1";
const UNSAID = "0xce013682eddefaca8c94fe56a43a04212ebe4673";
const TOKEN = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
const HASH = `0x${"5ac3".repeat(16)}`;

let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ page, context } = await personOf(browser, "contributor", "Petra Paster"));
});
test.afterAll(() => context.close());

/** Begins a draft of an incident on Ethereum. @returns its address */
async function begin(target: string): Promise<string> {
  await page.goto("/desk/new/incident");
  await page.getByLabel("Target").fill(target);
  await page.getByLabel("Day").fill("2023-09-12");
  await page.getByRole("button", { name: "Start the draft" }).click();
  const draft = await draftOpened(page);
  await page.getByLabel("chain 1").fill("Ethereum");
  return draft;
}

async function paste(text: string): Promise<void> {
  const list = page.locator("[data-list='addresses']");
  await list.getByText("Paste many at once").click();
  await list.locator("#paste-addresses").fill(text);
  await list.getByRole("button", { name: "Split into rows" }).click();
}

const role = (list: string, row: number) =>
  page.getByRole("group", { name: `${list} ${row}` }).getByLabel("Role");

test("pasted notes become addresses and transactions; what is somebody else's is answered by a key", async () => {
  await begin("Pasted notes");
  await paste(
    [
      `Thief ${THIEF} https://example.org/notes`,
      `Robbed contract (victim): ${ROBBED}`,
      UNSAID,
      `Attack tx ${HASH}`,
      `USDT ${TOKEN}`,
      "base,0x47CE0C6eD5B0Ce3d3A51fdb1C52DC66a7c3c2936",
      `Tron block hash ${HASH}`,
    ].join("\n"),
  );
  await expect(page.getByText("To be answered (2)")).toBeVisible();
  await expect(role("address", 1)).toHaveValue("attacker");
  await expect(role("address", 2)).toHaveValue("victim");
  await expect(role("address", 3)).toHaveValue("");
  await expect(page.getByRole("group", { name: "address 4" })).toHaveCount(0);
  await expect(role("transaction", 1)).toHaveValue("attack");
  const questions = page.getByRole("region", { name: "To be answered" });
  await expect(questions).toContainText("(token contract)");
  await expect(questions).toContainText("(mixer, there on Ethereum)");
  await expect(page.getByRole("list", { name: "Left aside" })).toContainText("hash of a block");
  await expectAccessible(page);

  // The first answer leaves the token aside; the mixer is taken as laundering at most.
  await questions.getByRole("button", { name: "Leave aside" }).first().focus();
  await page.keyboard.press("1");
  await expect(page.getByText("To be answered (1)")).toBeVisible();
  await expect(questions.getByRole("button", { name: "Leave aside" })).toBeFocused();
  await expect(page.locator("#paste-addresses")).not.toHaveValue(/USDT/);
  await page.keyboard.press("2");
  await expect(role("address", 4)).toHaveValue("laundering");
  await expect(page.getByText("was left aside by an answer")).toBeVisible();

  await page.getByLabel("Source of all that have none").fill("https://example.org/more");
  await page.getByRole("button", { name: "Set source" }).first().click();
  const source = (row: number) =>
    page.getByRole("group", { name: `address ${row}` }).getByLabel("Source");
  await expect(source(1)).toHaveValue("https://example.org/notes");
  await expect(source(3)).toHaveValue("https://example.org/more");
  await page.getByLabel("Role of all transactions that have none").selectOption("laundering");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await page.reload();
  await expect(role("address", 4)).toHaveValue("laundering");
  await expect(role("transaction", 1)).toHaveValue("attack");
  await expect(page.locator("#paste-addresses")).toHaveValue(`Tron block hash ${HASH}`);
});

test("nothing is taken while the record cannot be asked", async () => {
  await begin("Pasted offline");
  await context.setOffline(true);
  await paste(`Thief ${THIEF}`);
  await expect(
    page.getByText("Nothing was taken: the record could not be asked").last(),
  ).toBeVisible();
  await expect(page.getByRole("group", { name: "address 1" })).toHaveCount(0);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Split into rows" }).first().click();
  await expect(role("address", 1)).toHaveValue("attacker");
});

test("without scripts what has to be answered waits where it was pasted", async ({ browser }) => {
  const draft = await begin("Pasted plainly");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const form = await plain.newPage();
  await form.goto(draft);
  await form.getByText("Paste many at once").first().click();
  await form.locator("#paste-addresses").fill(`Thief ${THIEF}\nUSDT ${TOKEN}\nAttack tx ${HASH}`);
  const answered = form.waitForEvent("load");
  await form.locator("[value='paste:addresses']").click();
  await answered;
  await expect(
    form.getByText("1 address and 1 transaction were taken. To be answered"),
  ).toBeVisible();
  await expect(form.locator("#paste-addresses")).toHaveValue(`USDT ${TOKEN}`);
  await expect(form.getByRole("group", { name: "transaction 1" }).getByLabel("Hash")).toHaveValue(
    HASH,
  );
  await plain.close();
});
