import { expect, test } from "@playwright/test";
import { draftOpened, submitDraft } from "@/e2e/desk/support/drafts";
import { press, tabTo, typeIn } from "@/e2e/desk/support/keyboard";
import { firstAdmin, invite, join, type Who } from "@/e2e/desk/support/people";

// The whole way of one theft: from the first admin to the overview, a chart and the public history.

test("a theft on its way from an invitation to the overview @smoke", async ({ page, browser }) => {
  const run = Date.now().toString(36);
  const someone = (name: string): Who => ({
    name: `${name} ${run}`,
    email: `${name}.${run}@desk.example`.toLowerCase(),
    password: `${name} keeps long passwords`,
  });
  await firstAdmin(page);
  const [contributor, editor] = [someone("Corin"), someone("Edith")];
  const links = [
    await invite(page, contributor.email, "contributor"),
    await invite(page, editor.email, "editor"),
  ];
  const theirs = await Promise.all(links.map(async () => (await browser.newContext()).newPage()));
  const [writing, reviewing] = theirs;
  if (writing === undefined || reviewing === undefined) throw new Error("no pages");
  await writing.goto(links[0] ?? "");
  await join(writing, contributor);
  await reviewing.goto(links[1] ?? "");
  await join(reviewing, editor);

  // What the overview says of the month before.
  await page.goto("/?year=2023&through=2023-09-30");
  const before = await page
    .getByRole("main")
    .getByText(/\$[\d.]+bn/)
    .first()
    .textContent();

  // CoinEx from scratch, by keyboard alone.
  await writing.goto("/desk/new/incident");
  await typeIn(writing, "Target", "CoinEx");
  await typeIn(writing, "Day", "12 Sept 2023");
  await press(writing, "Start the draft");
  const draft = await draftOpened(writing);
  await typeIn(writing, "Name", "CoinEx hot-wallet theft");
  await typeIn(writing, "Kind of target", "exch");
  await writing.keyboard.press("Tab");
  await typeIn(writing, "Category", "wallet c");
  await writing.keyboard.press("Tab");
  await typeIn(writing, "Technique", "private");
  await writing.keyboard.press("Tab");
  await typeIn(writing, "Summary", "Hot wallets were drained after their keys leaked.");
  await typeIn(writing, "URL name", `coinex-${run}`);
  await typeIn(writing, "Best estimate", "$54.3m");
  // The record holds it already: the form says so, and why.
  const known = writing.getByRole("link", { name: /CoinEx/ }).first();
  await expect(known).toBeVisible();
  await expect(writing.getByText(/same target/i).first()).toBeVisible();
  // This one is another: a second theft, of another day and sum.
  await tabTo(writing, /^Day/).catch(async () => {
    await writing.getByLabel("Day").focus();
  });
  await writing.keyboard.press("Control+a");
  await writing.keyboard.type("2023-09-29");
  await typeIn(writing, "Web address", `https://example.org/${run}`);
  await typeIn(writing, "Publisher", "Example");
  await typeIn(writing, "Title", "Another theft at CoinEx");
  await expect(writing.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await submitDraft(writing);

  // Reviewed, returned with a reason, corrected, published.
  await reviewing.goto(`${draft}/review`);
  await expect(reviewing.getByRole("heading", { name: "Possible duplicates" })).toBeVisible();
  await expect(
    reviewing.getByRole("heading", { name: "What publishing it would move" }),
  ).toBeVisible();
  const returning = reviewing.getByRole("form", { name: "Return", exact: true });
  await returning.getByLabel("Why").fill("Which source says the sum?");
  await returning.getByRole("button", { name: "Return to the author" }).click();
  await expect(reviewing.getByText("It is returned to its author")).toBeVisible();
  await writing.goto(draft);
  await expect(writing.getByText("Which source says the sum?")).toBeVisible();
  await writing.getByLabel("Summary").fill("Hot wallets were drained of $54.3 million.");
  await expect(writing.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await submitDraft(writing);
  await reviewing.goto(`${draft}/review`);
  await reviewing.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(reviewing.getByText(/^Published in version \d+$/)).toBeVisible();

  // The overview has moved by it; a chart, the incident and its history show it.
  await expect(async () => {
    await page.goto("/?year=2023&through=2023-09-30");
    const after = await page
      .getByRole("main")
      .getByText(/\$[\d.]+bn/)
      .first()
      .textContent();
    expect(after).not.toBe(before);
  }).toPass();
  const chart = await page.request.get("/charts/timeline.csv?from=2023-09-01&to=2023-09-30");
  expect(await chart.text()).toContain(`coinex-${run}`);
  await page.goto(`/incidents/coinex-${run}/history`);
  await expect(page.getByRole("main")).toContainText(contributor.name);
  await expect(page.getByRole("main")).toContainText(editor.name);
  for (const each of theirs) await each.context().close();
});
