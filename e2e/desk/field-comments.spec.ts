import { expect, type Page, test } from "@playwright/test";
import {
  aPublishedIncident,
  beginRevision,
  draftOpened,
  publishDraft,
  submitDraft,
} from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// A review as of code: on single fields, with suggestions that the author takes, round after round.

let writer: Page;
let editor: Page;
test.beforeAll(async ({ browser }) => {
  writer = (await personOf(browser, "contributor", "Wilma Writer")).page;
  editor = (await personOf(browser, "editor", "Edgar Editor")).page;
});
test.afterAll(async () => {
  for (const page of [writer, editor]) await page.context().close();
});

/** Submits a revision of some incident, with another name. @returns the draft's URL */
async function aRevisionInReview(name: string): Promise<string> {
  const { slug } = await aPublishedIncident(writer);
  const draft = await beginRevision(writer, slug);
  await writer.getByLabel("Name", { exact: true }).fill(name);
  await writer.getByLabel("What this changes, and why").fill("A better name.");
  await submitDraft(writer);
  return draft;
}

/** Opens the form to comment on a field of what is in review. */
async function choose(page: Page, draft: string, label: string) {
  await page.goto(`${draft}/review`);
  const chooser = page.getByRole("form", { name: "Choose a field" });
  await chooser.getByLabel("Comment on any field or row").selectOption({ label });
  await chooser.getByRole("button", { name: "Write a comment" }).click();
  return page.getByRole("form", { name: `Comment on ${label}` });
}

test("a reviewer suggests, the author takes it by a key, and the reviewer sees what changed", async () => {
  const draft = await aRevisionInReview("The firts name");
  // From beside the change itself.
  await editor.goto(`${draft}/review`);
  await editor.getByRole("link", { name: "Comment on Name", exact: true }).click();
  const form = editor.getByRole("form", { name: "Comment on Name" });
  await form.getByLabel("Comment", { exact: true }).fill("Two letters are swapped.");
  await form.getByLabel(/^What it should say/).fill("The first name");
  await form.getByRole("button", { name: "Comment on this field" }).click();
  await expect(editor.getByText("Your comment is with its field.")).toBeVisible();
  // What the form could not read is refused there, and stays typed.
  const loss = await choose(editor, draft, "Returned");
  await loss.getByLabel("Comment", { exact: true }).fill("Something came back.");
  await loss.getByLabel(/^What it should say/).fill("a bit");
  await loss.getByRole("button", { name: "Comment on this field" }).click();
  await expect(editor.getByRole("main").getByRole("alert")).toContainText("What you suggest");
  await expect(loss.getByLabel("Comment", { exact: true })).toHaveValue("Something came back.");
  await loss.getByLabel(/^What it should say/).fill("$12,345");
  await loss.getByRole("button", { name: "Comment on this field" }).click();
  await expect(
    editor.getByRole("heading", { name: "Comments on fields: 2 not resolved" }),
  ).toBeVisible();
  await expectAccessible(editor);
  await editor.goto("/desk/queue");
  await expect(
    editor.getByRole("listitem").filter({ has: editor.locator(`a[href="${draft}/review"]`) }),
  ).toContainText("2 comments not resolved");

  // Published it can be only once that is confirmed.
  await editor.goto(`${draft}/review`);
  await editor.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(editor.getByRole("main").getByRole("alert")).toContainText(
    "2 comments are not resolved: on Name (“Two letters are swapped.”)",
  );
  const returning = editor.getByRole("form", { name: "Return", exact: true });
  await returning.getByLabel("Why").fill("See the two fields.");
  await returning.getByRole("button", { name: "Return to the author" }).click();
  await expect(editor.getByText("It is returned to its author")).toBeVisible();

  // The author takes the first by a key from within the field, and declines the other.
  await writer.goto(draft);
  await expectAccessible(writer);
  await expect(writer.getByRole("note", { name: "Comment on Name" })).toContainText(
    "The first name",
  );
  await writer.getByLabel("Name", { exact: true }).focus();
  await writer.keyboard.press("Alt+Enter");
  await expect(writer.getByRole("note", { name: "Comment on Name" })).toHaveCount(0);
  await expect(writer.getByLabel("Name", { exact: true })).toHaveValue("The first name");
  await writer
    .getByRole("note", { name: "Comment on Returned" })
    .getByRole("button", { name: "Decline" })
    .click();
  await expect(writer.getByRole("note", { name: "Comment on Returned" })).toHaveCount(0);
  await writer.getByLabel(/^Summary/).fill("Retold");
  await submitDraft(writer);

  await editor.goto(`${draft}/review`);
  const since = editor.getByRole("region", { name: "What changed since it was returned" });
  await expect(since).toContainText("See the two fields.");
  await expect(since).toContainText("The first name");
  await expect(since).toContainText("Retold");
  await expect(editor.getByRole("article", { name: "Comment on Returned" })).toContainText(
    "declined",
  );
  await publishDraft(editor, draft);
});

test("a reviewer suggests whole rows, which the author takes by the same key and can undo", async () => {
  const { slug } = await aPublishedIncident(writer);
  const draft = await beginRevision(writer, slug);
  const addSource = async (name: string) => {
    await writer.getByRole("button", { name: "Add a source" }).click();
    const row = writer.getByRole("group", { name: /^source \d+$/ }).last();
    await row.getByLabel("Web address").fill(`https://${name}.example.org/found`);
    await row.getByLabel("Publisher").fill(name);
    await row.getByLabel("Title").fill(`The ${name}`);
  };
  await addSource("gazette");
  await addSource("herald");
  await writer.getByLabel("What this changes, and why").fill("Two more sources.");
  await submitDraft(writer);

  // A new row, from the list itself; what the form could not read is refused at its field and stays typed.
  const list = await choose(editor, draft, "Sources");
  await list.getByLabel("Comment", { exact: true }).fill("The court’s paper says it too.");
  await list.getByLabel("Web address").fill("court.example.org the ruling");
  await list.getByLabel("Publisher").fill("The court");
  await list.getByLabel("Title").fill("The ruling");
  await list.getByLabel("Kind").selectOption("primary");
  await list.getByRole("button", { name: "Send the comment" }).click();
  await expect(editor.getByRole("main").getByRole("alert")).toContainText("What you suggest");
  await expect(list.getByLabel("Web address")).toHaveAttribute("aria-invalid", "true");
  await expect(list.getByLabel("Title")).toHaveValue("The ruling");
  await expect(list.getByLabel("Kind")).toHaveValue("primary");
  await list.getByLabel("Web address").fill("https://court.example.org/ruling");
  await expectAccessible(editor);
  await list.getByRole("button", { name: "Send the comment" }).click();
  await expect(editor.getByText("Your comment is with its field.")).toBeVisible();
  // Another row, and one that should go, from beside the change.
  const beside = async (url: string) => {
    await editor.goto(`${draft}/review`);
    const link = editor.locator(`a[href*="${encodeURIComponent(url)}#comment-form"]`).first();
    await link.click();
    return editor.getByRole("form", { name: /^Comment on Source/ });
  };
  const changes = await beside("sources/https://gazette.example.org/found");
  await expect(changes.getByLabel("Title")).toHaveValue("The gazette");
  await changes.getByLabel("Comment", { exact: true }).fill("As it is printed.");
  await changes.getByLabel("Title").fill("The Gazette, in full");
  await changes.getByRole("button", { name: "Send the comment" }).click();
  await expect(editor.getByText("Your comment is with its field.")).toBeVisible();
  const goes = await beside("sources/https://herald.example.org/found");
  await goes.getByLabel("Comment", { exact: true }).fill("It only copies the other.");
  await goes.getByLabel("Or that this source is taken out").check();
  await goes.getByRole("button", { name: "Send the comment" }).click();
  await expect(
    editor.getByRole("heading", { name: "Comments on fields: 3 not resolved" }),
  ).toBeVisible();
  await expectAccessible(editor);
  const returning = editor.getByRole("form", { name: "Return", exact: true });
  await returning.getByLabel("Why").fill("See the sources.");
  await returning.getByRole("button", { name: "Return to the author" }).click();
  await expect(editor.getByText("It is returned to its author")).toBeVisible();

  // The author takes each by the key, and undoes one of them by another.
  await writer.goto(draft);
  const source = (host: string) =>
    writer.locator(`[data-list="sources"] input[value^="https://${host}.example.org"]`);
  const press = async (key: string, said: string) => {
    await Promise.all([writer.waitForEvent("load"), writer.keyboard.press(key)]);
    await expect(writer.getByText(said).first()).toBeVisible();
  };
  await expect(source("court")).toHaveCount(0);
  const note = writer.getByRole("note", { name: "Comment on Sources" });
  await note.focus();
  await press("Alt+Enter", "Taken.");
  await expect(source("court")).toHaveCount(1);
  await expectAccessible(writer);
  await writer.getByRole("note", { name: "Taken for Sources" }).focus();
  await press("Control+z", "Take it");
  await expect(source("court")).toHaveCount(0);
  await note.focus();
  await press("Alt+Enter", "Taken.");
  await expect(source("court")).toHaveCount(1);
  // Whoever has changed the row meanwhile is told, and keeps what they wrote.
  const gazette = writer
    .getByRole("group", { name: /^source \d+$/ })
    .filter({ has: writer.locator('input[value^="https://gazette.example.org"]') });
  await gazette.getByLabel("Title").fill("My own title");
  await gazette.getByRole("button", { name: /^Take it/ }).click();
  await expect(writer.getByRole("form", { name: "The record" }).getByRole("alert")).toContainText(
    "its title says “My own title” now, not “The gazette”",
  );
  await gazette.getByLabel("Title").fill("The gazette");
  await gazette.getByLabel("Title").focus();
  await press("Alt+Enter", "Taken.");
  await expect(gazette.getByLabel("Title")).toHaveValue("The Gazette, in full");
  const herald = writer.getByRole("note", { name: /^Comment on Source.*herald/ });
  await herald.focus();
  await press("Alt+Enter", "Taken.");
  await expect(source("herald")).toHaveCount(0);
  await submitDraft(writer);
  await editor.goto(`${draft}/review`);
  await expect(editor.getByRole("complementary", { name: "Decision" })).toContainText(
    "took a suggested change",
  );
  await publishDraft(editor, draft);
});

test("a comment is answered, resolved and opened again, and confirmed at publishing", async () => {
  const draft = await aRevisionInReview("A disputed name");
  const form = await choose(editor, draft, "Name");
  await form.getByLabel("Comment", { exact: true }).fill("Who calls it that?");
  await form.getByRole("button", { name: "Comment on this field" }).click();
  await writer.goto(`${draft}/review`);
  const thread = (page: Page) => page.getByRole("article", { name: "Comment on Name" });
  await thread(writer).locator("summary").click();
  await thread(writer).getByRole("textbox", { name: "Answer" }).fill("The exchange does.");
  await thread(writer).getByRole("button", { name: "Send the answer" }).click();
  await expect(thread(writer)).toContainText("The exchange does.");
  await editor.goto(`${draft}/review`);
  await thread(editor).getByRole("button", { name: "Resolve" }).click();
  await expect(editor.getByText("The comment is resolved.")).toBeVisible();
  await thread(editor).getByRole("button", { name: "Reopen" }).click();
  await expect(thread(editor)).toContainText("not resolved");
  await editor.getByLabel("Publish it all the same").check();
  await editor.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(editor.getByText(/^Published in version \d+$/)).toBeVisible();
});

test("a reviewer corrects a slip, and the activity says what", async () => {
  const draft = await aRevisionInReview("A nmae with a slip");
  await choose(editor, draft, "Name");
  await editor.getByText("Correct it yourself").click();
  const form = editor.getByRole("form", { name: "Correct Name" });
  await expect(form.getByLabel("What it says then")).toHaveValue("A nmae with a slip");
  await form.getByLabel("What it says then").fill("A name without a slip");
  await form.getByRole("button", { name: "Correct it" }).click();
  await expect(editor.getByText("It is corrected, and the activity says so.")).toBeVisible();
  await expect(editor.getByRole("complementary", { name: "Decision" })).toContainText(
    "corrected it as the reviewer",
  );
  await expect(editor.getByRole("complementary", { name: "Decision" })).toContainText(
    "Name: “A nmae with a slip” → “A name without a slip”",
  );
  await publishDraft(editor, draft);
});

test("what a claim cites stands beside it and opens in a tab of its own", async () => {
  await writer.goto("/desk/records/incident/coinex-2023-09");
  await writer.getByRole("button", { name: "Revise" }).click();
  await expect(writer).toHaveURL(/\/desk\/proposals\/\d+$/);
  await writer.getByRole("button", { name: "Add a source" }).click();
  const row = writer.getByRole("group", { name: /^source \d+$/ }).last();
  await row.getByLabel("Web address").fill("https://paper.example.org/the-report");
  await row.getByLabel("Publisher").fill("The Paper");
  await row.getByLabel("Title").fill("The report");
  await writer.getByRole("button", { name: "Save", exact: true }).click();
  const draft = new URL(writer.url()).pathname;
  await expect(writer.getByText(/^Saved/)).toBeVisible();
  await writer.goto(`${draft}/review`);
  const link = writer.getByRole("link", { name: "paper.example.org" });
  await expect(link).toHaveAttribute("href", "https://paper.example.org/the-report");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
});

test("comments and suggestions work without scripts, on a phone", async ({ browser }) => {
  const draft = await aRevisionInReview("Named on a phone");
  const plain = async (of: Page) =>
    browser.newContext({
      javaScriptEnabled: false,
      storageState: await of.context().storageState(),
      viewport: { width: 390, height: 844 },
    });
  const [reviewer, author] = [await plain(editor), await plain(writer)];
  const reading = await reviewer.newPage();
  const form = await choose(reading, draft, "Name");
  await form.getByLabel("Comment", { exact: true }).fill("Shorter.");
  await form.getByLabel(/^What it should say/).fill("Phone");
  await form.getByRole("button", { name: "Comment on this field" }).click();
  await expect(reading.getByText("Your comment is with its field.")).toBeVisible();
  const returning = reading.getByRole("form", { name: "Return", exact: true });
  await returning.getByLabel("Why").fill("Shorter.");
  await returning.getByRole("button", { name: "Return to the author" }).click();
  const writing = await author.newPage();
  await writing.goto(draft);
  await writing
    .getByRole("note", { name: "Comment on Name" })
    .getByRole("button", { name: "Take it" })
    .click();
  await expect(writing.getByText("It is in the draft now.")).toBeVisible();
  await expect(writing.getByLabel("Name", { exact: true })).toHaveValue("Phone");
  for (const context of [reviewer, author]) await context.close();
});

test("an incident is copied with its target and kind, and the draft says what it lacks", async () => {
  const { slug, name } = await aPublishedIncident(writer);
  await writer.goto(`/desk/records/incident/${slug}`);
  await writer.getByRole("button", { name: "Copy as a new incident" }).click();
  await draftOpened(writer);
  await expect(writer.getByRole("main")).toContainText(`Copied from ${name}: target`);
  await expect(writer.getByLabel("Target", { exact: true })).not.toHaveValue("");
  for (const label of ["Name", "Day", "Summary"])
    await expect(writer.getByLabel(label, { exact: true })).toHaveValue("");
  await expect(writer.getByLabel(/^Best estimate/)).toHaveValue("");
});

test("a duplicate's sources go into the kept record with the merging", async ({ page }) => {
  const kept = await aPublishedIncident(writer);
  let gone = await aPublishedIncident(writer);
  while (gone.slug === kept.slug) gone = await aPublishedIncident(writer);
  await writer.goto(`/desk/records/incident/${gone.slug}/duplicate?into=${kept.slug}`);
  const taken = writer.getByRole("group", { name: /lacks and takes over$/ });
  const box = taken.getByRole("checkbox", { name: /^Source / }).first();
  await box.check();
  const url = (await box.getAttribute("value"))?.replace("sources/", "") ?? "";
  await expectAccessible(writer);
  await writer.getByRole("button", { name: `Draft the merging into ${kept.name}` }).click();
  const draft = await draftOpened(writer);
  await submitDraft(writer);
  await editor.goto(`${draft}/review`);
  await expect(editor.getByRole("region", { name: `What ${kept.name} takes over` })).toContainText(
    "Source",
  );
  await publishDraft(editor, draft);
  await page.goto(`/incidents/${kept.slug}`);
  await expect(page.locator(`a[href="${url}"]`).first()).toBeVisible();
});
