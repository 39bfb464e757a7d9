import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { problemsBySchema } from "@/testing/xml-schema";

const SELECTION = "from=2022-01-01&to=2023-12-31&category=wallet-compromise";
type Row = Record<string, string>;
const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Row[];
const files = (page: Page) =>
  page
    .getByRole("main")
    .getByText(/^(All [\d,]+|This incident) as/)
    .locator("..");

test("a selection leaves whole: its files hold what the page counts, in its order", {
  tag: "@smoke",
}, async ({ page, request }) => {
  await page.goto(`/incidents?${SELECTION}&sort=largest`);
  const said = /([\d,]+) incidents, (\$[\d.]+\w+) lost/.exec(
    await page.getByRole("main").innerText(),
  );
  const count = Number(said?.[1]?.replaceAll(",", ""));
  expect(count).toBeGreaterThan(50);
  const first = await page
    .getByRole("table")
    .getByRole("rowheader")
    .first()
    .getByRole("link")
    .textContent();
  const hrefOf = async (name: string) =>
    (await files(page).getByRole("link", { name, exact: true }).getAttribute("href")) ?? "";

  const csv = await request.get(await hrefOf("CSV"));
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8; header=present");
  expect(csv.headers()["content-disposition"]).toMatch(
    /^attachment; filename="lossline-incidents_\w+-v\d+-bom\.csv"$/,
  );
  const rows = rowsOf(await csv.text());
  expect(rows).toHaveLength(count);
  expect(rows[0]?.name).toBe(first);
  const sum = rows.reduce((all, { loss_usd }) => all + Number(loss_usd), 0);

  const json = await (await request.get(await hrefOf("JSON"))).json();
  expect(json).toMatchObject({
    incidents: count,
    totals: { lossUsd: sum },
    licence: { name: "CC BY 4.0" },
    rule: { category: "wallet-compromise", from: "2022-01-01", sort: "largest" },
  });
  expect(json.rows.map(({ slug }: Row) => slug)).toEqual(rows.map(({ slug }) => slug));
  expect(json.citation).toContain("version");

  const book = unzipSync(new Uint8Array(await (await request.get(await hrefOf("XLSX"))).body()));
  const sheet = strFromU8(book["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect([...sheet.matchAll(/<row /g)]).toHaveLength(count + 1);

  // A version's files stay what they were, and a short id leads to the very list.
  const pinned = await request.get(`/v/1/incidents.csv?${SELECTION}&sort=largest&bom=1`);
  expect(pinned.headers()["cache-control"]).toContain("immutable");
  expect(rowsOf(await pinned.text())).toEqual(rows);
  const shortId = await request.get(`/c/${json.shortId}`, { maxRedirects: 0 });
  expect(shortId.headers().location).toBe(`/v/1/incidents?${SELECTION}&sort=largest`);
});

test("the whole record leaves, too", async ({ request }) => {
  const rows = rowsOf(await (await request.get("/incidents.csv")).text());
  const { incidents } = await (await request.get("/incidents.json?loss=known")).json();
  expect(rows.filter(({ loss_usd }) => loss_usd !== "")).toHaveLength(incidents);
  const head = await request.head("/incidents.csv");
  expect(head.status()).toBe(200);
});

test("a feed of a selection is named in its head, and is Atom", async ({ page, request }) => {
  await page.goto("/incidents?actor=lazarus-group");
  const named = page.locator(
    'head link[type="application/atom+xml"][href*="/feeds/incidents.atom"]',
  );
  const href = (await named.getAttribute("href")) ?? "";
  expect(href).toContain("actor=lazarus-group");
  const feed = await (await request.get(href)).text();
  expect(await problemsBySchema("atom", feed)).toEqual([]);
  const json = await (await request.get("/incidents.json?actor=lazarus-group")).json();
  const slugs = json.rows.map(({ slug }: Row) => slug);
  const entries = [
    ...feed.matchAll(/rel="alternate" type="text\/html" href="[^"]*\/incidents\/([^"/]+)"/g),
  ];
  expect(entries.length).toBe(50);
  for (const [, slug] of entries) expect(slugs).toContain(slug);
});

test("what a file or view cannot be asked for is named", async ({ request }) => {
  for (const [path, allowed] of [
    ["/incidents.csv?page=2", "left out: this is the whole list"],
    ["/incidents.json?view=calendar", "left out: this is the list itself"],
    ["/incidents.xlsx?bom=1", "one of the parameters"],
    ["/incidents.csv?category=theft", "contract-exploit"],
    ["/incidents?view=map", "one of table, timeline, calendar"],
    ["/incidents?view=calendar&page=2", "only the table has pages"],
    ["/incidents?at=2023-09", "only a timeline begins at a month"],
    ["/feeds/incidents.atom?sort=largest", "what came last first"],
  ] as const) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 400]);
    expect(await answer.text()).toContain(allowed);
  }
  expect((await request.get("/incidents.csv?actor=nobody-at-all")).status()).toBe(404);
  expect((await request.get("/incidents.tsv")).status()).toBe(404);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a calendar's months lead to lists of what they count", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto("/incidents?category=phishing");
    await page
      .getByRole("navigation", { name: /^Views/ })
      .getByRole("link", { name: "Calendar" })
      .click();
    await expect(page).toHaveURL(/\/incidents\?category=phishing&view=calendar$/);
    const month = page.getByRole("link", { name: /^August 2024: \d+ incidents/ });
    const [, count] =
      /: (\d+) incidents/.exec((await month.getAttribute("aria-label")) ?? "") ?? [];
    await month.click();
    await expect(page).toHaveURL(/from=2024-08-01&to=2024-08-31&category=phishing$/);
    await expect(page.getByRole("main")).toContainText(`${count} incidents, `);
  });

  test("charts and citation are folded out", async ({ page }) => {
    await page.goto("/incidents?category=phishing&from=2023-01-01&to=2023-12-31");
    await page.getByText("Chart this").click();
    await page.getByRole("link", { name: "Losses over time" }).click();
    await expect(page).toHaveURL(/\/charts\/monthly\?.*category=phishing/);
    await page.goto("/incidents?loss=unknown");
    await expect(page.getByText("Chart this")).toHaveCount(0);
    await page.locator("summary", { hasText: "Cite this list" }).click();
    await expect(page.getByText(/^Lossline, “Incidents, of unknown size”/)).toBeVisible();
  });
});
