import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

test("a month tells what was lost, against what, and leads to its incidents", async ({ page }) => {
  await page.goto("/periods");
  await page.getByRole("link", { name: "Aug 2023" }).click();
  await expect(page).toHaveURL(/\/periods\/2023-08$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^\$[\d.]+m lost to crypto-asset thefts in August 2023$/,
  );
  await expect(page.getByRole("row", { name: /^July 2023/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^August 2022/ })).toBeVisible();
  await expectAccessible(page);
  const listed = await page.getByRole("link", { name: /^All \d+ incidents in August 2023$/ });
  const count = /\d+/.exec((await listed.textContent()) ?? "")?.[0];
  await listed.click();
  await expect(page.getByText(`${count} incidents`).first()).toBeVisible();
});

test("periods lead to their parts, their wholes and their neighbours", async ({ page }) => {
  await page.goto("/periods/2023");
  await page.getByRole("link", { name: "Q3 2023" }).first().click();
  await page.getByRole("link", { name: "September 2023", exact: true }).click();
  await page.getByRole("link", { name: "Oct 2023 →" }).click();
  await expect(page).toHaveURL(/\/periods\/2023-10$/);
  await page.getByRole("navigation", { name: "Other periods" }).getByText("Q4 2023").click();
  await expect(page).toHaveURL(/\/periods\/2023-Q4$/);
});

test("a pinned period says the same for good, and its files too", async ({ request }) => {
  const address = "/v/1/periods/2023-08?through=2023-08-31";
  const page = await request.get(address);
  expect(page.headers()["cache-control"]).toContain("immutable");
  for (const ending of ["svg", "png"]) {
    const pinned = await request.get(`/v/1/periods/2023-08.${ending}?through=2023-08-31`);
    expect(pinned.headers()["cache-control"]).toContain("immutable");
    const again = await request.get(`/v/1/periods/2023-08.${ending}`);
    expect(await again.body()).toEqual(await pinned.body());
  }
});

for (const key of ["2023-13", "2023-Q5", "1999", "9999", "soon"]) {
  test(`${key} is refused with what is allowed, in the format asked for`, async ({ request }) => {
    const page = await request.get(`/periods/${key}`);
    expect(page.status()).toBe(400);
    expect(await page.text()).toContain("2023-Q3 or 2023-08");
    const picture = await request.get(`/periods/${key}.png`);
    expect(picture.status()).toBe(400);
    expect(picture.headers()["content-type"]).toContain("application/problem+json");
    expect(await picture.text()).toContain(`period=${key}`);
  });
}

test("a period works without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/periods/2023-Q3");
  await expect(page.getByRole("img", { name: /month and category/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "August 2023", exact: true })).toBeVisible();
  await context.close();
});
