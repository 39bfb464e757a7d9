import { expect, type Page, test } from "@playwright/test";
import {
  aPublishedIncident,
  beginRevision,
  draftOpened,
  publishDraft,
  submitDraft,
} from "@/e2e/desk/support/drafts";
import { personOf } from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// What the public sees of renaming and merging: the history, the old address, and the old versions as they were.

let writer: Page;
let editor: Page;
test.beforeAll(async ({ browser }) => {
  writer = (await personOf(browser, "contributor", "Hilda Historian")).page;
  editor = (await personOf(browser, "editor", "Edna Editor")).page;
});
test.afterAll(async () => {
  for (const page of [writer, editor]) await page.context().close();
});

/** Has the draft that the writer is in submitted and published. @returns the version */
async function published(draft: string, note: string): Promise<number> {
  await writer.getByLabel("What this changes, and why").fill(note);
  await submitDraft(writer);
  return publishDraft(editor, draft);
}

/** The active actors and have no parts, other ones each time. */
async function someActors(page: Page): Promise<string[]> {
  await page.goto("/actors");
  const links = await page.getByRole("main").locator('a[href^="/actors/"]').all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
  const slugs = [
    ...new Set(hrefs.flatMap((href) => href?.match(/^\/actors\/([a-z0-9-]+)$/)?.[1] ?? [])),
  ].filter((slug) => slug !== "lazarus-group"); // other journeys attribute thefts to it
  return slugs.sort(() => Math.random() - 0.5);
}

const locationOf = async (page: Page, path: string) => {
  const response = await page.request.get(path, { maxRedirects: 0 });
  const location = response.headers().location;
  return [
    response.status(),
    location === undefined ? null : location.replace(/^https?:\/\/[^/]+/, ""),
  ];
};

test("an incident that is renamed is found under its old address, and its history says why", async ({
  page,
}) => {
  const { slug, name } = await aPublishedIncident(writer);
  const renamed = `renamed-${Date.now().toString(36)}`;
  const draft = await beginRevision(writer, slug);
  await writer.getByLabel("Name", { exact: true }).fill("A plainer name");
  await writer.getByLabel("URL name").fill(renamed);
  const version = await published(draft, "It goes by a plainer name.");
  await page.goto(`/incidents/${renamed}`);
  const before = await page.request.get(`/v/${version - 1}/incidents/${slug}`);
  expect(before.status()).toBe(200);
  expect(await before.text()).toContain(name.replaceAll("&", "&amp;").replaceAll("'", "&#x27;"));

  expect(await locationOf(page, `/incidents/${slug}`)).toEqual([307, `/incidents/${renamed}`]);
  expect(await locationOf(page, `/incidents/${slug}.png?shape=square`)).toEqual([
    307,
    `/incidents/${renamed}.png?shape=square`,
  ]);
  expect(await locationOf(page, `/v/${version}/incidents/${slug}`)).toEqual([
    308,
    `/v/${version}/incidents/${renamed}`,
  ]);
  expect((await locationOf(page, `/v/${version - 1}/incidents/${renamed}`))[0]).toBe(404);

  await page.goto(`/incidents/${slug}`);
  await expect(page).toHaveURL(new RegExp(`/incidents/${renamed}$`));
  await page.getByRole("link", { name: "What each of them changed, why and by whom" }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${renamed}/history$`));
  await expectAccessible(page);
  const newest = page.getByRole("article").first();
  await expect(newest).toContainText("It goes by a plainer name.");
  await expect(newest).toContainText("Entered by Hilda Historian, reviewed by Edna Editor.");
  await expect(newest).toContainText(name);
  await expect(page.getByRole("article").last()).toContainText("From the starting dataset.");
  await page
    .getByRole("article")
    .last()
    .getByRole("link", { name: "The page as it stood" })
    .click();
  await expect(page).toHaveURL(`/v/1/incidents/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("an actor is merged into another, and no old version says so", async ({ page }) => {
  const [gone = "", kept = ""] = await someActors(page);
  await page.goto(`/actors/${gone}`);
  const goneName = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const current = await (await page.request.get("/version.json")).json();
  const old = [
    `/v/${current.version}/actors/${gone}`,
    `/v/${current.version}/actors`,
    `/v/${current.version}/charts/actors.csv`,
    `/v/${current.version}/incidents?actor=${gone}`,
  ];
  const bodies = async () =>
    Promise.all(
      old.map(async (address) => {
        const text = await (await page.request.get(address)).text();
        // What a page says, without the names of its scripts.
        return text.replace(/<script[\s\S]*?<\/script>/g, "");
      }),
    );
  const before = await bodies();

  await writer.goto(`/desk/records/actor/${gone}/duplicate?into=${kept}`);
  await writer.getByRole("button", { name: /^Draft the merging into/ }).click();
  const draft = await draftOpened(writer);
  const version = await published(draft, "Two names of one group.");

  expect(await bodies()).toEqual(before);
  expect(await locationOf(page, `/actors/${gone}?confidence=likely`)).toEqual([
    307,
    `/actors/${kept}?confidence=likely`,
  ]);
  expect(await locationOf(page, `/v/${version}/incidents?actor=${gone}`)).toEqual([
    308,
    `/v/${version}/incidents?actor=${kept}`,
  ]);
  expect(
    (await locationOf(page, `/changes?from=${version - 1}&to=${version}&actor=${gone}`))[0],
  ).toBe(200);
  await page.goto(`/actors/${kept}`);
  await page.getByRole("main").getByRole("link", { name: goneName }).last().click();
  await expect(page).toHaveURL(new RegExp(`/actors/${gone}/history$`));
  await expect(page.getByRole("main")).toContainText("It turned out to be the same as");
  await expect(page.getByRole("main")).toContainText("Two names of one group.");
  await expectAccessible(page);
  await page.goto("/actors");
  await expect(page.getByRole("main").locator(`a[href="/actors/${gone}"]`)).toHaveCount(0);
});
