import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { tabTo, typeIn } from "@/e2e/desk/support/keyboard";
import { enterPassword, personOf, type Who } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

let who: Who;
let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ who, page, context } = await personOf(browser, "contributor", "Fay Former"));
});
test.afterAll(() => context.close());

/** Begins a draft and waits until its form listens. @returns the draft's URL */
async function beginIncident(on: Page, target: string): Promise<string> {
  await on.goto("/desk/new/incident");
  await on.getByLabel("Target").fill(target);
  await on.getByLabel("Day").fill("Sept 12th, 2023");
  await on.getByRole("button", { name: "Start the draft" }).click();
  return draftOpened(on);
}

async function saved(on: Page): Promise<void> {
  await expect(on.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
}

test("CoinEx is entered from scratch by keyboard alone", async () => {
  const slug = `coinex-by-keyboard-${Date.now()}`;
  const draft = await beginIncident(page, "CoinEx");
  await typeIn(page, "Name", "CoinEx hot-wallet theft, by keyboard");
  await typeIn(page, "Kind of target", "exch");
  await expect(page.getByRole("option", { name: "Exchange", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await typeIn(page, "Category", "wallet c");
  await page.keyboard.press("Tab");
  await typeIn(page, "Technique", "private");
  await page.keyboard.press("Tab");
  for (const chain of ["ethereum", "tron", "bnb"]) {
    await tabTo(page, "chain");
    await page.keyboard.type(chain);
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
    await page.keyboard.press("Tab");
  }
  await typeIn(page, "Summary", "Hot wallets were drained of $54.3 million.");
  await typeIn(page, "Best estimate", "$54.3m");
  await expect(page.getByText("= $54,300,000")).toBeVisible();

  await tabTo(page, "Add an asset");
  await page.keyboard.press("Enter");
  await page.keyboard.type("4,947 ETH");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "asset 2" })).toBeVisible();
  await page.keyboard.type("408,741 DAI");

  await tabTo(page, "Add an attribution");
  await page.keyboard.press("Enter");
  await page.keyboard.type("laz");
  await expect(page.getByRole("option", { name: /^Lazarus Group/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("ZachXBT");
  await page.keyboard.press("Tab");
  await page.keyboard.type("13 Sep 2023");
  await page.keyboard.press("Tab");
  await page.keyboard.type("sus");
  await page.keyboard.press("Tab");
  await page.keyboard.type("independent");
  await page.keyboard.press("Tab");
  await page.keyboard.type("https://twitter.com/zachxbt/status/1701905899034390574");

  await tabTo(page, "Paste many at once");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(
    [
      "https://etherscan.io/address/0xce013682eddefaca8c94fe56a43a04212ebe4673",
      "tron,TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ",
      "what is this",
    ].join("\n"),
  );
  await tabTo(page, "Split into rows");
  await page.keyboard.press("Enter");
  await expect(
    page
      .getByText(
        "2 addresses were taken. All need a role. Left aside: line 3, “what is this”, holds no address.",
      )
      .last(),
  ).toBeVisible();
  await expect(page.getByRole("list", { name: "Left aside" })).toContainText("what is this");
  const role = (row: number) =>
    page.getByRole("group", { name: `address ${row}` }).getByLabel("Role");
  await expect(role(1)).toHaveValue("");
  await tabTo(page, "Role of all that have none");
  await page.keyboard.type("att");
  await tabTo(page, "Set role");
  await page.keyboard.press("Enter");
  await expect(role(1)).toHaveValue("attacker");
  await expect(role(2)).toHaveValue("attacker");
  await expect(page.getByRole("group", { name: "address 2" }).getByLabel("Chain")).toHaveValue(
    "TRON",
  );
  await page.getByRole("group", { name: "address 2" }).getByLabel("Source").focus();
  await page.keyboard.type("https://rekt.news/coinex-rekt/");
  await tabTo(page, /^Any text with addresses/);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");

  await typeIn(page, "Web address", "https://rekt.news/coinex-rekt/");
  await typeIn(page, "Publisher", "rekt");
  await typeIn(page, "Title", "CoinEx");
  await saved(page);
  await expectAccessible(page);

  await tabTo(page, "Check and submit");
  await page.keyboard.press("Enter");
  // The record holds CoinEx already, under the name that this one would get.
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("URL name")).toBeFocused();
  await page.keyboard.type(slug);
  await tabTo(page, "Check and submit");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Check before submitting" })).toBeVisible();
  await expect(page.getByText("Is it in the record already?")).toBeVisible();
  await expectAccessible(page);
  // What strikes has to be answered.
  for (const answer of await page.getByRole("checkbox").all()) {
    const label = await answer.evaluate((box: HTMLInputElement) => box.labels?.[0]?.textContent);
    await tabTo(page, label?.trim() ?? "");
    await page.keyboard.press("Space");
    await expect(answer).toBeChecked();
  }
  await tabTo(page, "Submit for review");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${draft}/review`);
  await expect(page.getByRole("main")).toContainText("in review");
  await expect(page.getByRole("main")).toContainText("$54.3m");
});

test("what is typed is there after a reload, a closed tab and another machine", async ({
  browser,
}) => {
  const draft = await beginIncident(page, "Survivor");
  await page.getByLabel("Summary").fill("Typed before the reload.");
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Summary")).toHaveValue("Typed before the reload.");
  await page.getByLabel("Summary").fill("Typed before the tab was closed.");
  // At once: the save of a page that is left has to carry it.
  const closing = await context.newPage();
  await closing.goto("/desk");
  await page.goto("/desk");
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(draft);
  await enterPassword(other, who);
  await expect(other.getByLabel("Summary")).toHaveValue("Typed before the tab was closed.");
  await elsewhere.close();
  await closing.close();
});

test("what is typed without a connection is kept and saved once there is one", async () => {
  await beginIncident(page, "Tunnel");
  await context.setOffline(true);
  await page.getByLabel("Summary").fill("Typed in a tunnel.");
  await expect(page.getByRole("status").filter({ hasText: "no connection" })).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Summary")).toHaveValue("Typed in a tunnel.");
});

test("what a closed tab could not save is offered by the browser on the next visit", async () => {
  const draft = await beginIncident(page, "Kept here");
  const tab = await context.newPage();
  await tab.goto(draft);
  await expect(tab.getByLabel("Summary")).toBeEditable();
  await context.setOffline(true);
  await tab.getByLabel("Summary").fill("Only this browser has it.");
  await expect(tab.getByRole("status").filter({ hasText: "no connection" })).toBeVisible();
  await tab.close();
  await context.setOffline(false);
  await page.goto(draft);
  await expect(page.getByLabel("Summary")).toHaveValue("");
  // What is typed before that is decided takes nothing away from it.
  await expect(page.getByRole("button", { name: "Bring it back" })).toBeVisible();
  await page.getByLabel("Summary").fill("Typed without looking up.");
  await saved(page);
  await page.reload();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByLabel("Summary")).toHaveValue("Only this browser has it.");
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Summary")).toHaveValue("Only this browser has it.");
  await expect(page.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
});

test("an actor that is missing is begun from the attribution that names it", async () => {
  await beginIncident(page, "Unheard-of");
  await page.getByRole("button", { name: "Add an attribution" }).click();
  const name = `Nameless Crew ${Date.now()}`;
  await page.getByLabel("Actor").pressSequentially(name);
  await page.getByRole("option", { name: `Create actor “${name}”` }).click();
  await expect(page.getByLabel("Actor")).toHaveValue(name.toLowerCase().replaceAll(" ", "-"));
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "complete it in another tab" }).click();
  const actor = await opened;
  await expect(actor.getByLabel("Name", { exact: true })).toHaveValue(name);
  await actor.close();
  await page.getByRole("button", { name: "Check and submit" }).click();
  await expect(page.getByText("is only a proposal so far")).toBeVisible();
});

test("a target that is missing is begun from the incident that names it", async () => {
  const name = `Nameless Exchange ${Date.now()}`;
  await beginIncident(page, name);
  const field = page.getByLabel("Target’s record");
  await field.pressSequentially(name);
  await page.getByRole("option", { name: `Create target “${name}”` }).click();
  await expect(field).toHaveValue(name.toLowerCase().replaceAll(" ", "-"));
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "complete it in another tab" }).click();
  const target = await opened;
  await expect(target.getByRole("heading", { level: 2, name: "Who it is" })).toBeVisible();
  await expect(target.getByLabel("Name", { exact: true })).toHaveValue(name);
  await target.close();
  await page.getByRole("button", { name: "Check and submit" }).click();
  await expect(page.getByText("is only a proposal so far")).toBeVisible();
});

test("many lines pasted into one address become as many rows", async () => {
  await beginIncident(page, "Pasted");
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByLabel("Address", { exact: true }).evaluate((field) => {
    const data = new DataTransfer();
    data.setData(
      "text/plain",
      "TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ\nrpQxVcjVF2fC23r3xKyJS53jw8d5SRhZQf",
    );
    field.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole("group", { name: "address 1" }).getByLabel("Chain")).toHaveValue(
    "TRON",
  );
  await expect(page.getByRole("group", { name: "address 2" }).getByLabel("Chain")).toHaveValue(
    "Ripple",
  );
  await expect(page.getByRole("group", { name: "address 3" })).toHaveCount(0);
});

test("what is typed after signing out elsewhere is saved after signing in again", async () => {
  const draft = await beginIncident(page, "Signed out");
  const second = await context.newPage();
  await second.goto("/desk");
  await second.getByRole("button", { name: "Sign out" }).click();
  await expect(second.getByRole("heading", { name: "Sign in to the desk" })).toBeVisible();
  await page.getByLabel("Summary").fill("Typed while signed out.");
  await expect(page.getByRole("status").filter({ hasText: "Signed out" })).toBeVisible();
  await second.goto("/desk/sign-in");
  await enterPassword(second, who);
  await expect(second).toHaveURL(/\/desk$/);
  await saved(page);
  await second.goto(draft);
  await expect(second.getByLabel("Summary")).toHaveValue("Typed while signed out.");
  await second.close();
});

test("without scripts a plain form saves, grows, splits what is pasted, and says what is wrong", async ({
  browser,
}) => {
  const draft = await beginIncident(page, "Plain post");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const form = await plain.newPage();
  // Each button sends the whole form; what is typed before its answer is there would be typed in vain.
  const press = async (button: Locator) => {
    const answered = form.waitForEvent("load");
    await button.click();
    await answered;
  };
  await form.goto(draft);
  await form.getByLabel("Summary").fill("Sent by a plain form.\nOn two lines.");
  await press(form.getByRole("button", { name: "Add an asset" }));
  await form.getByRole("group", { name: "asset 1" }).getByLabel("Quantity").fill("1,460 ETH");
  await press(form.getByRole("button", { name: "Add an asset" }));
  await form.getByRole("group", { name: "asset 2" }).getByLabel("Symbol").fill("DAI");
  await press(form.getByRole("button", { name: "Remove asset 1" }));
  await expect(form.getByRole("group", { name: "asset 1" }).getByLabel("Symbol")).toHaveValue(
    "DAI",
  );
  await form.getByText("Paste many at once").first().click();
  await form
    .locator("#paste-addresses")
    .fill("0xce013682eddefaca8c94fe56a43a04212ebe4673\nnonsense");
  await press(form.locator("[value='paste:addresses']"));
  await expect(
    form.getByText("1 address was taken. It needs a role. Left aside: line 2"),
  ).toBeVisible();
  await expect(form.locator("#paste-addresses")).toHaveValue("nonsense");
  await press(form.getByRole("button", { name: "Check and submit" }));
  const summary = form.getByRole("alert");
  await expect(summary).toContainText("Name must not be empty.");
  await expect(summary).toContainText(
    "Address 1: Role is missing: choose attacker, laundering or victim.",
  );
  await form.getByLabel("Role of all that have none").selectOption("victim");
  await press(form.locator("[value='fill:addresses.role']"));
  await expect(form.getByRole("group", { name: "address 1" }).getByLabel("Role")).toHaveValue(
    "victim",
  );
  await press(form.getByRole("button", { name: "Check and submit" }));
  await expect(summary).not.toContainText("Role is missing");
  await summary.getByRole("link", { name: "Address 1: Source must not be empty." }).click();
  await expect(form).toHaveURL(/#f-addresses-0-source$/);
  await expect(form.getByLabel("Summary")).toHaveValue("Sent by a plain form.\nOn two lines.");

  // Signed out meanwhile: the answer holds what was typed, and sends it again.
  await plain.clearCookies();
  await form.getByLabel("Summary").fill("Sent while signed out: <b>&quot;</b>");
  await press(form.getByRole("button", { name: "Save", exact: true }).last());
  await expect(form.getByRole("heading", { name: "Not saved" })).toBeVisible();
  await plain.addCookies((await context.storageState()).cookies);
  await press(form.getByRole("button", { name: "Send it again" }));
  await expect(form.getByLabel("Summary")).toHaveValue("Sent while signed out: <b>&quot;</b>");
  await plain.close();
});

test("going back within the desk loses nothing that was just typed", async () => {
  const draft = await beginIncident(page, "Left behind");
  await page.getByLabel("Name", { exact: true }).fill("Left by going back");
  const sent = page.waitForResponse((response) => response.url().endsWith(`${draft}/save`));
  await page.goBack();
  await sent;
  await expect(page.getByRole("button", { name: "Start the draft" })).toBeVisible();
  // Longer than a form waits before it saves: nothing may come after it, and empty it.
  await page.waitForTimeout(3000);
  await page.goto(draft);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Left by going back");
  await expect(page.getByLabel("Target", { exact: true })).toHaveValue("Left behind");
});
