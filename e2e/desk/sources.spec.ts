import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { draftOpened } from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// A source's row proposes what it could be filled with. Other servers are the stub's pages
// (scripts/running/outside-stub.cjs).

let page: Page;
let context: BrowserContext;
test.beforeAll(async ({ browser }) => {
  ({ page, context } = await personOf(browser, "contributor", "Sofia Source"));
});
test.afterAll(() => context.close());

async function begin(target: string): Promise<string> {
  await page.goto("/desk/new/incident");
  await page.getByLabel("Target").fill(target);
  await page.getByLabel("Day").fill("2023-09-12");
  await page.getByRole("button", { name: "Start the draft" }).click();
  return draftOpened(page);
}

const row = (number: number) => page.getByRole("group", { name: `source ${number}`, exact: true });
const field = (number: number, label: string) => row(number).getByLabel(label, { exact: true });

test("publisher and day are proposed from link and record, and taken by a key", async () => {
  await begin("Proposed sources");
  const link = field(1, "Web address");
  await link.fill("https://www.coindesk.com/markets/2023/09/13/a-new-theft?utm_source=b&fbclid=c");
  const publisher = row(1).getByRole("button", { name: /^Publisher: CoinDesk/ });
  await expect(publisher).toContainText(/\d+ of the record’s \d+ at coindesk\.com/);
  await expect(
    row(1).getByRole("button", { name: /^Published on 13 September 2023/ }),
  ).toBeVisible();
  // Nothing is filled in unasked.
  await expect(field(1, "Publisher")).toHaveValue("");
  await expectAccessible(page);
  await link.press("Alt+2");
  await expect(field(1, "Publisher")).toHaveValue("CoinDesk");
  await link.press("Alt+0");
  await expect(field(1, "Published on")).toHaveValue("2023-09-13");
  await expect(link).toHaveValue("https://www.coindesk.com/markets/2023/09/13/a-new-theft");
  await expect(row(1).getByRole("button", { name: /^Take all/ })).toHaveCount(0);
  // What was taken is saved as what is typed is.
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await page.reload();
  await expect(field(1, "Publisher")).toHaveValue("CoinDesk");
  await expect(field(1, "Published on")).toHaveValue("2023-09-13");
});

test("an archived copy goes to its field, and its page’s link to the other", async () => {
  await begin("Archived sources");
  const copy = "https://archive.ph/2023.09.12-101112/https://paper.stub-news.example/x?gclid=1";
  await field(1, "Web address").fill(copy);
  await field(1, "Web address").press("Alt+1");
  await expect(field(1, "Web address")).toHaveValue("https://paper.stub-news.example/x");
  await expect(field(1, "Archived copy")).toHaveValue(copy);
});

test("title and day are fetched when asked, and proposed", async () => {
  await begin("Fetched sources");
  await field(1, "Web address").fill("http://paper.stub-news.example/theft-of-the-day");
  await row(1).getByRole("button", { name: "Fetch title and day" }).click();
  await expect(row(1).getByText("The page was read.")).toBeVisible();
  await expect(field(1, "Title")).toHaveValue("");
  await row(1)
    .getByRole("button", { name: /^Take all 3/ })
    .click();
  await expect(field(1, "Title")).toHaveValue("Bridge emptied & paused");
  await expect(field(1, "Published on")).toHaveValue("2023-09-14");
  await expect(field(1, "Publisher")).toHaveValue("The Stub");
});

test("what cannot be read is said: gone, inside a network, an archive out of reach", async () => {
  await begin("Refused sources");
  const fetchPage = () => row(1).getByRole("button", { name: "Fetch title and day" }).click();
  await field(1, "Web address").fill("http://paper.stub-news.example/nothing");
  await fetchPage();
  await expect(row(1).getByText("The page is gone: its site answered 404.")).toBeVisible();
  await field(1, "Web address").fill("http://paper.stub-news.example/inside");
  await fetchPage();
  await expect(row(1).getByText("leads to a host that not everybody can reach")).toBeVisible();
  await field(1, "Web address").fill("http://127.0.0.1/");
  await fetchPage();
  await expect(row(1).getByText("must be on a host that everybody can reach")).toBeVisible();
  await field(1, "Web address").fill("http://paper.stub-news.example/theft-of-the-day");
  await row(1).getByRole("button", { name: "Find or make an archived copy" }).click();
  await expect(row(1).getByText("cannot be reached from this server")).toBeVisible();
});

test("without scripts a button takes what is proposed, and says what a page says", async ({
  browser,
  baseURL,
}) => {
  const address = await begin("Plain sources");
  await field(1, "Web address").fill("http://paper.stub-news.example/2023/09/15/theft-of-the-day");
  await expect(page.getByText(/Saved/).first()).toBeVisible();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    ...(baseURL !== undefined && { baseURL }),
  });
  const form = await plain.newPage();
  await form.goto(address);
  const plainRow = form.getByRole("group", { name: "source 1", exact: true });
  await plainRow.getByRole("button", { name: /^Published on 15 September 2023/ }).click();
  await expect(plainRow.getByLabel("Published on", { exact: true })).toHaveValue("2023-09-15");
  await plainRow.getByLabel("Web address").fill("http://paper.stub-news.example/theft-of-the-day");
  await plainRow.getByRole("button", { name: "Fetch title and day" }).click();
  await expect(
    form.getByText(
      "Source 1: the page says the title “Bridge emptied & paused” and the day 14 September 2023.",
    ),
  ).toBeVisible();
  await plain.close();
});

test("the links of sources are listed by what was found", async () => {
  await page.goto("/desk/records");
  await page.getByRole("link", { name: "links of sources" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sources’ links");
  const states = page.getByRole("navigation", { name: "What was found" });
  await states.getByRole("link", { name: /^never checked/ }).click();
  await expect(states.getByRole("link", { name: /^never checked/ })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.getByLabel(/^Site/).fill("https://www.coindesk.com/");
  await page.getByRole("button", { name: "Show" }).click();
  const first = page.getByRole("main").getByRole("listitem").first();
  await expect(first).toContainText("coindesk.com");
  await expect(first).toContainText("Source of");
  await expect(first).toContainText("No archived copy");
  await expectAccessible(page);
  await page.goto("/desk/sources?state=gone&host=coindesk.com");
  await expect(page.getByText("No source has such a link.")).toBeVisible();
});
