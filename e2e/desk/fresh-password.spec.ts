import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { ADMIN, firstAdmin } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

/** Makes somebody's sessions begin, or be last used, so many minutes earlier. */
async function age(email: string, column: "created_at" | "updated_at", minutes: number) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(
      `UPDATE desk.person_session SET ${column} = ${column} - make_interval(mins => $2)
       WHERE person_id = (SELECT id FROM desk.person WHERE email = $1)`,
      [email, minutes],
    );
  } finally {
    await client.end();
  }
}

/** Fills in an invitation by the keyboard, and sends it. */
async function inviteByKeys(page: Page, email: string) {
  const form = page.getByRole("form", { name: "Invite somebody" });
  await form.getByLabel("Role").selectOption("editor");
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("E-mail address").press("Enter");
  return form;
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 }, colorScheme: "dark" });

    test("an old password is asked for again in the form itself, which then does what it was for", async ({
      page,
    }) => {
      const email = `fresh.${javaScriptEnabled}.${Date.now()}@desk.example`;
      await firstAdmin(page);
      await age(ADMIN.email, "created_at", 16);
      await page.goto("/desk/people");
      const form = await inviteByKeys(page, email);
      const password = form.getByLabel("Your password");
      await expect(password).toBeVisible();
      await expect(form.getByRole("alert")).toContainText("more than 15 minutes");
      await expect(form.getByLabel("E-mail address")).toHaveValue(email);
      await expect(form.getByLabel("Role")).toHaveValue("editor");
      if (javaScriptEnabled) await expectAccessible(page);

      await password.fill("not the password of anybody");
      await password.press("Enter");
      await expect(form.getByRole("alert")).toContainText("not your current password");
      await expect(form.getByLabel("E-mail address")).toHaveValue(email);
      await password.fill(ADMIN.password);
      await password.press("Enter");
      await expect(form.getByRole("link", { name: /\/desk\/join\// })).toBeVisible();
      await expect(password).toHaveCount(0);
    });
  });

test("a session that nobody uses for half a day ends, and the next sign-in leads back", async ({
  page,
}) => {
  await firstAdmin(page);
  await age(ADMIN.email, "updated_at", 13 * 60);
  await page.goto("/desk/people");
  await expect(page).toHaveURL(/\/desk\/sign-in\?next=%2Fdesk%2Fpeople$/);
  await page.getByLabel("E-mail address").fill(ADMIN.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(page).toHaveURL(/\/desk\/people$/);
});
