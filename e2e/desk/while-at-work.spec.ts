import { expect, type Page, test } from "@playwright/test";
import { aPublishedIncident, beginRevision, submitDraft } from "@/e2e/desk/support/drafts";
import { firstAdmin, personOf, signIn, type Who } from "@/e2e/desk/support/people";

// Somebody loses their role, or their access, while they have a form open.

const run = Date.now().toString(36);

/** Changes something about somebody, as the admin whose page it is. */
async function change(admin: Page, who: Who, role: "contributor" | "editor"): Promise<void> {
  await admin.goto("/desk/people");
  const entry = admin.getByRole("listitem").filter({ hasText: who.email });
  await entry.getByText("Change", { exact: false }).first().click();
  const form = entry.getByRole("form", { name: `Role of ${who.name}` });
  await form.getByLabel("Role").selectOption(role);
  await form.getByRole("button").click();
  await expect(form.getByRole("status")).toContainText(`${who.name} is now ${role}`);
}

test("who is no editor any more is told so in the form, and keeps the reason they typed", async ({
  page: admin,
  browser,
}) => {
  const writer = await personOf(browser, "contributor", `Wim ${run}`);
  const editor = await personOf(browser, "editor", `Elsa ${run}`);
  const { slug } = await aPublishedIncident(writer.page);
  const draft = await beginRevision(writer.page, slug);
  await writer.page.getByLabel("Target", { exact: true }).fill(`A target of ${run}`);
  await writer.page.getByLabel("What this changes").fill("Its target was another.");
  await submitDraft(writer.page);

  await editor.page.goto(`${draft}/review`);
  const form = editor.page.getByRole("form", { name: "Return", exact: true });
  await form.getByLabel("Why").fill("A reason that took a while to write.");
  await firstAdmin(admin);
  await change(admin, editor.who, "contributor");
  await form.getByRole("button", { name: "Return to the author" }).click();
  await expect(form.getByRole("alert")).toContainText("Your role at the desk has changed");
  await expect(form.getByLabel("Why")).toHaveValue("A reason that took a while to write.");
  await writer.page.reload();
  await expect(writer.page.getByRole("main")).toContainText("in review");

  // Made an editor again, they send it as it is.
  await change(admin, editor.who, "editor");
  await form.getByRole("button", { name: "Return to the author" }).click();
  await expect(editor.page.getByText("It is returned to its author")).toBeVisible();
});

test("whose access ends while they type loses nothing of it", async ({ page: admin, browser }) => {
  const { who, page, context } = await personOf(browser, "contributor", `Dana ${run}`);
  const { slug } = await aPublishedIncident(page);
  const draft = await beginRevision(page, slug);
  await firstAdmin(admin);
  await admin.goto("/desk/people");
  const entry = admin.getByRole("listitem").filter({ hasText: who.email });
  await entry.getByText("Change", { exact: false }).first().click();
  await entry.getByRole("button", { name: "End access" }).click();
  const gone = admin.getByRole("region", { name: /Without access/ });
  await expect(gone).toContainText(who.email);

  await page.getByLabel("Target", { exact: true }).fill(`Typed without access ${run}`);
  await expect(page.getByRole("status").filter({ hasText: "Signed out" })).toBeVisible();
  await expect(page.getByLabel("Target", { exact: true })).toHaveValue(
    `Typed without access ${run}`,
  );

  await gone
    .getByRole("listitem")
    .filter({ hasText: who.email })
    .getByRole("button", { name: "Give access again" })
    .click();
  await expect(admin.getByRole("region", { name: /^At the desk/ })).toContainText(who.email);
  // The form saves by itself once they are signed in again, in another tab.
  const second = await context.newPage();
  await signIn(second, who);
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible();
  await second.goto(draft);
  await expect(second.getByLabel("Target", { exact: true })).toHaveValue(
    `Typed without access ${run}`,
  );
});

test("who was signed out before they begin a draft is told so, and keeps what they typed", async ({
  browser,
}) => {
  const writer = await personOf(browser, "contributor", `Una ${run}`);
  await writer.page.goto("/desk/new/incident");
  const target = writer.page.getByLabel("Target", { exact: false }).first();
  await target.fill(`Exchange ${run}`);
  await writer.context.clearCookies();
  await writer.page.getByRole("button", { name: "Start the draft" }).click();
  await expect(writer.page.getByRole("alert").first()).toContainText("You are signed out");
  await expect(target).toHaveValue(`Exchange ${run}`);
  await writer.context.close();
});
