import { expect, test } from "@playwright/test";
import pg from "pg";
import { aPublishedIncident, beginRevision, setLoss, submitDraft } from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";
import { oneClickPath, stopPath } from "@/lib/desk/mail/mail-choice";

test("a proposal tells its reviewer, and coming back it tells its author", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const { page: writer } = await personOf(browser, "contributor", "Tilda Told");
  const { page: editor } = await personOf(browser, "editor", "Emil Editor");
  const outsider = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });

  // A feed of one's own: its address is shown once, and needs no session.
  await writer.goto("/desk/account");
  // No mail server is set: nothing is said of mail.
  await expect(writer.getByRole("heading", { name: "E-mail", exact: true })).toHaveCount(0);
  await writer.getByRole("button", { name: /^Make a (?:feed|new address)$/ }).click();
  const link = writer.getByRole("link", { name: /\/desk\/feed\// });
  const feed = new URL((await link.getAttribute("href")) ?? "").pathname;
  await expectAccessible(writer);
  const empty = await outsider.get(feed);
  expect([empty.status(), empty.headers()["content-type"]]).toEqual([
    200,
    "application/atom+xml; charset=utf-8",
  ]);
  expect(empty.headers()["cache-control"]).toContain("no-store");
  expect(await empty.text()).not.toContain("<entry>");

  const { name, slug } = await aPublishedIncident(writer);
  const draft = await beginRevision(writer, slug);
  await setLoss(writer, "4,321,000");
  await writer.getByLabel("What this changes, and why").fill("Another source says so.");
  await submitDraft(writer);

  await editor.goto("/desk/records");
  const sections = editor.getByRole("navigation", { name: "Sections of the desk" });
  await expect(
    sections.getByRole("link", { name: /^Review \([\d,]+ proposals? to review/ }),
  ).toBeVisible();
  await expectAccessible(editor);
  await editor.goto(`${draft}/review`);
  const form = editor.getByRole("form", { name: "Return", exact: true });
  await form.getByLabel("Why").fill("Whose source?");
  await form.getByRole("button", { name: "Return to the author" }).click();
  await expect(editor.getByRole("main")).toContainText("It is returned to its author");

  await writer.goto("/desk/records");
  await expect(
    writer.getByRole("link", { name: /^My work \([\d,]+ proposals? returned to you\)$/ }),
  ).toBeVisible();
  const told = await (await outsider.get(feed)).text();
  expect(told).toContain("Emil Editor returned it: ");
  expect(told).toContain("Whose source?");
  expect(told).toContain(`${draft}/review`);
  expect(name).not.toBe("");

  // Ended, it tells nobody anything.
  await writer.goto("/desk/account");
  await writer.getByRole("button", { name: "End the feed" }).click();
  await expect(writer.getByRole("status")).toContainText("The feed has ended");
  const ended = await outsider.get(feed);
  expect(ended.status()).toBe(404);
  expect(await ended.text()).not.toContain("Whose source?");
});

test("whoever watches a record and a host is told, until they have read it", async ({
  browser,
}) => {
  const { page: writer } = await personOf(browser, "contributor", "Tilda Told");
  const { page: watcher } = await personOf(browser, "editor", "Wanda Watcher");
  const { name, slug } = await aPublishedIncident(writer);

  await watcher.goto(`/desk/records/incident/${slug}`);
  await watcher.getByRole("button", { name: `Watch ${name}` }).click();
  await expect(watcher.getByRole("button", { name: `Stop watching ${name}` })).toBeVisible();
  await watcher.goto("/desk/sources?host=www.Watched.example");
  await watcher.getByRole("button", { name: "Watch watched.example" }).click();
  await expect(
    watcher.getByRole("button", { name: "Stop watching watched.example" }),
  ).toBeVisible();

  const draft = await beginRevision(writer, slug);
  await setLoss(writer, "4,322,000");
  await writer.getByLabel("What this changes, and why").fill("Another source says so.");
  await submitDraft(writer);
  await writer.goto(`${draft}/review`);
  const comment = writer.getByRole("form", { name: "Comment", exact: true });
  await comment.getByLabel("Comment").fill("@wanda watcher, please look.");
  await comment.getByRole("button", { name: "Comment" }).click();
  await expect(writer.getByRole("main")).toContainText("@wanda watcher, please look.");

  await watcher.goto("/desk");
  const work = watcher.getByRole("link", { name: /^My work \(/ });
  await expect(work).toHaveAccessibleName(
    /1 comment that mentions you, 1 change in what you watch/,
  );
  await expect(watcher.getByRole("region", { name: "New for you" })).toContainText(
    "Tilda Told mentioned you: ",
  );
  await watcher.getByRole("link", { name: "All of it, and what you watch" }).click();
  await expectAccessible(watcher);
  await expect(watcher.getByRole("main")).toContainText("Tilda Told submitted it for review: ");
  await watcher.getByRole("button", { name: "Mark all as read" }).click();
  await expect(work).toHaveCount(0);

  await watcher.getByRole("textbox", { name: "Watch a host" }).fill("no host");
  await watcher.getByRole("button", { name: "Watch the host" }).click();
  await expect(watcher.getByRole("main")).toContainText("Give a host, such as example.org.");
  await watcher.getByRole("button", { name: "Stop watching watched.example" }).click();
  await expect(watcher.getByRole("button", { name: "Stop watching watched.example" })).toHaveCount(
    0,
  );
});

/** The people who get messages, by the address of one of them. */
async function withMail<Outcome>(
  email: string,
  run: (given: { id: string; getsMail: () => Promise<boolean> }) => Promise<Outcome>,
): Promise<Outcome> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM desk.person WHERE email = $1",
      [email],
    );
    const id = rows[0]?.id ?? "";
    await client.query(
      "INSERT INTO desk.mail_choice (person_id, minutes) VALUES ($1, 60) ON CONFLICT DO NOTHING",
      [id],
    );
    const getsMail = async () =>
      (await client.query("SELECT 1 FROM desk.mail_choice WHERE person_id = $1", [id])).rowCount ===
      1;
    return await run({ id, getsMail });
  } finally {
    await client.end();
  }
}

test("a mail program ends somebody’s messages by one click, and a page asks first", async ({
  browser,
  playwright,
  baseURL,
}) => {
  const { who } = await personOf(browser, "contributor", "Mia Mail");
  const outsider = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
  const visitors = await browser.newContext();
  const visitor = await visitors.newPage();
  const form = { "List-Unsubscribe": "One-Click" };
  await withMail(who.email, async ({ id, getsMail }) => {
    const post = oneClickPath(id);
    // Looked at, it asks; what is not the click of a mail program, or comes from a page of another site, does nothing.
    await visitor.goto(post);
    expect(new URL(visitor.url()).pathname).toBe(stopPath(id));
    await expect(visitor.getByRole("button", { name: "Send me no more messages" })).toBeVisible();
    await expectAccessible(visitor);
    const [, proofOfOther = ""] = stopPath("somebody").split(".");
    const forged = `${stopPath(id).split(".")[0]}.${proofOfOther}/one-click`;
    for (const [url, sent, headers, status] of [
      [post, {}, {}, 400],
      [post, { "List-Unsubscribe": "No" }, {}, 400],
      [forged, form, {}, 404],
      [`/desk/stop-mail/${"A".repeat(60)}/one-click`, form, {}, 404],
      [post, form, { Origin: "https://elsewhere.example" }, 403],
    ] as const) {
      const response = await outsider.post(url, { form: sent, headers, maxRedirects: 0 });
      expect([url, response.status()]).toEqual([url, status]);
    }
    expect((await outsider.post(post, { data: "[]" })).status()).toBe(400);
    expect((await outsider.put(post, { form })).status()).toBe(405);
    expect(await getsMail()).toBe(true);
    // As either kind of form, without a session, and again.
    for (const sent of [{ form }, { multipart: form }]) {
      const response = await outsider.post(post, { ...sent, maxRedirects: 0 });
      expect([response.status(), await response.text()]).toEqual([
        200,
        "No more messages are sent.\n",
      ]);
      expect(response.headers()["cache-control"]).toContain("no-store");
      expect(response.headers()["set-cookie"]).toBeUndefined();
      expect(await getsMail()).toBe(false);
    }
  });
  await visitors.close();
});
