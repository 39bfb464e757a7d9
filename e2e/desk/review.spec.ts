import { expect, type Page, test } from "@playwright/test";
import {
  aPublishedIncident,
  beginRevision,
  draftOpened,
  publishDraft,
  setLoss,
  submitDraft,
} from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// Each journey on an incident of its own: the record keeps what it publishes, and a journey may be run again.

let writer: Page;
let other: Page;
let editor: Page;
test.beforeAll(async ({ browser }) => {
  writer = (await personOf(browser, "contributor", "Wanda Writer")).page;
  other = (await personOf(browser, "contributor", "Otto Other")).page;
  editor = (await personOf(browser, "editor", "Edna Editor")).page;
});
test.afterAll(async () => {
  for (const page of [writer, other, editor]) await page.context().close();
});

/** What a form says is wrong; the router's own announcer is outside of the page's content. */
const problemOn = (page: Page) => page.getByRole("main").getByRole("alert");
const review = (draft: string) => `${draft}/review`;
/** Fills a form's one text and sends it. */
async function send(page: Page, form: string, label: string, text: string, button: string) {
  const found = page.getByRole("form", { name: form, exact: true });
  await found.getByLabel(label).fill(text);
  await found.getByRole("button", { name: button }).click();
}
async function returned(page: Page, draft: string, reason: string) {
  await page.goto(review(draft));
  await send(page, "Return", "Why", reason, "Return to the author");
  await expect(page.getByText("It is returned to its author, with your reason.")).toBeVisible();
}

test("a retraction goes through the queue, comes back with a reason, and is published", async ({
  page,
}) => {
  const { name, slug } = await aPublishedIncident(writer);
  await send(writer, "Retract", "Why", "", "Draft the retraction");
  await expect(problemOn(writer)).toBeFocused();
  await send(writer, "Retract", "Why", "It was a rumour.", "Draft the retraction");
  const draft = await draftOpened(writer);
  await submitDraft(writer);

  await editor.goto("/desk/queue");
  await expectAccessible(editor);
  const line = editor
    .getByRole("listitem")
    .filter({ has: editor.locator(`a[href="${review(draft)}"]`) });
  await expect(line).toContainText("revision of an incident");
  await expect(line).toContainText("by Wanda Writer");
  await expect(line).toContainText("not claimed");
  await line.getByRole("link", { name }).click();
  await expect(
    editor.getByRole("definition").filter({ hasText: "It was a rumour." }),
  ).toBeVisible();
  await expect(
    editor.getByRole("heading", { name: "What publishing it would move" }),
  ).toBeVisible();
  await expectAccessible(editor);
  await editor.getByRole("button", { name: "Claim this review" }).click();
  await expect(editor.getByText("You have claimed this review.")).toBeVisible();
  await send(editor, "Comment", "Comment", "Who says that?", "Comment");
  await expect(editor.getByText("Who says that?")).toBeVisible();
  await returned(editor, draft, "Please name who found out.");

  await writer.goto("/desk");
  await expectAccessible(writer);
  const back = writer.getByRole("region", { name: "Returned to you" });
  await expect(back.getByRole("listitem").filter({ hasText: name })).toContainText(
    "Please name who found out.",
  );
  await writer.goto(draft);
  await expect(writer.getByText("Please name who found out.")).toBeVisible();
  await writer.getByLabel("Retracted because").fill("It was a rumour, says the exchange.");
  await submitDraft(writer);

  const version = await publishDraft(editor, draft);
  await editor.goto(review(draft));
  await expect(editor.getByRole("link", { name: `what version ${version} changed` })).toBeVisible();
  await page.goto(`/incidents/${slug}`);
  await expect(page.getByRole("note")).toContainText(
    "Retracted. It was a rumour, says the exchange.",
  );
  await page.goto(`/incidents/${slug}/history`);
  await expect(page.getByRole("main")).toContainText("Wanda Writer");
  await expect(page.getByRole("main")).toContainText("Edna Editor");
  await page.goto(`/v/${version - 1}/incidents/${slug}`);
  await expect(page.getByRole("note")).toHaveCount(0);
  await page.goto(`/changes?from=${version - 1}&to=${version}`);
  await expect(page.getByRole("main")).toContainText(name);
});

test("of two corrections of one incident the second sees both and is merged", async ({ page }) => {
  const { slug } = await aPublishedIncident(writer);
  const drafts: string[] = [];
  for (const [author, amount, field, text] of [
    [writer, "$61m", "Target", "The first target"],
    [other, "$72m", "Name", "The second name"],
  ] as const) {
    const draft = await beginRevision(author, slug);
    await setLoss(author, amount);
    await author.getByLabel(field, { exact: true }).fill(text);
    await author.getByLabel("What this changes, and why").fill(`The loss is ${amount}.`);
    await submitDraft(author);
    drafts.push(draft);
  }
  const [first = "", second = ""] = drafts;
  // Both are open at once; the second is sent after the first was published.
  const stale = await editor.context().newPage();
  await stale.goto(review(second));
  await publishDraft(editor, first);
  await stale.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(problemOn(stale)).toContainText("The record has moved on");
  await stale.close();
  await editor.goto(review(second));
  await expect(editor.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await editor.getByRole("link", { name: "See both side by side" }).click();
  await expect(editor.getByRole("main")).toContainText(
    "Otto Other can merge it, once it is returned.",
  );
  await editor.goto(review(second));
  await editor.getByRole("button", { name: "Return to the author" }).click();
  await expect(editor.getByText("It is returned to its author, with your reason.")).toBeVisible();

  await other.goto(`${second}/merge`);
  await expectAccessible(other);
  await other.getByRole("button", { name: "Save the draft so merged" }).click();
  await expect(problemOn(other)).toContainText("Loss, best estimate");
  // Its own best estimate, and with it the estimate that it follows.
  for (const mine of await other.getByRole("radio", { name: /^In the draft/ }).all())
    await mine.check();
  await other.getByRole("button", { name: "Save the draft so merged" }).click();
  await draftOpened(other);
  await expect(other.getByLabel("Target", { exact: true })).toHaveValue("The first target");
  await submitDraft(other);
  await publishDraft(editor, second);

  await page.goto(`/incidents/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The second name");
  await expect(page.getByRole("main")).toContainText("The first target");
  await expect(page.getByRole("main")).toContainText("$72.0m");
});

test("a duplicate is merged into another, and its address leads there", async ({ page }) => {
  const kept = await aPublishedIncident(writer);
  let gone = await aPublishedIncident(writer);
  while (gone.slug === kept.slug) gone = await aPublishedIncident(writer);
  await writer.goto(`/desk/records/incident/${gone.slug}`);
  await writer.getByRole("link", { name: "Mark as a duplicate of another" }).click();
  await writer.getByRole("searchbox").fill(kept.slug);
  await writer.getByRole("button", { name: "Search" }).click();
  await writer.locator(`a[href*="into=${kept.slug}#"]`).click();
  await expect(writer.getByRole("heading", { name: /^Merge into/ })).toBeVisible();
  await expectAccessible(writer);
  await writer.getByRole("button", { name: `Draft the merging into ${kept.name}` }).click();
  const draft = await draftOpened(writer);
  await submitDraft(writer);
  await publishDraft(editor, draft);
  await page.goto(`/incidents/${gone.slug}`);
  await expect(page).toHaveURL(new RegExp(`/incidents/${kept.slug}$`));
});

test("an earlier revision is restored", async ({ page }) => {
  const { slug, name } = await aPublishedIncident(writer);
  const draft = await beginRevision(writer, slug);
  await writer.getByLabel("Name", { exact: true }).fill("A wrong name");
  await writer.getByLabel("What this changes, and why").fill("A better name.");
  await submitDraft(writer);
  await publishDraft(editor, draft);

  await writer.goto(`/desk/records/incident/${slug}`);
  await writer
    .getByRole("link", { name: /^Restore revision \d+$/ })
    .first()
    .click();
  const part = writer.getByRole("region", { name: /^Restore revision/ });
  await expect(part).toContainText("A wrong name");
  await expect(part).toContainText(name);
  await part.getByRole("button", { name: "Draft the restoration" }).click();
  const restoring = await draftOpened(writer);
  await submitDraft(writer);
  await publishDraft(editor, restoring);
  await page.goto(`/incidents/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("nobody reviews their own while others can, and what is stale is told", async ({
  browser,
}) => {
  const { page: second, context } = await personOf(browser, "editor", "Emil Editor");
  const { slug } = await aPublishedIncident(second);
  const draft = await beginRevision(second, slug);
  await second.getByLabel("Name", { exact: true }).fill("Another name");
  await second.getByLabel("What this changes, and why").fill("A better name.");
  await submitDraft(second);
  await second.goto(review(draft));
  await expect(second.getByRole("main")).toContainText("nobody reviews their own");
  await expect(second.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  // Somebody who has it before them, after its author took it back.
  await editor.goto(review(draft));
  await second.getByRole("button", { name: /^Recall it/ }).click();
  await expect(second.getByText("You recalled it")).toBeVisible();
  await editor.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(problemOn(editor)).toContainText("It is not in review: it is a draft now.");
  // A contributor cannot read others' drafts, nor the queue.
  expect((await writer.goto(review(draft)))?.status()).toBe(404);
  expect((await writer.goto("/desk/queue"))?.status()).toBe(403);
  await context.close();
});

test("a claim is seen by others, and taken over after a word", async ({ browser }) => {
  const { page: second, context } = await personOf(browser, "editor", "Emil Editor");
  const { slug } = await aPublishedIncident(writer);
  const draft = await beginRevision(writer, slug);
  await writer.getByLabel("Name", { exact: true }).fill("Another name");
  await writer.getByLabel("What this changes, and why").fill("A better name.");
  await submitDraft(writer);
  for (const each of [editor, second]) await each.goto(review(draft));
  await editor.getByRole("button", { name: "Claim this review" }).click();
  await expect(editor.getByText("You have claimed this review.")).toBeVisible();
  await second.getByRole("button", { name: "Claim this review" }).click();
  await expect(problemOn(second)).toContainText("Edna Editor has claimed this review");
  await second.goto(review(draft));
  await second.getByRole("button", { name: "Take it over from Edna Editor" }).click();
  await expect(second.getByText("You have claimed this review.")).toBeVisible();
  await second.getByRole("button", { name: "Release it to others" }).click();
  await expect(second.getByText("You have released this review")).toBeVisible();
  await returned(second, draft, "Not needed after all.");
  await writer.goto(review(draft));
  await writer.getByText("Withdraw it").click();
  await send(writer, "Withdraw", "Why", "Not needed.", "Withdraw");
  await expect(writer.getByText("It is withdrawn.", { exact: true })).toBeVisible();
  await expect(writer.getByText("Not needed after all.")).toBeVisible();
  await context.close();
});

test("the review works without scripts", async ({ browser }) => {
  const { slug } = await aPublishedIncident(writer);
  const draft = await beginRevision(writer, slug);
  await writer.getByLabel("Name", { exact: true }).fill("Named without scripts");
  await writer.getByLabel("What this changes, and why").fill("A better name.");
  await submitDraft(writer);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await editor.context().storageState(),
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(review(draft));
  const width = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 390);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Return to the author" }).click();
  await expect(
    page.getByText("Say why, so that the author knows what to do.").first(),
  ).toBeVisible();
  await send(page, "Comment", "Comment", "Read on a phone.", "Comment");
  await expect(page.getByText("Your comment is below.")).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(/^Published in version \d+$/)).toBeVisible();
  await context.close();
});
