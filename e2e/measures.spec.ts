import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

async function hasNoFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the panel asks for a year's dollars, a share, a median and back", async ({ page }) => {
    await page.goto("/charts/monthly?year=2023");
    await page.getByLabel(/^Dollars/).selectOption({ label: "Of 2024 (US CPI-U)" });
    await page.getByRole("button", { name: "Show" }).press("Enter");
    await expect(page).toHaveTitle(/^Losses by month and category in 2024 dollars, 2023/);
    await expect(
      page.getByText("US Bureau of Labor Statistics, series CUUR0000SA0").first(),
    ).toBeVisible();

    await page.getByLabel(/^Axis/).selectOption({ label: "Share of total (%)" });
    await page.getByRole("button", { name: "Show" }).press("Enter");
    await expect(page).toHaveTitle(/^Share of losses by month and category in 2024 dollars, 2023/);

    await page.getByLabel(/^Axis/).selectOption({ label: "Linear axis" });
    await page.getByLabel(/^Dollars/).selectOption({ label: "At the time of theft" });
    await page.getByLabel(/^Measure/).selectOption({ label: "Median loss" });
    await page.getByRole("button", { name: "Show" }).press("Enter");
    await expect(page).toHaveTitle(/^Median loss by month, 2023/);
    await expect(
      page.getByText(/The median of a month is of \d+ to \d+ incidents/).first(),
    ).toBeVisible();
  });
});

for (const [path, says] of [
  ["/charts/largest?axis=log", "lengths, which begin at zero"],
  ["/charts/monthly?measure=median&by=chain", "they do not add up"],
  ["/charts/monthly?measure=median&axis=share", "no parts of a total"],
  ["/charts/monthly?dollars=1999", "a year from 2009 to"],
] as const) {
  test(`${path} is refused with the reason`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(400);
    await expect(page.getByText(says).first()).toBeVisible();
  });
}

test("a live chart says share and amount of what is pointed at, and keeps the axis", async ({
  page,
}) => {
  await page.goto("/charts/monthly?year=2023&axis=share");
  const chart = page.locator("#chart");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-chart=live]")).toBeAttached();
  await chart.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart.getByRole("status")).toHaveText(/^\w{3} 2023: \$[\d.]+m\..* \d+%, \$[\d.]+m/);
  await hasNoFindings(page);
});

test("lines on a logarithmic axis say so, and what they were", async ({ page }) => {
  await page.goto("/charts/year-to-date?year=2023&axis=log");
  const chart = page.locator("#chart");
  await expect(chart.getByText("logarithmic axis").first()).toBeVisible();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-chart=live]")).toBeAttached();
  const lines = chart.locator("[data-drawing=live] path.recharts-line-curve");
  await expect(lines.first()).toBeAttached();
  for (const path of await lines.all())
    expect(await path.getAttribute("d")).not.toMatch(/NaN|Infinity/);
  await hasNoFindings(page);
});

for (const path of [
  "/charts/techniques?year=2023&measure=median",
  "/charts/targets?year=2023&axis=share&dollars=2024",
  "/charts/timeline?dollars=2024",
  "/charts/actors?year=2023&axis=share",
  "/methodology",
])
  test(`${path} has no findings at 390 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await hasNoFindings(page);
  });
