import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { publishAsOneVersion } from "@/e2e/desk/support/imports";
import { firstAdmin, personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

/** Another each time, so that the journey can be run again on the same record. */
const word = Array.from(randomBytes(8), (byte) => "bcdfghjklmnpqrstvwxz"[byte % 20]).join("");

test("a publication is taken back in one step that somebody else reads", async ({
  page,
  browser,
}) => {
  await firstAdmin(page);
  const { page: other } = await personOf(browser, "editor", "Tilda Takeback");
  await page.goto("/desk/imports");
  const header = "name,target,targetKind,occurredOn,category,technique,summary,lossUsd,sources";
  const row = `Theft of ${word},${word},exchange,2013-03-05,wallet-compromise,private-key-compromise,Keys were stolen.,$12345,https://example.org/${word} | Example | A report | 2013-03-06`;
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: `${word}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(`${header}\r\n${row}\r\n`),
  });
  await page.getByRole("button", { name: "Check the file" }).click();
  const published = await publishAsOneVersion(page, other, "From a test’s list");

  await page.goto("/desk/records");
  await page.getByRole("link", { name: "a whole publication" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: `Version ${published}`, exact: true }).click();
  await expect(page.getByRole("main")).toContainText("1 record that was new would be retracted");
  await expect(page.getByRole("main")).toContainText(`incident Theft of ${word}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Prepare taking it back" }).click();
  await expect(page.locator('main [role="alert"]')).toContainText("Say why it is taken back");
  await page.getByLabel("Why").fill("It was a test’s.");
  await page.getByRole("button", { name: "Prepare taking it back" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: `Taking back version ${published}` }),
  ).toBeVisible();
  await expect(page.getByLabel("What it is and where it comes from")).toHaveValue(
    `Takes back version ${published}: It was a test’s.`,
  );
  await expectAccessible(page);
  const version = await publishAsOneVersion(page, other);
  await page.goto(`/incidents/${word}-2013-03`);
  await expect(page.getByRole("main")).toContainText("It was a test’s.");
  await page.goto(`/v/${published}/incidents/${word}-2013-03`);
  await expect(page.getByRole("main")).not.toContainText("It was a test’s.");
  expect(version).toBeGreaterThan(published);
});
