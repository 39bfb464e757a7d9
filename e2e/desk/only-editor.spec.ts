import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import {
  aPublishedIncident,
  beginRevision,
  publishDraft,
  submitDraft,
} from "@/e2e/desk/support/drafts";
import { makeOnlyEditor } from "@/e2e/desk/support/only-editor";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

let editor: Page;
let context: BrowserContext;
let giveBack: (() => Promise<void>) | null = null;
test.beforeAll(async ({ browser }) => {
  const solo = await personOf(browser, "editor", "Sola Editor");
  ({ page: editor, context } = solo);
  giveBack = await makeOnlyEditor(solo.who.email);
});
test.afterAll(async () => {
  await giveBack?.();
  await context.close();
});

test("the only editor publishes what they wrote, and it stays marked as theirs alone", async ({
  page,
}) => {
  const { slug } = await aPublishedIncident(editor);
  const name = `Entered and reviewed by one ${Date.now()}`;
  const draft = await beginRevision(editor, slug);
  await editor.getByLabel("Name", { exact: true }).fill(name);
  await editor.getByLabel("What this changes, and why").fill("A better name.");
  await submitDraft(editor);
  await editor.goto(`${draft}/review`);
  await expect(editor.getByText("You wrote it, and you are the only editor")).toBeVisible();
  await expect(editor.getByRole("main")).toContainText("nobody else has reviewed it");
  await expectAccessible(editor);
  const version = await publishDraft(editor, draft);

  // Its author's desk says so, and the public history of it, for ever.
  await editor.goto(`/desk/records/incident/${slug}`);
  await expect(editor.getByRole("main")).toContainText("by Sola Editor, without a second reviewer");
  for (const address of [`/incidents/${slug}/history`, `/v/${version}/incidents/${slug}/history`]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toContainText(
      "Entered by Sola Editor, published without a second reviewer",
    );
  }
});

test("nobody reviews their own once there is another editor", async () => {
  const { slug } = await aPublishedIncident(editor);
  const draft = await beginRevision(editor, slug);
  await editor.getByLabel("Name", { exact: true }).fill(`Not alone ${Date.now()}`);
  await editor.getByLabel("What this changes, and why").fill("A better name.");
  await submitDraft(editor);
  await editor.goto(`${draft}/review`);
  const publish = editor.getByRole("button", { name: "Publish", exact: true });
  await expect(publish).toBeVisible();
  await giveBack?.();
  giveBack = null;
  // Also from a page that still offers it.
  await publish.click();
  await expect(editor.getByRole("main").getByRole("alert")).toContainText(
    "somebody else has to publish it",
  );
  await editor.goto(`${draft}/review`);
  await expect(publish).toHaveCount(0);
});
