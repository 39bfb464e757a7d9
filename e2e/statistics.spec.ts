import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a researcher finds the sentence to quote, its rule and its chart", async ({ page }) => {
  await page.goto("/charts");
  await page.getByRole("link", { name: /^Medians, thresholds/ }).click();
  await expect(page).toHaveURL(/\/statistics$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Statistics of thefts");
  await page.getByRole("navigation", { name: "Years" }).getByRole("link", { name: "2025" }).click();
  await expect(page).toHaveTitle(/^Statistics of crypto-asset thefts in 2025/);
  await expectAccessible(page);

  const median = section(page, "Median and quartiles");
  const sentence = median.getByText(/^The median loss in 2025 is \$/);
  await expect(sentence).toContainText(/half of the \d+ incidents of known size/);
  await expect(median.getByText(/^Rule: gross, best estimates/)).toContainText(
    /n = \d+ incidents of known size; \d+ incidents? of unknown size left out/,
  );

  const largest = section(page, "With and without the largest");
  await expect(largest.getByText(/^The 10 largest losses in 2025 are/)).toContainText(
    /without them it is \$[\d.]+[bm]n?\. The largest alone is 40%: without it/,
  );
  const back = section(page, "What came back");
  await expect(back.getByText(/came back where that is known/)).toContainText(/in \d+ of \d+ inc/);
  await expect(section(page, "Days until something came back")).toContainText(
    "the record holds no day of a return",
  );

  await median.getByRole("link", { name: "By attributed actor" }).click();
  await expect(page).toHaveURL(/\/charts\/quantiles\?year=2025&through=2025-12-31&by=actor$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Median loss and quartiles");
  await page.getByText("The same numbers as a table").click();
  await expect(page.getByRole("columnheader", { name: "90% quantile, US dollars" })).toBeVisible();
});

test("a number of it leads to all about that number", async ({ page }) => {
  await page.goto("/statistics?year=2025");
  await page.getByRole("link", { name: "About $100m and more" }).click();
  await expect(page).toHaveURL(/\/number\?from=2025-01-01&to=2025-12-31&least=100000000$/);
});

test("sentences, tables and files have the same numbers", async ({ page, request }) => {
  await page.goto("/statistics?year=2024");
  const csv = await (await request.get("/charts/thresholds.csv?year=2024")).text();
  const [header = "", first = ""] = csv.split("\r\n");
  expect(header).toBe("at_least_usd,loss_usd,share_of_total,incidents");
  const incidents = first.split(",")[3] ?? "";
  await expect(section(page, "Above thresholds").getByText(/took \$1m or more/)).toHaveText(
    new RegExp(`^${incidents} of the \\d+ incidents of known size in 2024`),
  );
  for (const chart of ["quantiles", "sizes", "thresholds", "concentration", "recovery"])
    for (const [ending, type] of [
      ["svg", "image/svg+xml"],
      ["xlsx", "application/vnd"],
      ["json", "application/json"],
      ["zip", "application/zip"],
    ] as const) {
      const answer = await request.get(`/charts/${chart}.${ending}?year=2024`);
      expect([chart, ending, answer.status()]).toEqual([chart, ending, 200]);
      expect(answer.headers()["content-type"]).toContain(type);
    }
});

test.describe("without scripts, and with the keyboard alone", () => {
  test.use({ javaScriptEnabled: false });

  test("the form narrows every sentence", async ({ page }) => {
    await page.goto("/statistics");
    const form = page.getByRole("form", { name: "What is counted" });
    await form.getByText("Only some incidents").press("Enter");
    await form.getByLabel(/^Category/).selectOption("phishing");
    await form.getByRole("button", { name: "Show" }).press("Enter");
    await expect(page).toHaveURL(/category=phishing/);
    for (const name of ["Median and quartiles", "Above thresholds", "What came back"])
      await expect(
        section(page, name)
          .getByText(/, phishing/)
          .first(),
      ).toBeVisible();
    await expect(page.locator("#quantiles svg").first()).toBeVisible();
  });

  test("where few are known, that is said; where nothing is, nothing else", async ({ page }) => {
    await page.goto("/statistics?year=2011");
    await expect(section(page, "Median and quartiles")).toContainText(
      "Only 4 incidents are counted here, of which such a number says little.",
    );
    await page.goto("/statistics?q=nothing-is-called-so");
    await expect(section(page, "With and without the largest")).toContainText(
      "The record holds no incident through",
    );
  });
});

for (const [query, says] of [
  ["by=category", "one of the parameters"],
  ["axis=log", "linear for this chart"],
  ["year=2099", "a year from 2009"],
  ["from=2024-02-01&to=2024-01-01", "a day not after to"],
  ["dollars=1999", "a year from 2009 to"],
  ["least=-1", "an amount in whole US dollars"],
  [`q=${"a".repeat(10_000)}`, "q"],
] as const)
  test(`is refused: ${query.slice(0, 40)}`, async ({ request }) => {
    const answer = await request.get(`/statistics?${query}`);
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(answer.status()).toBeLessThan(500);
    expect(await answer.text()).toContain(says);
  });
