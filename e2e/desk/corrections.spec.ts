import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import {
  aPublishedIncident,
  draftOpened,
  publishDraft,
  submitDraft,
} from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// Corrections of what others published, and of actors: each journey on records of its own.

let writer: Page;
let editor: Page;
test.beforeAll(async ({ browser }) => {
  writer = (await personOf(browser, "contributor", "Wanda Writer")).page;
  editor = (await personOf(browser, "editor", "Edna Editor")).page;
});
test.afterAll(async () => {
  for (const page of [writer, editor]) await page.context().close();
});

const unique = () => Math.random().toString(36).slice(2, 8);

/** Publishes a total for all of 2016 that nobody else has. @returns its address at the desk */
async function publishFigure(publisher: string, title: string): Promise<string> {
  await writer.goto("/desk/new/figure");
  await writer.getByRole("button", { name: "Start the draft" }).click();
  const draft = await draftOpened(writer);
  await writer.getByLabel("Publisher", { exact: true }).fill(publisher);
  await writer.getByLabel("Title", { exact: true }).fill(title);
  await writer.getByLabel("Amount in US dollars").fill("$123m");
  await writer.getByLabel("Qualifier").selectOption("about");
  await writer.getByLabel("Published on").fill("2017");
  await writer.getByLabel("Source", { exact: true }).fill("https://example.org/totals");
  await writer.getByLabel("From", { exact: true }).fill("2016-01-01");
  await writer.getByLabel("To", { exact: true }).fill("2016-12-31");
  await submitDraft(writer);
  await publishDraft(editor, draft);
  await writer.goto(`/desk/records?kind=figure&q=${encodeURIComponent(title)}`);
  const link = writer.getByRole("main").getByRole("link", { name: title, exact: true });
  return (await link.getAttribute("href")) ?? "";
}

const OF_2016 = "?year=2016&through=2016-12-31";
const others = (page: Page) => page.getByRole("region", { name: "Figures from other publishers" });

test("a figure is retracted with a reason, and is active again", async ({ page }) => {
  const publisher = `Tally ${unique()}`;
  const reason = `${publisher} took it back.`;
  const address = await publishFigure(publisher, `Thefts of 2016, by ${publisher}`);
  await writer.goto(address);
  const form = writer.getByRole("form", { name: "Retract", exact: true });
  await form.getByLabel("Why").fill(reason);
  await form.getByRole("button", { name: "Draft the retraction" }).click();
  const draft = await draftOpened(writer);
  await expect(writer.getByLabel("Retracted because")).toHaveValue(reason);
  await submitDraft(writer);
  await editor.goto(`${draft}/review`);
  await expect(editor.getByRole("definition").filter({ hasText: reason })).toBeVisible();
  const version = await publishDraft(editor, draft);

  await page.goto(`/v/${version}${OF_2016}`);
  await expect(others(page).locator("tr").filter({ hasText: publisher })).toHaveCount(0);
  const note = others(page).getByRole("note");
  await expect(note.getByRole("listitem").filter({ hasText: publisher })).toContainText(reason);
  const found = await new AxeBuilder({ page }).include("[aria-labelledby=others]").analyze();
  expect(found.violations).toEqual([]);
  await page.goto(`/v/${version - 1}${OF_2016}`);
  await expect(others(page)).not.toContainText(reason);
  await writer.goto(address);
  await expect(writer.getByText("Retracted", { exact: true }).first()).toBeVisible();
  await expectAccessible(writer);

  await writer.getByRole("link", { name: "Restore revision 1" }).click();
  await writer.getByRole("button", { name: "Draft the restoration" }).click();
  const restoring = await draftOpened(writer);
  await submitDraft(writer);
  const restored = await publishDraft(editor, restoring);
  await page.goto(`/v/${restored}${OF_2016}`);
  await expect(others(page)).toContainText(publisher);
  await expect(others(page)).not.toContainText(reason);
});

test("a figure that was entered twice is merged into the other", async ({ page }) => {
  const publisher = `Count ${unique()}`;
  const kept = await publishFigure(publisher, `Thefts of 2016, by ${publisher}`);
  const gone = await publishFigure(publisher, `Thefts in 2016, by ${publisher}`);
  await writer.goto(gone);
  await writer.getByRole("link", { name: "Mark as a duplicate of another" }).click();
  await expectAccessible(writer);
  await writer.locator(`a[href$="into=${kept.split("/").at(-1)}#both"]`).click();
  await writer.getByRole("button", { name: /^Draft the merging into/ }).click();
  const draft = await draftOpened(writer);
  await submitDraft(writer);
  const version = await publishDraft(editor, draft);
  await page.goto(`/v/${version}${OF_2016}`);
  await expect(others(page).locator("tr").filter({ hasText: publisher })).toHaveCount(1);
  await page.goto(`/v/${version - 1}${OF_2016}`);
  await expect(others(page).locator("tr").filter({ hasText: publisher })).toHaveCount(2);
  await writer.goto(gone);
  await writer
    .getByText("It turned out to be")
    .getByRole("link", { name: `Thefts of 2016, by ${publisher}` })
    .click();
  await expect(writer).toHaveURL(new RegExp(`${kept}$`));
});

/** Publishes an actor to whom nothing is attributed yet. @returns its slug */
async function publishActor(name: string): Promise<string> {
  await writer.goto("/desk/new/actor");
  await writer.getByRole("button", { name: "Start the draft" }).click();
  const draft = await draftOpened(writer);
  await writer.getByLabel("Name", { exact: true }).fill(name);
  await writer.getByLabel("Kind").selectOption("group");
  await writer.getByLabel("Description").fill("A group that thefts are attributed to.");
  await submitDraft(writer);
  await publishDraft(editor, draft);
  return name.toLowerCase().replaceAll(" ", "-");
}

test("a merged actor that is active again gets its references back", async ({ page }) => {
  const [one, other] = [`First ${unique()}`, `Second ${unique()}`];
  const into = await publishActor(other);
  const slug = await publishActor(one);
  const theft = await aPublishedIncident(writer);
  await writer.getByRole("button", { name: "Revise" }).click();
  const attributing = await draftOpened(writer);
  await writer.getByRole("button", { name: "Add an attribution" }).click();
  const row = writer.getByRole("group", { name: /^attribution \d+/ }).last();
  await row.getByLabel("Actor").fill(slug);
  await writer.keyboard.press("Escape");
  await row.getByLabel("Said by").fill("The exchange");
  await row.getByLabel("Confidence").selectOption("likely");
  await row.getByLabel("Source").fill("https://example.org/who");
  await writer.getByLabel("What this changes, and why").fill("Somebody is named.");
  await submitDraft(writer);
  await publishDraft(editor, attributing);

  await writer.goto(`/desk/records/actor/${slug}/duplicate?into=${into}`);
  await writer.getByRole("button", { name: `Draft the merging into ${other}` }).click();
  const merging = await draftOpened(writer);
  await submitDraft(writer);
  await publishDraft(editor, merging);
  await page.goto(`/incidents/${theft.slug}`);
  await expect(page.getByRole("main")).toContainText(`${other}: named by The exchange`);

  await writer.goto(`/desk/records/actor/${slug}`);
  await writer.getByRole("link", { name: "Restore revision 1" }).click();
  const shown = (on: Page) =>
    on.getByText("Its own references are restored").locator("..").getByRole("listitem");
  await expect(shown(writer)).toHaveText([theft.name]);
  await expectAccessible(writer);
  await writer.getByRole("button", { name: "Draft the restoration" }).click();
  const restoring = await draftOpened(writer);
  await writer.getByRole("button", { name: "Check and submit" }).click();
  await expect(shown(writer)).toHaveText([theft.name]);
  for (const warning of await writer.getByRole("checkbox").all()) await warning.check();
  await writer.getByRole("button", { name: "Submit for review" }).click();
  await expect(writer.getByRole("main")).toContainText("in review");
  await editor.goto(`${restoring}/review`);
  await expect(shown(editor)).toHaveText([theft.name]);
  await publishDraft(editor, restoring);
  await page.goto(`/incidents/${theft.slug}`);
  await expect(page.getByRole("main")).toContainText(`${one}: named by The exchange`);
  await expect(page.getByRole("main")).not.toContainText(`${other}: named by The exchange`);
});
