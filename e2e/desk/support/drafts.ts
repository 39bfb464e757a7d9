import { expect, type Page } from "@playwright/test";

/** A published incident as the desk's search lists it: its name, and its slug. */
export interface Published {
  name: string;
  slug: string;
}

/**
 * A published incident that still counts, another one each time, so that a journey can be run again on the
 * same record.
 */
export async function aPublishedIncident(page: Page): Promise<Published> {
  for (let attempt = 0; attempt < 50; attempt++) {
    await page.goto(`/desk/records?kind=incident&page=${1 + Math.floor(Math.random() * 35)}`);
    const items = page.getByRole("main").getByRole("listitem");
    const item = items.nth(Math.floor(Math.random() * (await items.count())));
    if (/retracted|merged/.test((await item.textContent()) ?? "")) continue;
    const link = item.getByRole("link").first();
    const href = (await link.getAttribute("href")) ?? "";
    // Other journeys know it by its address.
    if (href.endsWith("/coinex-2023-09")) continue;
    await page.goto(href);
    if (await page.getByText("has to be merged with what was published first").isVisible())
      continue;
    const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    return { name, slug: href.split("/").at(-1) ?? "" };
  }
  throw new Error("no published incident is left that still counts");
}

/** Gives the incident whose form is open another best estimate: that of the estimate that is followed, where one is. */
export async function setLoss(page: Page, amount: string): Promise<void> {
  for (const label of [/^Lowest/, /^Highest/]) await page.getByLabel(label).fill("");
  await page.getByLabel(/^Best estimate/).fill(amount);
  const estimates = page.getByRole("group", { name: /^estimate \d+$/ });
  for (const estimate of await estimates.all()) {
    const isFollowed = await estimate.getByLabel("The one we follow").isChecked();
    if (isFollowed) await estimate.getByLabel("Amount", { exact: true }).fill(amount);
  }
}

/** Begins a revision of a published incident, and waits for its form. @returns the draft's URL */
export async function beginRevision(page: Page, slug: string): Promise<string> {
  await page.goto(`/desk/records/incident/${slug}`);
  await page.getByRole("button", { name: "Revise" }).click();
  return draftOpened(page);
}

/** Waits for the form of a draft. @returns the draft's URL */
export async function draftOpened(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/desk\/proposals\/\d+$/);
  await expect(page.getByRole("form", { name: "The record" })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Submits the draft whose form is open, saying that every warning is meant. */
export async function submitDraft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check and submit" }).click();
  // It saves, checks against the record, and computes what publishing would move.
  await expect(page.getByRole("heading", { name: "Check before submitting" })).toBeVisible({
    timeout: 120_000,
  });
  for (const warning of await page.getByRole("checkbox").all()) await warning.check();
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByRole("main")).toContainText("in review");
}

/** Waits until plain URLs show a version: each web process asks for the newest at most once a second. */
export async function versionShown(page: Page, version: number): Promise<void> {
  await expect
    .poll(async () => (await (await page.request.get("/version.json")).json()).version)
    .toBeGreaterThanOrEqual(version);
}

/**
 * Publishes a draft that is in review, as the editor who is signed in. @returns the version, once plain URLs show
 * it
 */
export async function publishDraft(page: Page, draft: string): Promise<number> {
  await page.goto(`${draft}/review`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const title = await page.getByText(/^Published in version \d+$/).textContent();
  const version = Number(title?.match(/\d+/)?.[0]);
  await versionShown(page, version);
  return version;
}
