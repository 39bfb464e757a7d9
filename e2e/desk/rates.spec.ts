import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// Amounts in other moneys, from the form to the dollars that they come to; and whole addresses, and names that are free.

let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ page, context } = await personOf(browser, "contributor", "Rita Rates"));
});
test.afterAll(() => context.close());

async function beginIncident(target: string, day: string): Promise<string> {
  await page.goto("/desk/new/incident");
  await page.getByLabel("Target").fill(target);
  await page.getByLabel("Day").fill(day);
  await page.getByRole("button", { name: "Start the draft" }).click();
  return draftOpened(page);
}

const saved = () => page.getByRole("status").filter({ hasText: /^Saved \d/ });
const converting = () => page.getByRole("group", { name: /in US dollars$/ });

test("an amount in euro is converted by a rate that the editor sees, sources and can change", async () => {
  const draft = await beginIncident("Rated Exchange", "2021-04-07");
  const best = page.getByLabel(/^Best estimate/);
  await best.fill("€1.2m");
  await expect(page.getByText(/“€” is another money/)).toBeVisible();
  await expect(converting()).toContainText("1,200,000 EUR in US dollars");
  await expect(converting().getByLabel("Rate of the day")).toHaveValue("2021-04-07");
  await expect(converting()).toContainText("No rates are held here yet.");
  // The server of this test has no way to the bank: said, and nothing is lost.
  await converting()
    .getByRole("button", { name: "Fetch the European Central Bank’s rates" })
    .click();
  await expect(converting()).toContainText(/European Central Bank’s file .* Enter a rate/);
  await expect(best).toHaveValue("€1.2m");

  await converting().getByLabel("US dollars for one EUR").fill("1.1884");
  await expect(page.getByRole("button", { name: /converted at/ })).toHaveCount(0);
  await converting().getByLabel("Whose rate").fill("A central bank");
  await converting().getByLabel("Where it can be read").fill("https://bank.example.org/rates");
  await expect(page.getByRole("button", { name: "$1,426,080, converted at 1.1884" })).toBeVisible();
  await expectAccessible(page);
  await best.press("Alt+1");
  await expect(best).toHaveValue("1,426,080");
  const estimate = page.getByRole("group", { name: "estimate 1" }).first();
  await expect(estimate.getByLabel("Amount")).toHaveValue("1,426,080");
  await expect(estimate.getByLabel(/^Converted from/)).toHaveValue(
    "EUR 1200000 at 1.1884 on 2021-04-07, A central bank, https://bank.example.org/rates",
  );
  await expect(saved()).toBeVisible();

  // What it was converted from proves the amount: another one is refused at its field.
  await estimate.getByLabel("Amount").fill("1,500,000");
  await expect(saved()).toBeVisible();
  await page.goto(`${draft}?check=1`);
  await expect(page.getByRole("main")).toContainText("EUR 1200000 at 1.1884 comes to ($1,426,080)");
});

const bySource = async (currency: string, rate: string) => {
  await converting().getByLabel(`US dollars for one ${currency}`).fill(rate);
  await converting().getByLabel("Whose rate").fill("A central bank");
  await converting().getByLabel("Where it can be read").fill("https://bank.example.org/rates");
};
const proof = (amount: string, rate: string, on: string) =>
  `${amount} at ${rate} on ${on}, A central bank, https://bank.example.org/rates`;

test("a range fills its ends by one rate, each proved by an estimate, and who says so is asked for", async () => {
  const draft = await beginIncident("Ranged Exchange", "2021-04-12");
  const best = page.getByLabel(/^Best estimate/);
  await best.fill("between 3 and 4 million pounds");
  await expect(converting()).toContainText("3,000,000 to 4,000,000 GBP in US dollars");
  await bySource("GBP", "1.375");
  // Another amount in the same money keeps the rate.
  await best.fill("£3–4.2m");
  await expect(converting().getByLabel("US dollars for one GBP")).toHaveValue("1.375");
  await best.press("Alt+1");
  await expect(best).toHaveValue("");
  await expect(page.getByLabel(/^Lowest/)).toHaveValue("4,125,000");
  await expect(page.getByLabel(/^Highest/)).toHaveValue("5,775,000");
  const first = page.getByRole("group", { name: "estimate 1" }).first();
  const second = page.getByRole("group", { name: "estimate 2" }).first();
  await expect(first.getByLabel("Amount")).toHaveValue("4,125,000");
  await expect(first.getByLabel(/^Converted from/)).toHaveValue(
    proof("GBP 3000000", "1.375", "2021-04-12"),
  );
  await expect(second.getByLabel("Amount")).toHaveValue("5,775,000");
  await expect(second.getByLabel(/^Converted from/)).toHaveValue(
    proof("GBP 4200000", "1.375", "2021-04-12"),
  );

  // Nobody is known to say so: the field waits for it, and the check names it.
  await expect(first.getByLabel("Said by")).toBeFocused();
  await expect(page.getByText(/^Still to be written: who says so/)).toBeVisible();
  await expect(saved()).toBeVisible();
  await page.goto(`${draft}?check=1`);
  await expect(page.getByRole("main")).toContainText(/Said by must not be empty/i);
});

test("who says an amount is filled in where the form knows it, and never guessed", async () => {
  await beginIncident("Sourced Exchange", "2021-04-13");
  await page.getByRole("button", { name: "Add a source" }).click();
  const source = page.getByRole("group", { name: "source 1" }).first();
  await source.getByLabel("Web address").fill("https://harbour.example.org/theft");
  await source.getByLabel("Publisher").fill("Harbour News");
  const best = page.getByLabel(/^Best estimate/);
  await best.fill("€2m");
  await bySource("EUR", "1.19");
  await best.press("Alt+1");
  const first = page.getByRole("group", { name: "estimate 1" }).first();
  await expect(first.getByLabel("Said by")).toHaveValue("Harbour News");
  await expect(first.getByLabel("Source")).toHaveValue("https://harbour.example.org/theft");
  await expect(best).toBeFocused();

  // Of two sources it is the one that is named beside the amount.
  await page.getByRole("button", { name: "Add a source" }).click();
  const other = page.getByRole("group", { name: "source 2" }).first();
  await other.getByLabel("Web address").fill("https://ledger.example.org/theft");
  await other.getByLabel("Publisher").fill("The Ledger");
  const highest = page.getByLabel(/^Highest/);
  await highest.fill("up to €3m");
  await bySource("EUR", "1.19");
  await highest.press("Alt+1");
  const second = page.getByRole("group", { name: "estimate 2" }).first();
  await expect(second.getByLabel("Said by")).toBeFocused();
  await expect(second.getByLabel("Said by")).toHaveValue("");
  await second.getByLabel("Source").fill("https://ledger.example.org/theft");
  await second.getByLabel("Source").blur();
  await expect(second.getByLabel("Said by")).toHaveValue("The Ledger");
  await expect(first.getByLabel("Said by")).toHaveValue("Harbour News");
});

test("an asset’s worth is converted in its own row, and a published total is not", async () => {
  const draft = await beginIncident("Worth Exchange", "2021-04-14");
  await page.getByRole("button", { name: "Add an asset" }).click();
  const asset = page.getByRole("group", { name: "asset 1" }).first();
  await asset.getByLabel("Quantity").fill("1,000 ETH");
  const worth = asset.getByLabel("Worth in US dollars");
  await worth.fill("€1.75m");
  await bySource("EUR", "1.19");
  await worth.press("Alt+1");
  await expect(worth).toHaveValue("2,082,500");
  await expect(worth).toBeFocused();
  const kept = proof("EUR 1750000", "1.19", "2021-04-14");
  await expect(asset.getByLabel(/^Converted from/)).toHaveValue(kept);
  await expect(saved()).toBeVisible();
  await worth.fill("2,000,000");
  await expect(saved()).toBeVisible();
  await page.goto(`${draft}?check=1`);
  await expect(page.getByRole("main")).toContainText("EUR 1750000 at 1.19 comes to ($2,082,500)");

  await page.goto("/desk/new/figure");
  await page.getByRole("button", { name: "Start the draft" }).click();
  await draftOpened(page);
  const amount = page.getByLabel(/^Amount in US dollars/);
  await amount.fill("€3bn");
  await expect(page.getByText(/“€” is another money/)).toBeVisible();
  await expect(page.getByText(/A total in another money is not converted/)).toBeVisible();
  await expect(converting()).toHaveCount(0);
});

test("a sign of two moneys asks which, and an estimate keeps the conversion in its own row", async () => {
  await beginIncident("Yen Exchange", "2021-04-08");
  await page.getByRole("button", { name: "Add an estimate" }).first().click();
  const row = page.getByRole("group", { name: "estimate 1" }).first();
  await row.getByLabel("Amount").fill("¥500m");
  await expect(converting().getByLabel("Currency")).toHaveValue("JPY");
  await converting().getByLabel("Currency").selectOption("CNY");
  await converting().getByLabel("US dollars for one CNY").fill("0.1525");
  await converting().getByLabel("Whose rate").fill("A central bank");
  await converting().getByLabel("Where it can be read").fill("https://bank.example.org/rates");
  await page.getByRole("button", { name: "$76,250,000, converted at 0.1525" }).click();
  await expect(row.getByLabel("Amount")).toHaveValue("76,250,000");
  await expect(row.getByLabel(/^Converted from/)).toHaveValue(
    "CNY 500000000 at 0.1525 on 2021-04-08, A central bank, https://bank.example.org/rates",
  );
});

test("an address and a hash are shown in full, and Enter goes on to the next row", async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await beginIncident("Long Address", "2021-04-09");
  await page.getByRole("button", { name: "Add an address" }).click();
  const address = page.getByRole("group", { name: "address 1" }).getByLabel("Address");
  const whole =
    "addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x";
  await address.fill(whole);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const isCut = await address.evaluate(
      (field) =>
        field.scrollWidth > field.clientWidth || field.scrollHeight > field.clientHeight + 1,
    );
    expect([width, isCut]).toEqual([width, false]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await address.press("Enter");
  await expect(page.getByRole("group", { name: "address 2" })).toBeVisible();
  await expect(address).toHaveValue(whole);
});

test("where a URL name is another’s, a free one is offered and taken by a key", async () => {
  const draft = await beginIncident("Coin Twice", "2023-09-12");
  const slug = page.getByLabel(/^URL name/);
  await slug.fill("coinex-2023-09");
  await expect(saved()).toBeVisible();
  await page.goto(`${draft}?check=1`);
  await expect(page.getByRole("main")).toContainText("write another, such as coinex-2023-09-2");
  await expect(page.getByRole("button", { name: "coinex-2023-09-2" })).toBeVisible();
  await slug.press("Alt+1");
  await expect(slug).toHaveValue("coinex-2023-09-2");
  await expect(slug).toBeFocused();
  await expect(page.getByRole("button", { name: "coinex-2023-09-2" })).toHaveCount(0);
});
