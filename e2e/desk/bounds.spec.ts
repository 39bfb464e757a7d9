import { expect, test } from "@playwright/test";
import { draftOpened, publishDraft, submitDraft } from "@/e2e/desk/support/drafts";
import { press, typeIn } from "@/e2e/desk/support/keyboard";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// A theft of which only a bound is known, from the field in which it is typed to the pages that print it.

test("“up to $70m” is published as that, and nowhere as unknown or as a best estimate", async ({
  browser,
}) => {
  const run = Date.now().toString(36);
  const letters = run.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
  const { page: writing, context } = await personOf(browser, "contributor", "Bo Bound");
  const { page: reviewing, context: theirs } = await personOf(browser, "editor", "Ed Bound");

  await writing.goto("/desk/new/incident");
  await typeIn(writing, "Target", `Bounded ${letters}`);
  await typeIn(writing, "Day", "2019-05-06");
  await press(writing, "Start the draft");
  const draft = await draftOpened(writing);
  await typeIn(writing, "Name", `Bounded theft ${letters}`);
  await typeIn(writing, "Kind of target", "exch");
  await writing.keyboard.press("Tab");
  await typeIn(writing, "Category", "wallet c");
  await writing.keyboard.press("Tab");
  await typeIn(writing, "Technique", "private");
  await writing.keyboard.press("Tab");
  await typeIn(writing, "Summary", "Hot wallets were drained.");
  await typeIn(writing, "URL name", `bounded-${run}`);
  const best = writing.getByLabel(/^Best estimate/);

  // A quantity is none of dollars: one key moves it to the assets, to its last digit.
  await typeIn(writing, "Best estimate", "98765.432109876543210987 ETH");
  await best.press("Alt+1");
  await expect(best).toHaveValue("");
  const assets = writing.locator('[data-list="assets"]');
  await expect(assets.getByLabel(/^Quantity/)).toHaveValue("98765.432109876543210987");
  await expect(assets.getByLabel(/^Symbol/)).toHaveValue("ETH");

  await typeIn(writing, "Best estimate", "up to $70m");
  await best.press("Alt+1");
  await expect(best).toHaveValue("");
  await expect(writing.getByLabel(/^Highest/)).toHaveValue("70,000,000");
  await typeIn(writing, "Web address", `https://example.org/${run}`);
  await typeIn(writing, "Publisher", "Example");
  await typeIn(writing, "Title", "Up to seventy million");
  await expect(writing.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await submitDraft(writing);

  await reviewing.goto(`${draft}/review`);
  await expect(
    reviewing.getByText("Known by a bound alone, and left out of totals of best estimates"),
  ).toBeVisible();
  await expect(reviewing.getByRole("main")).toContainText("up to $70.0m");
  await publishDraft(reviewing, draft);

  await reviewing.goto(`/incidents/bounded-${run}`);
  const page = reviewing.getByRole("main");
  await expect(page.getByText("up to $70.0m", { exact: true })).toBeVisible();
  await expect(page.getByText("98,765.432109876543210987")).toBeVisible();
  await expect(page).not.toContainText("Nobody has put a figure on it");
  await expectAccessible(reviewing);
  await reviewing.goto(`/incidents?q=${letters}`);
  const row = reviewing.getByRole("row").filter({ hasText: `Bounded theft ${letters}` });
  await expect(row).toContainText("up to $70.0m");
  await context.close();
  await theirs.close();
});
