import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const results = (page: Page) => page.getByRole("region", { name: "Results" }).getByRole("listitem");
const ADDRESS = "0xf9ddbfdb94b84a55d569671bcbc48ff438a7e158";

test("from any page, by keyboard alone, a misspelt name leads to the record", {
  tag: "@smoke",
}, async ({ page }) => {
  for (const [shortcut, address] of [
    ["/", "/methodology"],
    ["Control+k", "/incidents/coinex-2023-09"],
  ] as const) {
    await page.goto(address, { waitUntil: "load" });
    await page.keyboard.press(shortcut);
    await expect(page.getByRole("textbox", { name: "Search the record" })).toBeFocused();
    await page.keyboard.type("ronnin");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=ronnin$/);
    await expect(page.getByText("what is spelt much like it comes first")).toBeVisible();
    await expect(results(page).first()).toContainText("Target");
    await results(page).first().getByRole("link", { name: "Ronin" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/targets\/ronin$/);
  }
});

test("a slash in a field is a slash", async ({ page }) => {
  await page.goto("/incidents", { waitUntil: "load" });
  const field = page.getByRole("searchbox").first();
  await field.focus();
  await page.keyboard.type("a/b");
  await expect(field).toHaveValue("a/b");
});

test("what matched is marked and said, kinds narrow, and a version answers as it was", async ({
  page,
}) => {
  await page.goto("/search?q=hidden+cobra");
  await expect(results(page).first().getByRole("link", { name: "Lazarus Group" })).toBeVisible();
  await expect(results(page).first()).toContainText("also called: Hidden Cobra");
  await expect(results(page).first().locator("mark")).toHaveText("Hidden Cobra");
  await page.goto("/search?q=CoinEx+hack");
  await expect(results(page).first()).toContainText("Target");
  await page
    .getByRole("navigation", { name: "Kinds of results" })
    .getByRole("link", { name: /Incidents/ })
    .click();
  await page.waitForURL(/kind=incident$/);
  await expect(
    results(page).first().getByRole("link", { name: "CoinEx hot-wallet theft" }),
  ).toBeVisible();
  await page.goto("/v/1/search?q=mtgox");
  await expect(results(page).first().getByRole("link", { name: "Mt. Gox" })).toHaveAttribute(
    "href",
    "/v/1/targets/mt-gox",
  );
});

test("an address is found in part and by an explorer's link", async ({ page }) => {
  for (const q of [ADDRESS.slice(0, 10), `https://bscscan.com/address/${ADDRESS}`]) {
    await page.goto(`/search?q=${encodeURIComponent(q)}`);
    await expect(results(page).first()).toContainText(ADDRESS);
    await expect(results(page).first()).toContainText("Attacker in Fake TSUKA token rug pull", {
      ignoreCase: true,
    });
  }
  await results(page).first().getByRole("link", { name: ADDRESS }).click();
  await expect(page).toHaveURL(/\/addresses\/[a-z-]+\/0x/);
  await expect(page.getByRole("main")).toContainText("Fake TSUKA token rug pull");
});

test("what cannot be searched is refused by a sentence, under the status that says so", async ({
  page,
}) => {
  for (const [q, says] of [
    ["a".repeat(8_000), "at most 300 characters"],
    ["abc\u202edef", "right-to-left override"],
    ["ron.*", "patterns such as"],
    ["!!!", "a letter or a digit"],
  ] as const) {
    const answer = await page.goto(`/search?q=${encodeURIComponent(q)}`);
    expect(answer?.status()).toBe(400);
    await expect(page.getByText(says)).toBeVisible();
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a search is a plain form, and nothing found says where to go on", async ({ page }) => {
    await page.goto("/actors");
    await page.getByRole("textbox", { name: "Search the record" }).fill("zzqqxx");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/\/search\?q=zzqqxx$/);
    await expect(
      page.getByText("The record holds nothing called or spelt much like"),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "Suggest what is missing" }).first()).toBeVisible();
  });

  test("a list of addresses is looked up as a table and as a file", async ({ page }) => {
    await page.goto("/search/lookup");
    const list = page.getByLabel("Addresses, transactions or links");
    await list.fill(`${ADDRESS}\nnonsense\n0x${"1".repeat(40)}`);
    await page.getByRole("button", { name: "Look up", exact: true }).click();
    await expect(page.getByRole("heading", { name: "1 of 3 in the record" })).toBeVisible();
    await expect(page.getByRole("row", { name: /nonsense/ })).toContainText("not read");
    await expect(
      page.getByRole("row", { name: new RegExp(ADDRESS) }).getByRole("link"),
    ).toHaveAttribute("href", "/incidents/fake-tsuka-2022-09");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Look up as CSV" }).click();
    expect((await download).suggestedFilename()).toMatch(/^lossline-lookup-v\d+\.csv$/);
  });

  test("a list that is too long is refused whole", async ({ page }) => {
    await page.goto("/search/lookup");
    await page.getByLabel("Addresses, transactions or links").fill("0x1,".repeat(10_000));
    await page.getByRole("button", { name: "Look up", exact: true }).click();
    await expect(
      page.getByText("These are 10,000 entries; at most 1,000 can be looked up at once."),
    ).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(0);
  });
});

test("more than may be sent is refused before it is read", async ({ request }) => {
  for (const path of ["/search/lookup", "/search/lookup.csv", "/v/1/search/lookup"]) {
    const answer = await request.post(path, { form: { list: "a".repeat(1_100_000) } });
    expect([path, answer.status()]).toEqual([path, 413]);
    expect(await answer.text()).toContain("1,000,000");
  }
  expect((await request.post("/search?q=a", { form: { q: "a" } })).status()).toBe(405);
  expect((await request.get("/search/lookup.csv")).status()).toBe(405);
});

test("is accessible in both themes, wide and narrow", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const address of [
        "/search",
        "/search?q=coinex",
        "/search?q=zzqqxx",
        "/search?q=0xf9ddbfdb",
        "/search/lookup",
      ]) {
        await page.goto(address);
        await expectAccessible(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([address, wide]).toEqual([address, width]);
      }
    }
});
