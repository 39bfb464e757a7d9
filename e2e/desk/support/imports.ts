import { expect, type Page } from "@playwright/test";
import { versionShown } from "@/e2e/desk/support/drafts";

/**
 * Hands in the import that a page shows as one version, has somebody else publish it, and waits until it is shown.
 * @param note what it is and where it comes from; null where one is proposed
 * @returns the version that it was published in
 */
export async function publishAsOneVersion(
  page: Page,
  other: Page,
  note: string | null = null,
): Promise<number> {
  await page.getByRole("radio", { name: /One version of the record/ }).check();
  if (note !== null) await page.getByLabel("What it is and where it comes from").fill(note);
  await page.getByRole("button", { name: /^(Go on|Continue) with/ }).click();
  await expect(page.getByRole("main")).toContainText("in review");
  await other.goto(new URL(page.url()).pathname);
  await other.getByRole("button", { name: "Publish it as one version" }).click();
  const shown = await other
    .getByText(/Published in version \d+/)
    .first()
    .textContent();
  const version = Number(shown?.match(/version (\d+)/)?.[1]);
  await versionShown(page, version);
  return version;
}
