import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const main = (page: Page) => page.getByRole("main");
/** The part of a page under a heading. */
const part = (page: Page, name: string) => page.getByRole("region", { name });
const GROUP = ["Atomic Wallet", "Alphapo", "CoinsPaid", "Stake.com", "CoinEx"];
const SHARED = "0x75497999432B8701330fB68058bd21918C02Ac59";
const MEMBERS = ["alphapo-2023-07", "stake-2023-09", "coinex-2023-09"];

test("each of several thefts names all that it is linked with, before anything is scrolled", {
  tag: "@smoke",
}, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const slug of MEMBERS) {
    await page.goto(`/incidents/${slug}`);
    const line = main(page).getByText("One of 5 thefts linked by shared addresses");
    await expect(line).toBeInViewport();
    for (const name of GROUP) await expect(line.locator("..")).toContainText(name);
  }
});

test("an incident shows its whole group, and how far each other theft is", async ({ page }) => {
  await page.goto("/incidents/coinex-2023-09");
  const group = part(page, "Thefts linked by shared addresses");
  const other = (name: string) => group.getByRole("listitem").filter({ hasText: name });
  await expect(other("Stake.com hot-wallet theft")).toContainText(
    "directly, by an attacker’s address",
  );
  await expect(other("Alphapo hot-wallet theft")).toContainText("by way of Stake.com (2 steps)");
  await expect(other("CoinsPaid hot-wallet theft")).toContainText(
    "by way of Stake.com and Alphapo (3 steps)",
  );
  await group.getByRole("link", { name: "This group, with every address" }).click();
  await page.waitForURL(/\/links\/atomic-wallet-2023-06$/);
});

test("any incident of a group leads to it, within its version too; others to none", async ({
  request,
}) => {
  for (const base of ["", "/v/1"]) {
    for (const slug of MEMBERS) {
      const answer = await request.get(`${base}/links/${slug}`, { maxRedirects: 0 });
      expect(answer.status()).toBe(base === "" ? 307 : 308);
      expect(answer.headers().location).toMatch(new RegExp(`${base}/links/atomic-wallet-2023-06$`));
    }
  }
  const alone = await request.get("/links/mybitcoin-2011-07");
  expect(alone.status()).toBe(404);
  expect(await alone.text()).toContain("no incident that shares an address with another");
});

test("a group is read by keyboard alone: its drawing leads to its incidents and addresses", async ({
  page,
}) => {
  await page.goto("/links/atomic-wallet-2023-06");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(GROUP.join(" – "));
  const drawing = page.getByRole("group", { name: /^Drawing of 5 thefts/ });
  const count = drawing.getByRole("link", { name: "One address shared by Stake.com and CoinEx" });
  await count.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#link-3$/);
  await expect(page.locator("#link-3")).toBeInViewport();
  await page.locator("#link-3").getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/addresses/polygon/${SHARED}`);
  await expect(
    part(page, "Incidents that name it").getByRole("link", {
      name: "CoinEx hot-wallet theft",
      exact: true,
    }),
  ).toBeVisible();
  await page.goBack();
  await drawing
    .getByRole("link", { name: /CoinsPaid/ })
    .last()
    .focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/incidents\/coinspaid-2023-07$/);
});

test("all groups are listed, larger ones first, and each leads to its page", async ({ page }) => {
  await page.goto("/links");
  const facts = await main(page)
    .getByText(/^\d+ thefts, /)
    .allInnerTexts();
  expect(facts.length).toBeGreaterThan(40);
  const sizes = facts.map((text) => Number.parseInt(text, 10));
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  await main(page)
    .getByRole("link", { name: GROUP.join(" – ") })
    .click();
  await page.waitForURL(/\/links\/atomic-wallet-2023-06$/);
  await expect(main(page)).not.toContainText(/same (thief|attacker|hacker)\b/i);
});

test("every spelling of an address leads to one page; a known address says why it links nothing", async ({
  page,
  request,
}) => {
  for (const asked of [
    `ethereum/${SHARED.toLowerCase()}`,
    `optimism/0x${SHARED.slice(2).toUpperCase()}`,
    `arbitrum/${SHARED}`,
  ]) {
    const answer = await request.get(`/addresses/${asked}`, { maxRedirects: 0 });
    expect([asked, answer.status()]).toEqual([asked, 307]);
    expect(answer.headers().location).toContain(`/addresses/polygon/${SHARED}`);
  }
  await page.goto(`/addresses/polygon/${SHARED}`);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  await expect(main(page).getByRole("link", { name: "arbiscan.io" })).toHaveAttribute(
    "href",
    `https://arbiscan.io/address/${SHARED}`,
  );
  await expect(part(page, "Incidents that name it")).toContainText("Of the attacker on Polygon");
  await page.goto("/addresses/ethereum/0xc0ffeebabe5d496b2dde509f9fa189c25cf29671");
  await expect(main(page)).toContainText("no link between incidents rests on it");
  await expect(main(page)).not.toContainText("It links");
});

test("an address that no incident names is not called anything", async ({ page }) => {
  const answer = await page.goto("/addresses/ethereum/0x00000000000000000000000000000000000000aa");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "No incident in the record names this address",
  );
  await expect(main(page)).toContainText("says nothing about whose it is");
  await expect(main(page)).not.toContainText(/clean|safe/i);
  await page.goto("/addresses/ethereum/0x12");
  await expect(main(page)).toContainText(
    "must have 40 hexadecimal digits after 0x; this one has 2",
  );
});

test("an incident leads to its transaction's page, and back", async ({ page }) => {
  await page.goto("/incidents/coinex-2023-09");
  await part(page, "Transactions").getByRole("link").first().click();
  await page.waitForURL(/\/transactions\/ethereum\/0x[0-9a-f]{64}$/);
  await expect(page.getByRole("button", { name: "Copy the hash" })).toBeVisible();
  await part(page, "Incidents that name it")
    .getByRole("link", { name: "CoinEx hot-wallet theft", exact: true })
    .click();
  await page.waitForURL(/\/incidents\/coinex-2023-09$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("groups and addresses are all there", async ({ page }) => {
    await page.goto("/links/coinex-2023-09");
    await expect(part(page, "What they share").getByRole("link")).toHaveCount(8);
    await expect(page.getByRole("group", { name: /^Drawing/ }).getByRole("link")).toHaveCount(8);
    await page.goto(`/addresses/polygon/${SHARED}`);
    await expect(part(page, "Incidents that name it").getByRole("listitem")).not.toHaveCount(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`links and addresses are accessible, ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const url of [
        "/links",
        "/links/wsm-presale-2024-04",
        "/links/atomic-wallet-2023-06",
        `/addresses/polygon/${SHARED}`,
        "/incidents/coinex-2023-09",
        "/addresses/ethereum/0x12",
      ]) {
        await page.goto(url);
        await expectAccessible(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([url, wide <= width]).toEqual([url, true]);
      }
    });
  }
}
