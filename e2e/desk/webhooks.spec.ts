import { expect, test } from "@playwright/test";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// Other servers are the stub's pages (scripts/running/outside-stub.cjs), which speaks no TLS: what is sent there is not taken.

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
  for (const [url, said] of [
    ["https://192.168.1.4/hook", "never into a private network"],
    ["https://hook.internal/", "never into a private network"],
    ["http://hook.stub-news.example/", "begins with https://"],
    ["hook", "Give a URL"],
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
    /The test was not taken\. It is on a host that/,
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
