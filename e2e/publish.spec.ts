import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const CHART = "/charts/monthly?year=2023&through=2023-12-31";

test("the gallery leads to every chart", { tag: "@smoke" }, async ({ page }) => {
  await page.goto("/charts");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(14);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Losses by technique" }).click();
  await expect(page).toHaveURL("/charts/techniques");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Losses by technique");
});

test("every choice of the panel stands in the address", async ({ page }) => {
  await page.goto("/charts/monthly?year=2023");
  await page.getByLabel("Split by").selectOption("Attributed actor");
  await page.getByLabel("Columns").selectOption("Quarterly");
  await page.getByLabel("From").fill("2022-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/from=2022-01-01&to=2023-12-31&.*by=actor&interval=quarter/);
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("quarter");
  await page.getByRole("navigation", { name: "Years" }).getByRole("link", { name: "2021" }).click();
  await expect(page).toHaveURL(
    "/charts/monthly?year=2021&through=2021-12-31&by=actor&interval=quarter",
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a chart's page is accessible in the ${colorScheme} theme`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto(CHART);
    await expect(page.getByRole("heading", { name: "Publish this chart" })).toBeVisible();
    await expectAccessible(page);
    await context.close();
  });
}

test("a picture is chosen, looked at and taken", async ({ page }) => {
  await page.goto(CHART);
  const preview = page.getByRole("img", { name: /^Preview\./ });
  await preview.scrollIntoViewIfNeeded();
  await page.getByText("Story 9:16").click();
  await page.getByText("Dark", { exact: true }).first().click();
  await page.getByText("4×").click();
  await expect(page.getByText("4320 × 7680 pixels")).toBeVisible();
  await expect(preview).toHaveAttribute("src", /shape=story&theme=dark&scale=1$/);
  await expect
    .poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalHeight))
    .toBe(1920);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download SVG" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(
    "lossline-monthly-losses-by-category-2023-01-01-to-2023-12-31-v1-story-dark.svg",
  );
});

test("a picture for print is chosen by its width in millimetres and its ink", async ({ page }) => {
  await page.goto(CHART);
  await page.getByText("148 mm", { exact: true }).click();
  await page.getByText("Black only").click();
  for (const [name, ending] of [
    ["PDF", "pdf"],
    ["SVG for print", "svg"],
    ["PNG, 300 dpi", "png"],
  ] as const) {
    const link = page.getByRole("link", { name, exact: true });
    await expect(link).toHaveAttribute(
      "href",
      new RegExp(`/v/1/charts/monthly\\.${ending}\\?.*&width=148mm&palette=grey$`),
    );
  }
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(
    "lossline-monthly-losses-by-category-2023-01-01-to-2023-12-31-v1-148x85mm-grey.pdf",
  );
});

test("a citation names the version and the day on which it was read", async ({ page }) => {
  await page.goto(CHART);
  const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format();
  await expect(page.getByText(/^Lossline, “/)).toContainText(`version 1 of the record`);
  await expect(page.getByText(/^Lossline, “/)).toContainText(`retrieved ${today}`);
  await expect(page.getByText(/^@misc/)).toContainText("/v/1/charts/monthly?year=2023");
});

test("copied, the embed code embeds the chart, and its frame takes the height that it needs", async ({
  page,
  baseURL,
}) => {
  await page.goto(CHART);
  await expect(page.getByText(/^<iframe/)).toContainText(`${baseURL}/v/1/embed/monthly`);
  const code = await page.getByText(/^<iframe/).innerText();
  await page.route("**/story", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><p>A story.</p>${code}` }),
  );
  await page.setViewportSize({ width: 420, height: 800 });
  await page.goto("/story");
  const frame = page.locator("iframe");
  await expect(frame).toHaveAttribute("style", /height: \d+px/);
  const chart = page.frameLocator("iframe").getByRole("img");
  await expect(chart).toHaveCount(1);
  await expect(chart).toHaveAccessibleName(/Losses by month and category, 2023/);
});

test("an embed stands by itself, without JavaScript and in the theme asked for", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    colorScheme: "dark",
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto("/v/1/embed/actors?year=2023");
  await expect(page.getByRole("img")).toBeVisible();
  expect(await paper()).toBe("rgb(20, 22, 26)");
  await page.goto("/embed/actors?year=2023&theme=light");
  expect(await paper()).toBe("rgb(253, 252, 249)");
  await context.close();
});

test("a frozen embed says so when its numbers have been corrected since", async ({ page }) => {
  await page.route("**/version.json", (route) =>
    route.fulfill({ json: { version: 2, publishedOn: "2030-01-01" } }),
  );
  await page.goto("/v/1/embed/largest?year=2023");
  await expect(page.getByRole("link")).toHaveCount(1);
  await page.route("**/charts/largest.json?**", (route) =>
    route.fulfill({ json: { numbersDigest: "other" } }),
  );
  await page.reload();
  await expect(page.getByRole("link", { name: "Corrected since: see version 2" })).toBeVisible();
  await expectAccessible(page);
});

test("a chart's title names its days and filters wherever it is quoted", async ({
  page,
  request,
  baseURL,
}) => {
  const rule = "from=2023-01-01&to=2023-01-31&actor=none&measure=net";
  const title = "Net losses by month and category, attributed to nobody, Jan 2023";
  await page.goto(`/charts/monthly?${rule}`);
  await expect(page).toHaveTitle(new RegExp(`^${title}`));
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", title);
  await expect(page.locator('meta[property="og:image:alt"]')).toHaveAttribute(
    "content",
    /net losses by month and category, attributed to nobody, Jan 2023, where /,
  );
  await expect(page.getByText(/^Lossline, “/)).toContainText(`“${title}”`);
  await expect(page.getByText(/^@misc/)).toContainText(`{{${title}}}`);
  const oembed = await request.get(
    `/oembed?url=${encodeURIComponent(`${baseURL}/charts/monthly?${rule}`)}`,
  );
  expect(await oembed.json()).toMatchObject({ title });
  const png = await request.get(`/v/1/charts/monthly.png?${rule}&scale=1`);
  expect((await png.body()).toString()).toContain(title);
  expect(png.headers()["content-disposition"]).toContain(
    'filename="lossline-monthly-net-losses-by-category-2023-01-01-to-2023-01-31_actor-none-v1.png"',
  );
});

test("a pasted address becomes an embed", async ({ page, request, baseURL }) => {
  await page.goto(CHART);
  const discovery = page.locator('link[type="application/json+oembed"]');
  await expect(discovery).toHaveAttribute("href", /\/oembed\?format=json&url=/);
  const ask = (url: string, more = "") =>
    request.get(`/oembed?url=${encodeURIComponent(url)}${more}`);
  const answer = await ask(`${baseURL}/v/1${CHART}`, "&maxwidth=500");
  expect(await answer.json()).toMatchObject({
    version: "1.0",
    type: "rich",
    width: 500,
    title: "Losses by month and category, 2023",
    html: expect.stringContaining(`${baseURL}/v/1/embed/monthly?year=2023`),
  });
  expect((await ask("https://elsewhere.example/charts/monthly")).status()).toBe(400);
  expect((await ask(`${baseURL}/incidents`)).status()).toBe(404);
  expect((await ask(`${baseURL}/charts/monthly?by=day`)).status()).toBe(400);
  expect((await ask(`${baseURL}${CHART}`, "&format=xml")).status()).toBe(501);
});

test("without JavaScript a chart's page still lets everything be taken", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(CHART);
  await expect(page.getByRole("link", { name: "CSV for spreadsheets" })).toBeVisible();
  await expect(page.getByText(/^Lossline, “/)).toContainText("/v/1/charts/monthly");
  await expect(page.getByRole("link", { name: "PNG" })).toHaveCount(5);
  await expect(page.getByRole("link", { name: "PDF", exact: true })).toBeVisible();
  await context.close();
});
