import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { deskDigest } from "@/e2e/desk/support/desk-digest";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { focused } from "@/e2e/desk/support/keyboard";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// An incident from a pasted report: by keyboard alone, with every key counted.

/** Of 300 words, with ten addresses, two transactions and four links; where it can be read is the fifth source. */
const REPORT = `Post-mortem: Marrow Lend

On 14 August 2024 the lending protocol Marrow Lend on Ethereum was exploited for 2,310 ETH ($6.1m). An attacker took a flash loan and moved the price feed on which the protocol relied, borrowed against collateral that was worth next to nothing, and walked away with the pools' ether. Everything was over within four blocks. Other counts of what was stolen run as high as $6.4m.

The team paused the markets forty minutes later. Users who had lent stablecoins were not touched; those who had lent ether lost about a third of it. Two days later the attacker returned $1.2m against a promise not to be sued.

Lazarus Group was named at first by people in a chat, without any ground; we do not repeat it. According to Kestrel Research, the trail looks like nobody's that they know.

Attacker wallets on Ethereum:
0x79a4a8906249A2c8C24147573DFc0591f6d57F49
0x3D02b24Ad8BD6415D10cfb8C446B8f2AF66Af4c2
0x264091DF473d683229144493f6F0805495B663B2
0x1E375A8274771C165974946C14482FBd8F4B0CBa

Attack contract: 0x30EEF6dC43e86B41958E6BED5aA573f867Cf2A5A
Attack contract: 0xC768B28052E59A1148f3faED7bFAc4fcb869B62A

Drained pools (victim):
victim: 0x0373c24CA150E3bE0Fd849703713527cDbaa7781
victim: 0x2b1C6b4231bE0f21d15363065EFF3391201bbF9a

Laundering, sent on through:
laundering: 0x52357E89f4C6793C8AA9752132779530a81f83dB
laundering: 0x1Cc0169521aA5218d04A8D16FECb7DdDA7e27efA

Exploit transaction: 0x2310db67e4838a86b0dc3303ed12c8ea5041b332dc29f8b0ac26faa4f19a445b
Exploit transaction: 0xf600f35e4cc763889c852586ff2bf6a924bcc549ae45e02e3f21e660c7558ca7

Sources
- Kestrel Research (16 Aug 2024): https://kestrel-research.example.com/posts/the-marrow-lend-price-feed
- Ledger Daily (14 August 2024): https://ledgerdaily.example.org/2024/08/marrow-lend-loses-six-million?utm_source=feed
- https://chainpost.example.net/news/marrow-lend-exploiter-returns-some (17 Aug 2024)
- https://security-letters.example.org/issues/marrow-lend-in-detail#timeline

What we change: the feed is now an average of thirty minutes, loans against thin markets are capped, and whoever finds the next hole may ask for $250,000 as a bounty. The audit of March 2023 did not cover the new feed. In all, Marrow Lend holds $41m in deposits today. Whoever lost ether can see on the page of their account what their share was, and what of it has come back. A vote on how the rest is made good begins on Monday; until then neither lending nor borrowing of ether is possible, and everything else works as it did before.
`;

let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ page, context } = await personOf(browser, "contributor", "Paula Paster"));
});
test.afterAll(() => context.close());

/** Presses keys and counts them. */
class CountedKeys {
  count = 0;

  async press(key: string): Promise<void> {
    this.count += 1;
    await page.keyboard.press(key);
  }

  /** What a paste is: one key, whatever it brings. */
  async paste(text: string): Promise<void> {
    this.count += 1;
    await page.keyboard.insertText(text);
  }

  async type(text: string): Promise<void> {
    this.count += text.length;
    await page.keyboard.type(text);
  }

  async tabTo(name: string | RegExp): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      const at = await focused(page);
      if (typeof name === "string" ? at.startsWith(name) : name.test(at)) return;
      await this.press("Tab");
    }
    throw new Error(`Tab never led to ${name}`);
  }
}

async function beginIncident(): Promise<string> {
  await page.goto("/desk/new/incident");
  await page.getByRole("button", { name: "Start the draft" }).click();
  return draftOpened(page);
}

const box = () => page.getByLabel(/^The text of a post-mortem/);
const proposed = () => page.getByRole("region", { name: "What the report proposes" });
const saved = () => expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();

test("a report becomes an incident in review within sixty keys and sixty seconds", async () => {
  const keys = new CountedKeys();
  await page.goto("/desk/new/incident");
  const began = Date.now();
  await keys.tabTo("Target");
  await keys.press("Enter");
  const draft = await draftOpened(page);
  await keys.press("Alt+PageDown");
  await expect(box()).toBeFocused();
  await keys.paste(REPORT);
  await keys.press("Tab");
  await keys.paste("https://marrowlend.example.com/blog/post-mortem");
  await keys.press("Control+Enter");
  await expect(page.getByRole("button", { name: "Take all" })).toBeFocused();
  await keys.press("Enter");
  await expect(page.getByLabel("Summary")).toBeFocused();
  await keys.type("A price feed was moved.");
  await expect(page.getByLabel("Best estimate")).toHaveValue("6,100,000");
  await keys.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Check before submitting" })).toBeVisible({
    timeout: 120_000,
  });
  for (const warning of await page.getByRole("checkbox").all()) {
    const label = await warning.evaluate((each: HTMLInputElement) => each.labels?.[0]?.textContent);
    await keys.tabTo(label?.trim() ?? "");
    await keys.press("Space");
  }
  await keys.press("Control+Enter");
  await expect(page.getByRole("main")).toContainText("in review");
  const seconds = (Date.now() - began) / 1000;
  test.info().annotations.push({ type: "keys", description: `${keys.count} keys, ${seconds} s` });
  expect(keys.count).toBeLessThanOrEqual(60);
  expect(seconds).toBeLessThanOrEqual(60);

  await expect(page).toHaveURL(`${draft}/review`);
  const main = page.getByRole("main");
  for (const text of ["Marrow Lend exploit", "14 August 2024", "$6.10m", "2,310", "$1.20m"])
    await expect(main).toContainText(text);
  for (const address of REPORT.match(/0x[0-9a-fA-F]{40}\b/g) ?? [])
    await expect(main).toContainText(address);
  await expect(main).toContainText("Kestrel Research");
  await expect(main).not.toContainText("lazarus");
  await expect(main).not.toContainText("utm_source");
});

test("nothing of a report is taken unasked, and what was typed is replaced only by a second key", async () => {
  await beginIncident();
  await page.getByLabel("Name", { exact: true }).fill("As somebody called it");
  await saved();
  const before = await deskDigest();
  await box().fill(REPORT);
  await page.keyboard.press("Control+Enter");
  await expect(proposed()).toContainText(/^\d+ proposed, 0 taken/);
  // Reading stores nothing at all.
  expect(await deskDigest()).toBe(before);
  await expect(page.getByLabel("Best estimate")).toHaveValue("");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("As somebody called it");
  await expectAccessible(page);
  // Each stands beside its words.
  const sum = proposed().getByRole("listitem").filter({ hasText: "Best estimate" }).first();
  await expect(sum.locator("mark")).toHaveText(/\$6\.1m/);
  await sum.getByRole("button").press("Space");
  await expect(page.getByLabel("Best estimate")).toHaveValue("6,100,000");
  await expect(sum.getByRole("button")).toContainText("Taken");
  const name = proposed().getByRole("button", { name: /^Take Name/ });
  await name.press("Enter");
  await expect(proposed()).toContainText("The field holds “As somebody called it”");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("As somebody called it");
  await proposed()
    .getByRole("button", { name: /^Replace Name/ })
    .press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Marrow Lend exploit");
  // Taking all afterwards replaces nothing, and takes nothing twice.
  await page.getByRole("button", { name: "Take all" }).press("Enter");
  await expect(page.getByRole("group", { name: /^address \d+$/ })).toHaveCount(10);
  await expect(page.getByRole("group", { name: /^transaction \d+$/ })).toHaveCount(2);
  await expect(page.getByRole("group", { name: "address 7" }).getByLabel("Role")).toHaveValue(
    "victim",
  );
  await saved();
  await expectAccessible(page);
  // The report itself is no part of the draft, and stays in the box.
  await page.reload();
  await expect(box()).toHaveValue(REPORT);
  await expect(page.getByRole("group", { name: /^address \d+$/ })).toHaveCount(10);
});

test("a report of a megabyte and an empty one are refused in plain words", async () => {
  const draft = await beginIncident();
  await box().fill("");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("Paste the text of a report first.").last()).toBeVisible();
  await box().evaluate((area: HTMLTextAreaElement) => {
    area.value = "A theft. ".repeat(120_000);
  });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(
    page.getByText(/has 1,080,000 characters; a report may have at most 100,000/).last(),
  ).toBeVisible();
  const answer = await page.request.post(`${draft}/report`, {
    data: { text: "A theft. ".repeat(120_000) },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(413);
  expect((await answer.json()).refused).toContain("longer than a report may be");
  await box().fill("");
});

test("a removed row is brought back by a button and by a key, where it was", async () => {
  await beginIncident();
  for (const url of ["https://one.example.org/", "https://two.example.org/"]) {
    await page.getByRole("button", { name: "Add a source" }).click();
    await page.getByLabel("Web address").last().fill(url);
  }
  await expect(page.getByLabel("Web address")).toHaveCount(3);
  await page.getByRole("button", { name: "Remove source 2" }).press("Enter");
  await expect(page.getByLabel("Web address")).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Web address").nth(1)).toHaveValue("https://one.example.org/");
  await page.getByRole("button", { name: "Remove source 3" }).press("Enter");
  await page.getByRole("button", { name: "Undo: bring back source 3" }).click();
  await expect(page.getByLabel("Web address").nth(2)).toHaveValue("https://two.example.org/");
  await saved();
  await page.reload();
  await expect(page.getByLabel("Web address").last()).toHaveValue("https://two.example.org/");
});

test("the next and the previous section are reached by a key", async () => {
  await beginIncident();
  await page.getByLabel("Name", { exact: true }).focus();
  await page.keyboard.press("Alt+PageDown");
  await expect(page.getByLabel("Best estimate")).toBeFocused();
  await page.keyboard.press("Alt+PageUp");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
});

test("without scripts a report's proposals come as a page, and what is ticked there is taken", async ({
  browser,
}) => {
  const draft = await beginIncident();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const form = await plain.newPage();
  await form.goto(draft);
  await form.getByLabel(/^The text of a post-mortem/).fill(REPORT);
  await form.getByRole("button", { name: "Read it" }).click();
  await expect(form.getByRole("heading", { name: "What the report proposes" })).toBeVisible();
  await form
    .getByRole("checkbox", { name: /^Best estimate/ })
    .first()
    .check();
  await form.getByRole("checkbox", { name: /^Chain: Ethereum/ }).check();
  await form
    .getByRole("checkbox", { name: /^Address/ })
    .first()
    .check();
  await form.getByRole("button", { name: "Take what is ticked" }).click();
  await expect(form.getByLabel("Best estimate")).toHaveValue("6,100,000");
  await expect(form.getByRole("group", { name: /^address \d+$/ })).toHaveCount(1);
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue("");
  await plain.close();
});
