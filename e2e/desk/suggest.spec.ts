import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessibility";
import { firstAdmin } from "./support/people";

test.describe.configure({ mode: "serial" });

const run = Date.now().toString(36);

test("a reader suggests a missing incident, an editor takes it up, the reader sees it", async ({
  page,
  browser,
}) => {
  await page.goto("/suggest");
  await page.getByRole("button", { name: "Send it" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "problems" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(3);
  await page.getByLabel("Who was robbed").fill(`Flint${run}`);
  await page.getByLabel("What happened").fill("Its keys were stolen.");
  await page.getByLabel("Sources").fill("example.org/flint");
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(summary).toBeHidden();
  await expect(page.locator('main [role="alert"]')).toContainText("no web address");
  // Nothing is cleared.
  await expect(page.getByLabel("Who was robbed")).toHaveValue(`Flint${run}`);
  await page.getByLabel("Sources").fill(`https://example.org/flint-${run}`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send it" }).click();
  const link = page.getByRole("link", { name: /\/suggest\/[\w-]{43}$/ });
  await expect(link).toBeVisible();
  // It is sent once: the form has gone, and who goes by keyboard comes before the link.
  await expect(page.getByRole("button", { name: "Send it" })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  const secret = new URL((await link.getAttribute("href")) ?? "").pathname;
  await page.goto(secret);
  await expect(page.getByRole("main")).toContainText("It waits for an editor");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);

  const desk = await (await browser.newContext()).newPage();
  await firstAdmin(desk);
  await desk.goto("/desk/suggestions");
  await desk.getByRole("link", { name: `Missing: Flint${run}` }).click();
  await expect(desk.getByRole("main")).toContainText("Its keys were stolen.");
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Accept it" }).click();
  await expect(desk).toHaveURL(/\/desk\/proposals\/\d+$/);
  await expect(desk.getByLabel("Target", { exact: true })).toHaveValue(`Flint${run}`);
  await expect(desk.getByRole("link", { name: "what the reader sent" })).toHaveAttribute(
    "href",
    /\/desk\/suggestions\/\d+$/,
  );
  await desk.context().close();

  await page.goto(secret);
  await expect(page.getByRole("main")).toContainText("An editor has accepted it");
  await page.goto(`${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`);
  await expect(page.getByRole("main")).not.toContainText(`Flint${run}`);
});

test("a correction without scripts is declined with an answer", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/suggest?about=incident:coinex-2023-09");
  await expect(page.getByRole("heading", { level: 1, name: "Suggest a correction" })).toBeVisible();
  await page.getByLabel(/What is wrong/).fill(`It was more (${run}).`);
  await page.getByLabel("Sources").fill("https://example.org/more");
  await page.getByRole("button", { name: "Send it" }).click();
  const link = page.getByRole("link", { name: /\/suggest\/[\w-]{43}$/ });
  const secret = new URL((await link.getAttribute("href")) ?? "").pathname;

  const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await firstAdmin(desk);
  await desk.goto("/desk/suggestions");
  await desk.getByRole("listitem").filter({ hasText: run }).getByRole("link").first().click();
  await desk.getByRole("button", { name: "Decline it" }).click();
  await expect(desk.getByRole("main")).toContainText("the sender reads it");
  await desk.getByLabel("Why").fill("The source does not say so.");
  await desk.getByRole("button", { name: "Decline it" }).click();
  await expect(desk.getByRole("main")).toContainText("Declined by");
  await desk.context().close();

  await page.goto(secret);
  await expect(page.getByRole("main")).toContainText("The source does not say so.");
  await context.close();
});
