import { expect, type Page, test } from "@playwright/test";

/** The part of a page under a heading. */
const part = (page: Page, name: string) => page.getByRole("region", { name });

test("an incident shows what happened, who says whose work it was, and where to check it", {
  tag: "@smoke",
}, async ({ page }) => {
  await page.goto("/incidents/coinex-2023-09");
  await expect(
    page.getByRole("heading", { level: 1, name: "CoinEx hot-wallet theft" }),
  ).toBeVisible();
  await expect(page.getByRole("term").filter({ hasText: /^Lost$/ })).toBeVisible();
  await expect(page.getByText("$54,000,000 at the time of the theft")).toBeVisible();
  await expect(page.getByText("$70.0m", { exact: true })).toBeVisible();
  const attributions = part(page, "Who is said to have done it");
  await expect(attributions.getByRole("listitem")).toHaveCount(5);
  await expect(attributions).toContainText(
    /Lazarus Group: named in an analysis by SlowMist on 13 September 2023\s·\slikely/,
  );
  await expect(attributions).toContainText("likely: Two or more independent parties");
  const source = part(page, "Sources").getByRole("link", { name: "CoinEx - REKT" });
  await expect(source).toHaveAttribute("rel", "noopener nofollow");
});

test("an incident says at first sight whose each figure is, and in a table where it can be read", async ({
  page,
}) => {
  await page.goto("/incidents/coinex-2023-09");
  await expect(page.getByText("as put by Taylor Monahan")).toBeVisible();
  await expect(page.getByText(/^\$53\.0m by .*, \$70\.0m by CoinEx$/)).toBeVisible();
  const figures = part(page, "Who says how much was lost").getByRole("row");
  const followed = figures.filter({ hasText: "followed here" });
  await expect(followed).toHaveCount(1);
  await expect(followed).toContainText("$54,000,000");
  await expect(followed.getByRole("rowheader")).toContainText("Taylor Monahan");
  const high = figures.filter({ hasText: "high estimate" });
  await expect(high.getByRole("rowheader")).toContainText("CoinEx");
  await expect(high.getByRole("link", { name: /^Source of what CoinEx says/ })).toBeVisible();
});

test("people who were charged together are named so, with how far their case has come", async ({
  page,
}) => {
  await page.goto("/incidents/mt-gox-2014-02");
  const statement = part(page, "Who is said to have done it").getByRole("listitem");
  await expect(statement).toHaveCount(1);
  await expect(statement).toContainText(
    "Alexey Bilyuchenko (charged, not tried) and Aleksandr Verner (charged, not tried): " +
      "charged together by US Department of Justice (indictment) on 9 June 2023",
  );
  await statement.getByRole("link", { name: "Alexey Bilyuchenko" }).click();
  await expect(page).toHaveTitle(/Alexey Bilyuchenko \(charged, not tried\)/);
  await expect(page.getByText("Charged, not tried", { exact: false }).first()).toBeVisible();
});

test("a transaction leads to its page and to an explorer, and its hash is there in full", async ({
  page,
}) => {
  await page.goto("/incidents/coinex-2023-09");
  const transaction = part(page, "Transactions").getByRole("listitem");
  await expect(transaction).toHaveCount(1);
  const link = transaction.getByRole("link").first();
  const hash = await link.textContent();
  expect(hash).toMatch(/^0x[0-9a-f]{64}$/);
  await expect(link).toHaveAttribute("href", `/transactions/ethereum/${hash}`);
  await expect(
    transaction.getByRole("link", { name: `${hash} at a block explorer of Ethereum` }),
  ).toHaveAttribute("href", `https://etherscan.io/tx/${hash}`);
  expect((await link.boundingBox())?.width).toBeLessThan(300);
});

test("what rests on copies is marked, and the mark leads to all that does", async ({ page }) => {
  await page.goto("/incidents?sources=copies&sort=largest");
  const incident = page.getByRole("rowheader").first();
  await expect(incident).toContainText("only copies");
  await incident.getByRole("link").click();
  await part(page, "Sources").getByRole("link", { name: "only copies" }).click();
  await expect(page).toHaveURL(/\/incidents\?sources=copies$/);
  await expect(page.getByLabel("Sources")).toHaveValue("copies");
});

test("an incident names those that share an address with it, with the chains on both sides", async ({
  page,
}) => {
  await page.goto("/incidents/coinex-2023-09");
  const related = part(page, "Other incidents that share an address with it");
  await expect(related).toContainText("0x75497999432b8701330fb68058bd21918c02ac59");
  await expect(related).toContainText("on Arbitrum and Optimism here, on Polygon there");
  await related.getByRole("link", { name: "Stake.com hot-wallet theft" }).click();
  await expect(page).toHaveURL(/\/incidents\/stake-2023-09$/);
  const back = part(page, "Other incidents that share an address with it");
  await expect(back).toContainText("on Polygon here, on Arbitrum and Optimism there");
  await expect(back.getByRole("link", { name: "CoinEx hot-wallet theft" })).toBeVisible();
  await expect(back.getByRole("link", { name: "Alphapo hot-wallet theft" })).toBeVisible();
});

test("what an incident is leads to the incidents that are alike", async ({ page }) => {
  await page.goto("/incidents/coinex-2023-09");
  await page.getByRole("link", { name: "Private-key compromise" }).click();
  await expect(page).toHaveURL(/\/incidents\?technique=private-key-compromise$/);
  await page.goto("/v/1/incidents/coinex-2023-09");
  await page.getByRole("link", { name: "12 September 2023" }).first().click();
  await expect(page).toHaveURL(/\/v\/1\/incidents\?from=2023-09-12&to=2023-09-12&sort=oldest$/);
  await expect(page.getByRole("link", { name: "CoinEx hot-wallet theft" })).toBeVisible();
});

test("an unknown loss is said in words and is never a zero", async ({ page }) => {
  await page.goto("/incidents/livecoin-2020-12");
  await expect(page.getByText(/^Nobody has put a figure on it/)).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: /^unknown$/ })).toHaveCount(2);
  await expect(page.getByText("$0")).toHaveCount(0);
});

test("a date known only to the month or year says so, and leads to all of it", async ({ page }) => {
  await page.goto("/incidents/mybitcoin-2011-07");
  await expect(page.getByText("July 2011 (day not known)")).toBeVisible();
  await expect(page.getByRole("link", { name: "July 2011" })).toHaveAttribute(
    "href",
    "/incidents?from=2011-07-01&to=2011-07-31&sort=oldest",
  );
  await page.goto("/incidents/coinhoarder-blockchain-info-2017");
  await expect(page.getByText("2017 (month and day not known)")).toBeVisible();
});

test("a known address is marked with what it is, and links its incident to no other", async ({
  page,
}) => {
  await page.goto("/incidents/blueberry-protocol-2024-02");
  const marked = part(page, "Addresses").getByRole("listitem").filter({ hasText: "Known address" });
  await expect(marked).toContainText("0xc0ffeebabe5d496b2dde509f9fa189c25cf29671");
  await expect(marked).toContainText("arbitrage bot and white hat");
  const related = part(page, "Other incidents that share an address with it");
  await expect(related).not.toContainText("0xc0ffeebabe5d496b2dde509f9fa189c25cf29671");
});

test("a pinned version says so and keeps its links within the version", async ({ page }) => {
  await page.goto("/v/1/incidents/coinex-2023-09");
  await expect(page.getByRole("complementary", { name: "Version" })).toContainText("version 1");
  await expect(
    part(page, "Who is said to have done it").getByRole("link", { name: "Lazarus Group" }).first(),
  ).toHaveAttribute("href", "/v/1/actors/lazarus-group");
  await expect(part(page, "How to cite this page")).toContainText(
    /“CoinEx hot-wallet theft”, version 1 of the record, published \d+ \w+ \d{4}, \/v\/1\/incidents\/coinex-2023-09/,
  );
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a long list of addresses unfolds", async ({ page }) => {
    await page.goto("/incidents/coinex-2023-09");
    const addresses = part(page, "Addresses");
    const kadena = addresses.getByText("k:", { exact: false }).first();
    await expect(addresses.getByText("21 more addresses")).toBeVisible();
    await expect(kadena).toBeHidden();
    await addresses.getByText("21 more addresses").click();
    await expect(kadena).toBeVisible();
  });
});

test("an incident fits a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const slugs = ["coinex-2023-09", "blueberry-protocol-2024-02", "livecoin-2020-12"];
  for (const slug of [...slugs, "mt-gox-2014-02"]) {
    await page.goto(`/incidents/${slug}`);
    expect(await sidewaysOverflow(page)).toBe(0);
  }
});

/** By how many pixels a page is wider than the screen. */
async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
