import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { draftOpened, publishDraft, submitDraft } from "@/e2e/desk/support/drafts";
import { press, tabTo, typeIn } from "@/e2e/desk/support/keyboard";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// The way of a technique that nobody has named before: from the keyboard to every page that lists them.

let page: Page;
let editing: Page;
const contexts: BrowserContext[] = [];
test.beforeAll(async ({ browser }) => {
  const [writer, editor] = [
    await personOf(browser, "contributor", "Tess Technique"),
    await personOf(browser, "editor", "Theo Technique"),
  ];
  [page, editing] = [writer.page, editor.page];
  contexts.push(writer.context, editor.context);
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
});

const saved = () => page.getByRole("status").filter({ hasText: /^Saved \d/ });

test("a technique is created by keyboard, asked about, published and found everywhere", async () => {
  const run = Date.now().toString(36);
  const words = `Ledger Mirage ${run}`;
  const [value, label] = [`ledger-mirage-${run}`, `Ledger mirage ${run}`];

  await page.goto("/desk/new/incident");
  await typeIn(page, "Target", `Mirage ${run}`);
  await typeIn(page, "Day", "2019-03-07");
  await press(page, "Start the draft");
  const draft = await draftOpened(page);
  await typeIn(page, "Name", `Mirage ${run} theft`);
  await typeIn(page, "Kind of target", "exch");
  await page.keyboard.press("Tab");
  await typeIn(page, "Category", "contract");
  await page.keyboard.press("Tab");
  // What is in the list says what it means, there and once it is picked.
  await typeIn(page, "Technique", "governance");
  await expect(
    page.getByRole("option", { name: /Governance attack.*Votes are bought/ }),
  ).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByText(/^= Governance attack: Votes are bought/)).toBeVisible();
  // What the taxonomy has is defined there; only a name of one's own asks for it.
  await expect(page.getByLabel("Definition")).toBeHidden();
  await typeIn(page, "Technique", words);
  const creating = page.getByRole("option", { name: `Create technique “${words}”` });
  await expect(creating).toContainText(`New to the record, as ${value}`);
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await expect(creating).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Technique")).toHaveValue(label);
  await expect(page.getByText(`= ${value}, which the taxonomy does not have`)).toBeVisible();
  await typeIn(page, "Definition", "Deposits are shown that never were.");
  await expectAccessible(page);
  await tabTo(page, "chain");
  await page.keyboard.type("Etherium");
  await page.getByRole("option", { name: "Create chain “Etherium”" }).click();
  await typeIn(page, "Summary", "A ledger showed deposits that never were.");
  await typeIn(page, "Best estimate", "$9.9m");
  await typeIn(page, "Web address", `https://example.org/${run}`);
  await typeIn(page, "Publisher", "Example");
  await typeIn(page, "Title", "A mirage");
  await expect(saved()).toBeVisible();

  // Both are questions; the slip is mended, the technique is meant.
  await press(page, "Check and submit");
  await expect(page.getByRole("heading", { name: "Check before submitting" })).toBeVisible();
  const ofChain = page.getByRole("checkbox", { name: /the chain “Etherium” yet.*“Ethereum”/ });
  await expect(ofChain).toBeVisible();
  await press(page, "Back to the form");
  await draftOpened(page);
  await page.getByLabel("chain 1").fill("Ethereum");
  await expect(saved()).toBeVisible();
  await tabTo(page, "Check and submit");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Check before submitting" })).toBeVisible();
  await expect(ofChain).toHaveCount(0);
  const ofTechnique = page.getByRole("checkbox", { name: `the technique “${label}” yet` });
  await press(page, "Submit for review");
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await ofTechnique.focus();
  await page.keyboard.press("Space");
  await press(page, "Submit for review");
  await expect(page.getByRole("main")).toContainText("in review");

  await editing.goto(`${draft}/review`);
  await expect(editing.getByRole("region", { name: "What it says" })).toContainText(
    `New to the record: ${label}`,
  );
  await expect(editing.getByRole("region", { name: "What it says" })).toContainText(
    `Deposits are shown that never were.`,
  );
  await expect(editing.getByRole("main")).toContainText(
    `The methodology will say this of “${label}”`,
  );
  const version = await publishDraft(editing, draft);

  await page.goto(`/v/${version}/methodology`);
  const row = page.getByRole("row").filter({ hasText: value });
  await expect(row).toContainText(`${label}Deposits are shown that never were.`);
  await row.getByRole("link", { name: "1", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents\\?technique=${value}$`));
  await expect(page.getByRole("table").getByRole("link", { name: /^Mirage/ })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    `technique ledger mirage ${run}`,
  );
  await page.goto(`/v/${version}/incidents`);
  const techniques = page.locator("details.facet").filter({ hasText: /^Technique/ });
  await techniques.locator("summary").click();
  await techniques.getByRole("checkbox", { name: `${label} 1` }).check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("table").getByRole("link", { name: /^Mirage/ })).toHaveCount(1);

  await page.goto(`/v/${version}/charts/techniques?from=2019-03-07&to=2019-03-07&top=50`);
  await expect(page.getByRole("main")).toContainText(label);
  await expectAccessible(page);
  const numbers = `/v/${version}/charts/techniques.csv?from=2019-03-07&to=2019-03-07&top=50`;
  expect(await (await page.request.get(numbers)).text()).toContain(`${value},${label},9900000,`);
  const filtered = `/v/${version}/charts/monthly?from=2019-03-01&to=2019-03-31&technique=${value}`;
  await page.goto(filtered);
  await expect(page.getByRole("main")).toContainText(`technique ledger mirage ${run}`);
  // The id that pictures print leads back to the very view.
  const answer = await page.request.get(filtered.replace("monthly?", "monthly.json?"));
  const { shortId } = await answer.json();
  await page.goto(`/c/${shortId}`);
  await expect(page).toHaveURL(new RegExp(`technique=${value}`));
  await page.goto(`/changes?from=${version - 1}&to=${version}&technique=${value}`);
  await expect(page.getByRole("main")).toContainText(`Mirage ${run} theft`);
});

test("what is meant by it stands beside it, is corrected under review, and stays as it was in older versions", async () => {
  const run = Date.now().toString(36);
  const [value, label] = [`paper-vault-${run}`, `Paper vault ${run}`];
  const [first, better] = ["A vault holds nothing.", "A vault holds claims on itself alone."];
  const draftOf = async (target: string, definition: string) => {
    await page.goto("/desk/new/incident");
    await page.getByLabel("Target").fill(`${target} ${run}`);
    await page.getByLabel("Day").fill("2019-04-11");
    await page.getByRole("button", { name: "Start the draft" }).click();
    const draft = await draftOpened(page);
    await page.getByLabel("Name", { exact: true }).fill(`${target} ${run} theft`);
    await page.getByLabel("Kind of target").fill("Exchange");
    await page.getByLabel("Category").fill("Contract exploit");
    await page.getByLabel("Technique").fill(label);
    await page.keyboard.press("Tab");
    await page.getByLabel("Definition").fill(definition);
    await page.getByLabel("Summary").fill("Claims were shown for funds.");
    await page.getByLabel("Best estimate").fill("$1.1m");
    await page.getByLabel("Web address").fill(`https://example.org/${target}-${run}`);
    await page.getByLabel("Publisher").fill("Example");
    await page.getByLabel("Title", { exact: true }).fill("A vault");
    await expect(saved()).toBeVisible();
    return draft;
  };
  const meaningAt = async (reference: string) => {
    await page.goto(`${reference}/methodology`);
    return page.getByRole("row").filter({ hasText: value }).getByRole("rowheader").innerText();
  };
  const draft = await draftOf("Vault", first);
  await submitDraft(page);
  const version = await publishDraft(editing, draft);
  expect(await meaningAt(`/v/${version}`)).toContain(first);

  // The next one who names it is told, and may write it better.
  const next = await draftOf("Strongroom", "");
  await page.getByLabel("Technique").fill("paper vault");
  await expect(page.getByRole("option", { name: new RegExp(`${label}.*${first}`) })).toBeVisible();
  await page.getByRole("option", { name: new RegExp(label) }).click();
  await expect(page.getByText(`= ${label}: ${first}`)).toBeVisible();
  await page.getByLabel("Definition").fill(better);
  await expect(saved()).toBeVisible();
  await submitDraft(page);
  await editing.goto(`${next}/review`);
  await expect(editing.getByRole("main")).toContainText(
    `Takes the place of what the methodology says of “${label}”: ${first}`,
  );
  await expectAccessible(editing);
  const later = await publishDraft(editing, next);
  expect(await meaningAt(`/v/${later}`)).toContain(better);
  expect(await meaningAt(`/v/${version}`)).toContain(first);
  const answer = await page.request.get(`/api/v1/incidents?version=${later}&technique=${value}`);
  const { data } = (await answer.json()) as { data: { technique_definition: string }[] };
  expect(data.map((each) => each.technique_definition).sort()).toEqual([better, first].sort());
});

test("without scripts a technique in plain words is taken, and asked about", async ({
  browser,
}) => {
  const run = Date.now().toString(36);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto("/desk/new/incident");
  await plain.getByLabel("Target").fill(`Plain ${run}`);
  await plain.getByLabel("Day").fill("2019-03-08");
  await plain.getByRole("button", { name: "Start the draft" }).click();
  await draftOpened(plain);
  await plain.getByLabel("Technique").fill("Re-entrency");
  await plain.getByRole("button", { name: "Check and submit" }).click();
  await expect(plain.getByLabel("Technique")).toHaveValue("Re-entrency");
  await expect(plain.getByRole("main")).toContainText(
    "No incident has the technique “Re entrency” yet: is it new, or did you mean “Reentrancy”?",
  );
  // Nothing tells there whether a technique is listed: the field is always asked, and refused where it is.
  await plain.getByLabel("Technique").fill("Reentrancy");
  await plain.getByLabel("Definition").fill("Something else.");
  await plain.getByRole("button", { name: "Check and submit" }).click();
  await expect(plain.getByLabel("Definition")).toHaveValue("Something else.");
  await expect(plain.getByRole("main")).toContainText(
    "Definition must be left empty: what “Reentrancy” means is fixed",
  );
  await plain.getByLabel("Technique").fill("Other");
  await plain.getByRole("button", { name: "Check and submit" }).click();
  await expect(plain.getByRole("main")).toContainText(
    "Technique must be a technique’s name, or unknown where nobody knows it.",
  );
  await context.close();
});
