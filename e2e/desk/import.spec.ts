import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { versionShown } from "@/e2e/desk/support/drafts";
import { expectAccessible } from "../support/accessibility";
import { firstAdmin, personOf } from "./support/people";

test.describe.configure({ mode: "serial" });

const HEADER = "name,target,targetKind,occurredOn,category,technique,summary,lossUsd,sources";
/** Others each time, so that the journey can be run again on the same record, and nothing looks like the last one. */
const letters = () =>
  Array.from(randomBytes(8), (byte) => "bcdfghjklmnpqrstvwxz"[byte % 20]).join("");
const run = letters();
const year = 2012 + ((randomBytes(1)[0] ?? 0) % 8);
const words: Record<string, string> = {};
const wordOf = (name: string) => {
  words[name] ??= letters();
  return words[name];
};
const row = (name: string, given: { kind?: string; day?: string; loss?: string } = {}) =>
  [
    `${name} theft of ${wordOf(name)}`,
    wordOf(name),
    given.kind ?? "exchange",
    given.day ?? `${year}-03-05`,
    "wallet-compromise",
    "private-key-compromise",
    "Keys were stolen.",
    given.loss ?? `$${randomBytes(2).readUInt16BE()}1`,
    `https://example.org/${name}-${run} | Example | A report | 2024-03-06`,
  ].join(",");

/** Not the one in which Next announces pages. */
function summary(page: Page) {
  return page.locator('main [role="alert"]');
}

/** Holds what the next form that a page sends is answered with: tells that it was asked for, and lets it go. */
async function heldAnswer(page: Page): Promise<{ asked: Promise<void>; letGo: () => void }> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  await page.route(
    (url) => url.pathname.startsWith("/desk/imports/"),
    async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      const response = await route.fetch();
      isAsked();
      await gone;
      return route.fulfill({ response });
    },
    { times: 1 },
  );
  return { asked, letGo };
}

function csv(name: string, rows: readonly string[]) {
  return {
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(`\ufeff${[HEADER, ...rows].join("\r\n")}\r\n`),
  };
}

test("a file with mistakes is checked, every problem named, and nothing stored", async ({
  page,
}) => {
  await firstAdmin(page);
  await page.goto("/desk/imports");
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(summary(page)).toContainText("Choose a file");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles(csv("wrong.csv", [row("Amber", { kind: "shop", loss: "€5m" }), row("Basalt")]));
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "wrong.csv" })).toBeVisible();
  const problems = page.getByRole("table", { name: "Problems" });
  await expect(problems.getByRole("row")).toHaveCount(3);
  await expect(problems).toContainText("targetKind");
  await expect(problems).toContainText("another money");
  await expect(page.getByRole("radio", { name: /One version of the record/ })).toBeDisabled();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "All of them as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^import-\d+-problems\.csv$/);
  await expectAccessible(page);
  await page.getByText("Discard this file").click();
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByRole("main")).toContainText("discarded");
});

test("rows that stand there already are left out, and another editor returns and publishes the rest", async ({
  page,
  browser,
}) => {
  await firstAdmin(page);
  await page.goto("/desk/imports");
  const twin = row("Cedar").replace("A report", "Another report");
  const fileName = `thefts-${run}.csv`;
  const file = csv(fileName, [
    row("Cedar"),
    twin,
    row("Delta", { day: `${year + 1}-09-07`, loss: "$2m" }),
  ]);
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(
    page.getByRole("heading", { name: "Records that may be duplicates: 1" }),
  ).toBeVisible();
  await expect(page.getByRole("form", { name: "Decide about each" })).toContainText(
    "Same target, same day",
  );
  await page.getByRole("button", { name: /^Go on with 3 records/ }).click();
  await expect(summary(page)).toContainText("Choose whether");
  await page.getByRole("radio", { name: /One version of the record/ }).check();
  await page.getByRole("button", { name: /^Go on with 3 records/ }).click();
  await expect(summary(page)).toContainText("look like duplicates");
  await page.getByRole("radio", { name: "Leave all of them out" }).check();
  await page.getByRole("radio", { name: /One version of the record/ }).check();
  await page.getByLabel("What it is and where it comes from").fill("From a test’s list");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Go on with 3 records/ }).click();
  await expect(page.getByRole("main")).toContainText("in review");
  const address = new URL(page.url()).pathname;

  const { page: other } = await personOf(browser, "editor", "Iris Importreader");
  await other.goto("/desk/queue");
  const waiting = other.getByRole("listitem").filter({ hasText: fileName });
  await expect(waiting).toContainText("by Ada Admin");
  await expect(waiting).toContainText("From a test’s list");
  await waiting.getByRole("link", { name: fileName }).click();
  const records = other.getByRole("table", { name: "Records of the file" });
  await expect(records.getByRole("row")).toHaveCount(4);
  await expect(records).toContainText("$2.00m");
  await expect(records.getByRole("row").filter({ hasText: "left out" })).toHaveCount(1);
  await expect(other.getByRole("main")).toContainText("Decided: left out");
  const download = other.waitForEvent("download");
  await other.getByRole("link", { name: "The file as it was uploaded" }).click();
  expect((await download).suggestedFilename()).toBe(fileName);
  await other.getByRole("link", { name: "Work out what it would move" }).click();
  await expect(other.getByRole("main")).toContainText("2 incidents get a new revision");
  await expect(
    other
      .getByRole("row")
      .filter({ hasText: String(year) })
      .first(),
  ).toBeVisible();
  await other.getByRole("button", { name: "Claim it" }).click();
  await expect(other.getByRole("main")).toContainText("You have claimed this review.");
  await other.getByRole("textbox", { name: "Comment" }).fill("Is the second row the same theft?");
  await other.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(other.getByRole("main")).toContainText("Is the second row the same theft?");
  await expectAccessible(other);
  await other.getByRole("button", { name: "Return it to Ada Admin" }).click();
  await expect(summary(other)).toContainText("Say why");
  await other.getByLabel("Why").fill("Which list is that?\nPlease name it.");
  await other.getByRole("button", { name: "Return it to Ada Admin" }).click();
  await expect(other.getByRole("main")).toContainText("Ada Admin uploaded it and decides");

  await page.goto("/desk");
  const back = page.getByRole("listitem").filter({ hasText: fileName });
  await expect(back).toContainText("returned by Iris Importreader");
  await expect(back).toContainText("Which list is that?");
  await back.getByRole("link", { name: fileName }).click();
  await expect(page.getByLabel("What it is and where it comes from")).toHaveValue(
    "From a test’s list",
  );
  await page.getByLabel("What it is and where it comes from").fill(`From the list ${run}`);
  await page.getByRole("radio", { name: "Leave all of them out" }).check();
  await page.getByRole("radio", { name: /One version of the record/ }).check();
  await page.getByRole("button", { name: /^Go on with 3 records/ }).click();
  await expect(page.getByRole("main")).toContainText("nobody reviews their own");
  await expect(page.getByRole("button", { name: "Publish it as one version" })).toHaveCount(0);

  await other.goto(address);
  await other.getByRole("button", { name: "Publish it as one version" }).click();
  const shown = await other
    .getByText(/Published in version \d+/)
    .first()
    .textContent();
  await versionShown(page, Number(shown?.match(/version (\d+)/)?.[1]));
  await expect(other.getByRole("main")).toContainText("2 added");
  await expect(other.getByRole("main")).toContainText("Reviewed by Iris Importreader");
  await expect(other.getByRole("main")).toContainText("One record was left out");
  await page.goto(`/incidents/${wordOf("Cedar")}-${year}-03`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    `Cedar theft of ${wordOf("Cedar")}`,
  );
  await page.goto(`/incidents/${wordOf("Cedar")}-${year}-03/history`);
  await expect(page.getByRole("main")).toContainText("Iris Importreader");
});

test("works without scripts, and JSON becomes drafts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await firstAdmin(page);
  await page.goto("/desk/imports");
  const incident = {
    slug: `ember-${run}`,
    name: `Ember ${run} theft`,
    target: `Ember${run}`,
    targetKind: "exchange",
    occurredOn: "2024-05-06",
    category: "wallet-compromise",
    technique: "private-key-compromise",
    chains: [],
    lossUsd: 1000,
    lossUsdLow: null,
    lossUsdHigh: null,
    returnedUsd: null,
    summary: "Keys were stolen.",
    attributions: [],
    assets: [],
    addresses: [],
    sources: [
      { url: `https://example.org/ember-${run}`, publisher: "A", title: "B", publishedOn: null },
    ],
  };
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "ember.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify([incident])),
  });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "Import it" })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole("radio", { name: /Drafts of mine/ }).check();
  await page.getByRole("button", { name: "Continue with the record" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("It became drafts")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto("/desk?show=draft");
  await page.getByRole("link", { name: `Ember ${run} theft` }).click();
  await expect(page.getByLabel("Target", { exact: true })).toHaveValue(`Ember${run}`);
  await context.close();
});

test("a table of somebody else’s columns is mapped once, and known thefts are added to", async ({
  page,
}) => {
  await firstAdmin(page);
  const known = `Quill${letters()}`;
  const fresh = `Sable${letters()}`;
  const open = `Tarn${letters()}`;
  const windows1252 = (text: string) => Buffer.from(text, "latin1");
  const table = (rows: readonly string[]) => ({
    name: `liste-${run}.csv`,
    mimeType: "text/csv",
    buffer: windows1252(
      `${["Date", "Victim", "Kind", "Cause", "Amount (m)", "Link", "Ticket"].join(";")}\r\n${rows.join("\r\n")}\r\n`,
    ),
  });
  const link = (name: string) => `https://example.org/${name.toLowerCase()}-${run}`;
  await page.goto("/desk/imports");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles(
      table([
        `24/06/2016;${known} Société;Börse;Schlüssel;4.25;${link(known)};1`,
        `03/07/2016;${fresh};Börse;Schlüssel;;${link(fresh)};2`,
      ]),
    );
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { name: "Columns" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("read as Windows-1252");
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue("occurredOn");
  await expect(page.getByText("as “24/06/2016” in it shows")).toBeVisible();
  await expect(page.getByLabel("Ticket", { exact: true })).toHaveValue("");

  const columns = page.getByRole("form", { name: "How the table is read" });
  await columns.getByLabel("Ticket", { exact: true }).selectOption("target");
  await columns.getByLabel("Amount (m)", { exact: true }).selectOption("lossUsd");
  await columns.getByLabel("Cause", { exact: true }).selectOption("category");
  await columns.getByLabel("What you call it").fill(`List ${run}`);
  await columns.getByRole("button", { name: "Check the 2 rows" }).click();
  await expect(page.getByText("“Victim” and “Ticket” are both mapped to “Target”")).toBeVisible();
  await expectAccessible(page);
  await columns.getByLabel("Ticket", { exact: true }).selectOption("");
  await columns.getByLabel("Technique", { exact: true }).selectOption("unknown");
  await columns.getByLabel("All of it is read").nth(1).selectOption("millions");
  const sentence = columns.getByLabel("Summary", { exact: true });
  await sentence.fill("{target} lost");
  // What is chosen and typed while the answer is on its way stays, also where the answer knows an older text.
  const answer = await heldAnswer(page);
  await columns.getByRole("button", { name: "Keep this" }).click();
  await answer.asked;
  await columns.getByLabel(/^Börse/).selectOption("exchange");
  await sentence.fill("{target} lost {loss}.");
  answer.letGo();
  await expect(columns.getByRole("status")).toHaveText("Kept.");
  await expect(sentence).toBeFocused();
  await expect(sentence).toHaveValue("{target} lost {loss}.");
  await expect(columns.getByLabel(/^Börse/)).toHaveValue("exchange");
  await expect(columns.getByText("× 2")).toHaveCount(2);
  // What was kept stands as it was chosen.
  await expect(columns.getByLabel("Technique", { exact: true })).toHaveValue("unknown");
  await columns.getByLabel(/^Schlüssel/).selectOption("wallet-compromise");
  await columns.getByRole("button", { name: "Keep this" }).click();
  await expect(columns.getByText("all said")).toHaveCount(2);
  await page.reload();
  await expect(sentence).toHaveValue("{target} lost {loss}.");
  await columns.getByRole("button", { name: "Check the 2 rows" }).click();
  const records = page.getByRole("table", { name: "Records of the file" });
  await expect(records).toContainText(`${known} Société theft`);
  await expect(records).toContainText("$4.25m");
  await page.getByRole("radio", { name: /One version of the record/ }).check();
  await page.getByLabel("What it is and where it comes from").fill(`The list ${run}`);
  await page.getByRole("button", { name: /^Go on with 2 records/ }).click();
  await expect(page.getByRole("main")).toContainText("nobody reviews their own");
  await page.getByRole("button", { name: "Recall it to decide again" }).click();
  await page.getByRole("radio", { name: /Drafts of mine/ }).check();
  await page.getByRole("button", { name: /^Go on with 2 records/ }).click();
  await expect(page.getByText("It became drafts")).toBeVisible();

  // The next file of the source is read as the last one; a theft that is published already is added to.
  await page.goto("/desk/imports");
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles(
      table([
        `13/09/2023;CoinEx;Börse;Schlüssel;54.3;${link(known)}-2;3`,
        `17/02/2014;${open};Kirche;Schlüssel;0.1;${link(open)};4`,
      ]),
    );
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByLabel("What you call it")).toHaveValue(`List ${run}`);
  await expect(page.getByLabel(/^Schlüssel/)).toHaveValue("wallet-compromise");
  await page.getByRole("button", { name: "Check the 2 rows" }).click();
  await expect(page.getByRole("table", { name: "Problems" })).toContainText("“Kirche”");
  const decision = page.getByLabel("What becomes of CoinEx theft");
  const added = decision.locator("option", { hasText: "add its estimate and sources to CoinEx" });
  await decision.selectOption((await added.first().getAttribute("value")) ?? "");
  await page.getByText("What adding it changes").first().click();
  await expect(page.getByRole("form", { name: "Decide about each" })).toContainText(link(known));
  const decided = await heldAnswer(page);
  await page.getByRole("button", { name: "Keep these decisions" }).click();
  await decided.asked;
  await decision.selectOption("leave");
  decided.letGo();
  await expect(page.getByRole("navigation", { name: "Which rows" })).toContainText(
    "Added to others 1",
  );
  await expect(decision).toHaveValue("leave");
  await decision.selectOption((await added.first().getAttribute("value")) ?? "");
  await expectAccessible(page);
  await page.getByRole("radio", { name: /One version of the record/ }).check();
  await page.getByLabel("What it is and where it comes from").fill(`The list ${run}, again`);
  await page.getByRole("button", { name: /^Go on with 2 records/ }).click();
  await expect(page.getByRole("main")).toContainText(
    "its estimate and sources are added to CoinEx",
  );
  await page.getByRole("link", { name: "an import of their own" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`rest of liste-${run}.csv`);
  await expect(page.getByText("(empty)")).toHaveCount(0);
  await expect(page.getByLabel(/^Kirche/)).toHaveValue("");
});

test("a workbook is mapped without scripts, and a file that is too large is refused before it is sent", async ({
  browser,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await firstAdmin(page);
  await page.goto("/desk/imports");
  const target = `Wren${letters()}`;
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (cells: readonly string[]) => `<row>${cells.map(cell).join("")}</row>`;
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: `${target}.xlsx`,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: workbookOf(
      row(["Date", "Victim", "Link"]) +
        row(["2015-06-24", target, `https://example.org/${target}`]),
    ),
  });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("main")).toContainText("sheet “Losses” of an XLSX workbook");
  await page.getByLabel("Category", { exact: true }).selectOption("wallet-compromise");
  await page.getByRole("button", { name: "Check the row" }).click();
  await expect(page.getByRole("main")).toContainText("No column says the kind of target");
  await expect(page.getByLabel("Category", { exact: true })).toHaveValue("wallet-compromise");
  await page.getByLabel("Kind of target", { exact: true }).selectOption("exchange");
  await page.getByLabel("Technique", { exact: true }).selectOption("unknown");
  await page.getByRole("button", { name: "Check the row" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("table", { name: "Records of the file" })).toContainText(
      `${target} theft`,
      { timeout: 1000 },
    );
  }).toPass();
  await plain.close();

  const scripted = await browser.newContext();
  const other = await scripted.newPage();
  await firstAdmin(other);
  await other.goto("/desk/imports");
  const file = path.join(mkdtempSync(path.join(tmpdir(), "lossline-large-")), "large.csv");
  writeFileSync(file, HEADER);
  truncateSync(file, 100_000_000);
  await other.getByLabel("File", { exact: true }).setInputFiles(file);
  await other.getByRole("button", { name: "Check the file" }).click();
  await expect(summary(other)).toContainText("larger than 20 MB (100.0 MB). Split it.");
  await expect(other.getByRole("main")).not.toContainText("large.csv");
  rmSync(path.dirname(file), { recursive: true });
  await scripted.close();
});

/** A workbook of one sheet. */
function workbookOf(rows: string): Buffer {
  const parts = {
    "xl/workbook.xml": '<workbook><sheets><sheet name="Losses" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  };
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}
