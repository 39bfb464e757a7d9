import { expect, type Page, test } from "@playwright/test";
import { embeddedByWordPress, keptByWordPress } from "@/testing/content-systems";

// What a newsroom copies from a page, as it looks in a content system that has cleaned it.

const PAGES = [
  "/charts/monthly?year=2023",
  "/periods/2023-Q3",
  "/incidents/coinex-2023-09",
  "/actors/lazarus-group?year=2023",
  "/targets/htx",
];

/** What stands ready to be copied under a label. */
async function copied(page: Page, label: string): Promise<string> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  const taken = page
    .locator("figure")
    .filter({ has: page.locator("figcaption", { hasText: new RegExp(`^${label}`) }) });
  // Where the record is found is the reader's to say, once the page's scripts run.
  await expect(taken.locator("p")).toContainText(/https?:\/\/[^/]+\/v\/1\//);
  return taken.locator("p").innerText();
}

/** A story of a site that lets nothing run and no style in. */
async function tellStory(page: Page, html: string, policy: string): Promise<string[]> {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.route("**/story", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "Content-Security-Policy": policy },
      body: `<!doctype html><html lang="en"><title>A story</title><p>A story.</p>${html}`,
    }),
  );
  await page.goto("/story");
  return refused;
}

test("a figure for a CMS is whole after WordPress, under a strict policy", async ({
  page,
  baseURL,
}) => {
  for (const path of PAGES) {
    await page.goto(path);
    const code = await copied(page, "HTML");
    expect(code).toContain(`<a href="${baseURL}/v/1/`);
    const refused = await tellStory(
      page,
      keptByWordPress(code),
      "default-src 'none'; img-src 'self'",
    );
    const picture = page.getByRole("img");
    await expect(picture).toHaveAccessibleName(/\w+ \w+ \w+/);
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        picture.evaluate((image: HTMLImageElement) => [
          image.naturalWidth,
          image.width,
          image.height,
        ]),
      )
      .toEqual([2400, 1200, 675]);
    await expect(page.locator("figcaption")).toContainText(
      "Source: Lossline, version 1, CC BY 4.0.",
    );
    expect(refused).toEqual([]);
    const permanent = await page
      .getByRole("link", { name: "Lossline, version 1" })
      .getAttribute("href");
    expect((await page.request.get(permanent ?? "")).status()).toBe(200);
    await page.unroute("**/story");
  }
});

test("Markdown stands beside it, and both can be copied by a button", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(PAGES[0] ?? "");
  expect(await copied(page, "Markdown")).toMatch(
    /^\[!\[Stacked column chart of .*\]\(http\S+\)\]\(http\S+\)/,
  );
  const html = page
    .locator("figure")
    .filter({ has: page.locator("figcaption", { hasText: /^HTML/ }) });
  await html.getByRole("button", { name: "Copy" }).click();
  await expect(html.getByRole("status")).toHaveText("Copied");
  const clipboard = await page.evaluate(() => navigator.clipboard.readText());
  expect(clipboard).toContain(`<figure>\n<a href="${baseURL}/v/1/charts/monthly`);
});

test("without JavaScript the figure can still be selected", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(PAGES[0] ?? "");
  const code = page.getByText(/^<figure>/);
  await expect(code).toContainText("/v/1/charts/monthly.png?year=2023");
  expect(await code.evaluate((element) => getComputedStyle(element).userSelect)).toBe("all");
  await page.goto(PAGES[2] ?? "");
  await page.getByText("Embed, or copy for a CMS").click();
  await expect(page.getByText(/^<figure>/)).toBeVisible();
  await context.close();
});

test("shut in WordPress’s sandbox, a frame still shows its tooltips and asks for corrections", async ({
  page,
}) => {
  await page.goto(PAGES[0] ?? "");
  const code = embeddedByWordPress(await copied(page, "Code"));
  let asked = 0;
  await page.route("**/version.json", (route) => {
    asked += 1;
    return route.continue();
  });
  const refused = await tellStory(page, code, "default-src 'none'; frame-src 'self'");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("link")).toBeVisible();
  const mark = frame.locator(".wide g[pointer-events] rect").nth(3);
  await expect(mark.locator("title")).toHaveCount(0);
  await mark.hover();
  await expect(frame.locator("#tip")).toBeVisible();
  expect(asked).toBe(1);
  expect(refused).toEqual([]);
});
