import { expect, test } from "@playwright/test";
import {
  aPublishedIncident,
  beginRevision,
  publishDraft,
  submitDraft,
} from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// Other servers are the stub's (scripts/running/outside-stub.cjs). One of its hosts proves by TLS who it is, and takes what
// it is sent; the others do not, and nothing is sent to them.

test("an admin makes a webhook, tries it, switches it off and removes it", async ({ browser }) => {
  const { page } = await personOf(browser, "admin", "Walda Webhook");
  await page.goto("/desk/people");
  await page.getByRole("link", { name: "Webhooks" }).click();
  const form = page.getByRole("form", { name: "Make a webhook" });
  const make = async (url: string) => {
    await form.getByLabel("What it is for").fill("Newsroom channel");
    await form.getByLabel("URL").fill(url);
    await form.getByRole("button", { name: "Make the webhook" }).click();
  };
  // Each is told something else, so that no answer is taken for the next one's.
  for (const [url, said] of [
    ["https://192.168.1.4/hook", "192.168.1.4 is not reachable from everywhere"],
    ["https://hook.internal/", "hook.internal is not reachable from everywhere"],
    ["http://hook.stub-news.example/", "begins with https://"],
    ["hook", "Give a URL, such as"],
  ] as const) {
    await make(url);
    await expect(form).toContainText(said);
    await expect(form.getByLabel("URL")).toHaveValue(url);
  }
  await make("https://hook.stub-news.example/hook");
  const secret = form.locator("code", { hasText: /^whsec_/ });
  await expect(secret).toBeVisible();
  const shown = (await secret.textContent()) ?? "";
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByRole("main")).not.toContainText(shown);
  await page.getByRole("button", { name: "Send a test: Newsroom channel" }).click();
  await expect(page.getByRole("main")).toContainText(
    /The test was not taken\. It is on a host that does not prove who it is/,
  );
  await page.reload();
  await page.getByText(/^Last messages: 1/).click();
  await expect(page.getByRole("main")).toContainText("A test, sent by Walda Webhook");
  await expect(page.getByRole("main")).toContainText("not taken: nobody answered");
  await page.getByRole("button", { name: "Switch off: Newsroom channel" }).click();
  await expect(page.getByRole("main")).toContainText("Walda Webhook switched it off.");
  await page.getByRole("button", { name: "Switch on: Newsroom channel" }).click();
  await expect(page.getByRole("button", { name: "Switch off: Newsroom channel" })).toBeVisible();
  await page.getByRole("button", { name: "Remove: Newsroom channel" }).click();
  await expect(page.getByRole("main")).toContainText("Nothing is sent anywhere.");
});

test("what is published is sent to a webhook, whose receiver takes it", async ({ browser }) => {
  const { page } = await personOf(browser, "admin", "Walda Webhook");
  const { page: writer } = await personOf(browser, "contributor", "Wilma Writer");
  await page.goto("/desk/webhooks");
  const form = page.getByRole("form", { name: "Make a webhook" });
  await form.getByLabel("What it is for").fill("Site of record");
  await form.getByLabel("URL").fill("https://receiver.stub-news.example/hook");
  await form.getByLabel("What is sent").selectOption("publications");
  await form.getByRole("button", { name: "Make the webhook" }).click();
  await expect(form.locator("code", { hasText: /^whsec_/ })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Send a test: Site of record" }).click();
  await expect(page.getByRole("main")).toContainText("The test was taken");

  const { slug } = await aPublishedIncident(writer);
  const draft = await beginRevision(writer, slug);
  await writer.getByLabel("Name", { exact: true }).fill("Named for the webhook");
  await writer.getByLabel("What this changes, and why").fill("A clearer name.");
  await submitDraft(writer);
  const version = await publishDraft(page, draft);

  // Once it is published a round sends it, and the receiver answers with what it got.
  const messages = page.getByRole("listitem").filter({ hasText: `Version ${version}` });
  await expect(async () => {
    await page.goto("/desk/webhooks");
    await page.getByText(/^Last messages: \d+/).click({ timeout: 2000 });
    await expect(messages.last()).toContainText("taken (200)", { timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await expect(messages.last()).toContainText("“Received version.published”");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove: Site of record" }).click();
  await expect(page.getByRole("main")).toContainText("Nothing is sent anywhere.");
});
