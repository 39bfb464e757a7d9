import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

test("within a version nothing changes, and the page says so", async ({ page }) => {
  await page.goto("/v/1/changes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Nothing changes within version 1",
  );
  await expect(page.getByText("A version never changes.")).toBeVisible();
  await expectAccessible(page);
});

test("another figure is compared under its own rule", async ({ page }) => {
  await page.goto("/v/1/changes?year=2023&category=phishing&measure=count");
  await expect(page.getByText(/^Number of incidents, 1.Jan 2023 – 31.Dec 2023/)).toBeVisible();
  await page
    .getByRole("link", { name: /incidents$/ })
    .first()
    .click();
  await expect(page).toHaveURL(
    /\/v\/1\/incidents\?from=2023-01-01&to=2023-12-31&category=phishing/,
  );
});

for (const [query, parameter] of [
  ["from=3&to=2", "from"],
  ["to=99999999", "to"],
  ["year=2023&since=2023-01-01", "since"],
  ["interval=month", "interval"],
] as const) {
  test(`/changes?${query} is refused for its ${parameter}`, async ({ page }) => {
    const response = await page.goto(`/v/1/changes?${query}`);
    expect(response?.status()).toBe(400);
    await expect(page.getByText(`${parameter}=`).first()).toBeVisible();
  });
}

test("a cited figure says whether it has moved since, and leads to why", async ({ page }) => {
  await page.route("**/moved.json?**", (route) =>
    route.fulfill({
      json: {
        version: 1,
        newest: 3,
        moved: true,
        amount: 1,
        newestAmount: 2,
        words: { newest: "$1.88bn", change: "−$59.7m" },
        changes: "/changes?from=1&to=3&year=2023&through=2023-12-31",
      },
    }),
  );
  for (const address of ["/v/1?year=2023", "/v/1/periods/2023", "/v/1/charts/monthly?year=2023"]) {
    await page.goto(address);
    await expect(
      page.getByText("In version 3 this figure is $1.88bn (−$59.7m): what changed"),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: "what changed", exact: true })).toHaveAttribute(
      "href",
      "/changes?from=1&to=3&year=2023&through=2023-12-31",
    );
  }
});

test("without scripts it is a plain link to the same answer", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/v/1?year=2023");
  await page.getByRole("link", { name: "Has this figure moved since?" }).click();
  await expect(page).toHaveURL(/\/changes\?from=1&year=2023&through=2023-12-31$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});

test("pages of the newest version do not ask", async ({ page }) => {
  await page.goto("/periods/2023");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Has this figure moved since?")).toHaveCount(0);
});

test("the answer is data, and what is wrong is said as data", async ({ request }) => {
  const moved = await request.get("/moved.json?version=1&year=2023&q=a%26b%25");
  expect(moved.ok()).toBe(true);
  expect(await moved.json()).toMatchObject({ version: 1 });
  expect((await moved.json()).changes).toContain("q=a%26b%25");
  const refused = await request.get("/moved.json?year=2023");
  expect(refused.status()).toBe(400);
  expect(await refused.json()).toMatchObject({ problems: [{ parameter: "version" }] });
});

test("feeds are Atom documents", async ({ page, request }) => {
  for (const address of ["/feeds/versions.atom", "/feeds/citation.atom?version=1&year=2023"]) {
    const response = await request.get(address);
    expect(response.headers()["content-type"]).toContain("application/atom+xml");
    const parsed = await page.evaluate(
      (text) => {
        const feed = new DOMParser().parseFromString(text, "application/xml");
        return {
          root: feed.documentElement.localName,
          namespace: feed.documentElement.namespaceURI,
          needed: ["id", "title", "updated", "author"].map(
            (name) => feed.querySelector(`feed > ${name}`) !== null,
          ),
        };
      },
      await response.text(),
    );
    expect(parsed).toEqual({
      root: "feed",
      namespace: "http://www.w3.org/2005/Atom",
      needed: [true, true, true, true],
    });
  }
  expect((await request.get("/feeds/citation.atom?year=2023")).status()).toBe(400);
});
