import { expect, test } from "@playwright/test";
import { aPublishedIncident, beginRevision, setLoss, submitDraft } from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

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
