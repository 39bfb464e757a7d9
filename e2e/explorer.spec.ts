import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const form = (page: Page) => page.getByRole("form", { name: "Filters" });
const selected = (page: Page) => page.getByRole("region", { name: "Selected" });
const group = (page: Page, name: string) =>
  form(page).locator("summary").filter({ hasText: name }).first();

/** How many incidents the list says that it has. */
async function countOf(page: Page): Promise<number> {
  const text = await page
    .getByRole("main")
    .getByText(/^[\d,]+ incidents?\b/)
    .first()
    .innerText();
  return Number((/^[\d,]+/.exec(text)?.[0] ?? "").replaceAll(",", ""));
}

/** How many incidents stand beside a value of an open group. */
async function countBeside(page: Page, value: RegExp): Promise<number> {
  const label = form(page).locator("label").filter({ hasText: value }).filter({ visible: true });
  return Number((await label.locator("span").innerText()).replaceAll(",", ""));
}

test("several values are had and one is left out, by keyboard alone", async ({ page }) => {
  await page.goto("/incidents?from=2023-01-01&to=2024-12-31");
  await group(page, "Category").focus();
  await page.keyboard.press("Enter");
  for (const name of [/^Phishing/, /^Exit scam/]) {
    await page.getByRole("checkbox", { name }).focus();
    await page.keyboard.press("Space");
  }
  const expected = (await countBeside(page, /^Phishing/)) + (await countBeside(page, /^Exit scam/));
  await form(page).getByLabel("Loss of at most").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/incidents\?from=2023-01-01&to=2024-12-31&category=exit-scam,phishing$/);
  await expect(title(page)).toHaveText("Exit scams and phishing, 2023–2024");
  await expect(page).toHaveTitle(/Exit scams and phishing, 2023–2024/);
  expect(await countOf(page)).toBe(expected);

  await group(page, "Chain").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Without Ethereum", exact: true }).focus();
  await page.keyboard.press("Space");
  await form(page).getByRole("button", { name: "Show" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/&category=exit-scam,phishing&chain=-ethereum$/);
  await expect(title(page)).toHaveText("Exit scams and phishing, not on Ethereum, 2023–2024");
  expect(await countOf(page)).toBeLessThan(expected);
  await expectAccessible(page);

  await selected(page).getByRole("link", { name: "Remove: category phishing" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/&category=exit-scam&chain=-ethereum$/);
});

test("a count is what its value lists, under all other filters", async ({ page }) => {
  await page.goto("/incidents?category=phishing&least=10m");
  await group(page, "Category").click();
  const count = await countBeside(page, /^Wallet compromise/);
  expect(count).toBeGreaterThan(0);
  await page.goto("/incidents?category=wallet-compromise&least=10m");
  expect(await countOf(page)).toBe(count);
});

test("after Back the form is that of the list beneath it", async ({ page }) => {
  await page.goto("/incidents?category=phishing");
  await group(page, "Category").click();
  await page.getByRole("checkbox", { name: /^Phishing/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Exit scam/ }).check();
  await form(page).getByLabel("Loss of at least").fill("$10m");
  await form(page).getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/category=exit-scam&least=10000000$/);
  await page.goBack();
  await page.waitForURL(/\/incidents\?category=phishing$/);
  await expect(title(page)).toHaveText("Phishing");
  const boxes = (name: string) => form(page).locator(`input[value="${name}"]`);
  await expect(boxes("phishing")).toBeChecked();
  await expect(boxes("exit-scam")).not.toBeChecked();
  await expect(form(page).getByLabel("Loss of at least")).toHaveValue("");
});

test("every column sorts both ways and says so", async ({ page }) => {
  await page.goto("/incidents?category=phishing&returned=some");
  const headings = page.getByRole("table").first().getByRole("columnheader");
  for (const [label, first, second] of [
    ["Day", "oldest", ""],
    ["Incident", "name", "name-desc"],
    ["Target", "target", "target-desc"],
    ["Category", "category", "category-desc"],
    ["Attributed to", "actor", "actor-desc"],
    ["Returned", "most-returned", "least-returned"],
    ["Loss", "largest", "smallest"],
  ] as const) {
    const heading = headings.filter({ hasText: label });
    const directions = new Set<string | null>();
    for (const sort of [first, second]) {
      await heading.getByRole("link").click();
      await page.waitForURL(new RegExp(`returned=some${sort === "" ? "" : `&sort=${sort}`}$`));
      directions.add(await heading.getAttribute("aria-sort"));
    }
    expect([label, [...directions].sort()]).toEqual([label, ["ascending", "descending"]]);
  }
});

test("an empty list says without which filter there is something", async ({ page }) => {
  await page.goto("/incidents?category=phishing&technique=reentrancy");
  const main = page.getByRole("main");
  await expect(main).toContainText("No incident of the record fits all of these filters");
  await main.getByRole("link", { name: "without “technique reentrancy”" }).click();
  await page.waitForURL(/\/incidents\?category=phishing$/);
});

for (const [query, said] of [
  ["category=magic", "one of contract-exploit"],
  ["category=phishing,-phishing", "not both"],
  ["category=phishing,-exit-scam", "one of them only"],
  ["least=10m&most=1m", "not below least"],
  ["least=a+lot", "$1.5bn"],
  ["chain=.*", "a chain's lower-case name"],
  ["chain=ethereum,%E2%80%AEbsc", "a chain's lower-case name"],
  [`chain=${Array.from({ length: 60 }, (_, at) => `c${at}`).join()}`, "at most 50 values"],
  [`q=${"a".repeat(10_000)}`, "at most 100 characters"],
] as const) {
  test(`${query.slice(0, 40)} is refused with what is allowed`, async ({ page }) => {
    const response = await page.goto(`/incidents?${query}`);
    expect(response?.status()).toBe(400);
    await expect(page.getByRole("main")).toContainText(said);
  });
}

test("a chart refuses several values and says why", async ({ page }) => {
  const response = await page.goto("/charts/monthly?category=phishing,exit-scam");
  expect(response?.status()).toBe(400);
  await expect(page.getByRole("main")).toContainText("one value for a chart");
});

test("a number of several values says so, and is the list's", async ({ page }) => {
  await page.goto("/incidents?category=exit-scam,phishing&chain=-ethereum");
  const count = await countOf(page);
  await page.getByRole("link", { name: "About this number" }).click();
  await expect(page.getByRole("main")).toContainText("category exit scam or phishing");
  await expect(page.getByRole("main")).toContainText("not on Ethereum");
  await expect(page.getByRole("main")).toContainText(count.toLocaleString("en-GB"));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("the form leads to the URL without empty parameters, and the total is in sight", async ({
    page,
  }) => {
    await page.goto("/incidents");
    await group(page, "Category").click();
    await page.getByRole("checkbox", { name: /^Phishing/ }).check();
    await form(page).getByLabel("Loss of at least").fill("1.5m");
    await form(page).getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/\/incidents\?category=phishing&least=1500000$/);
    await expect(title(page)).toHaveText("Phishing of $1.5m and more");
    await expect(page.getByText(/^[\d,]+ incidents, .+ lost/).first()).toBeInViewport();
  });
});
