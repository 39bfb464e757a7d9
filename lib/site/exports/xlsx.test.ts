import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ChartDocument } from "@/lib/site/exports/chart-document";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import { writeXlsx } from "@/lib/site/exports/xlsx";
import type { ChartNumbers } from "@/lib/statistics/charts/model/chart-model";
import { EXAMPLE_CHARTS, exampleView } from "@/testing/example-charts";

function documentOf(make: () => ChartDocument["model"]): ChartDocument {
  const model = make();
  const [, address = ""] = model.address.split("/charts/");
  const version = { number: 412, publishedOn: "2026-11-22", log: null, logInAllFiles: null };
  return { model, view: exampleView(address), version, coverage: null, lag: null };
}

const UNESCAPED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string) => xml.replace(/&(\w+);/g, (entity, name) => UNESCAPED[name] ?? entity);
const EPOCH = Date.UTC(1899, 11, 30);

/** The cells of each sheet as a spreadsheet takes them: texts, numbers, and days as such. */
function sheetsOf(book: Uint8Array) {
  const files = unzipSync(book);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const texts = [...part("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, text = ""]) => plain(text),
  );
  const names = [...part("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"/g)];
  return names.map(([, name = ""], index) => {
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
    const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) => {
      const cells: Record<string, string | number> = {};
      for (const [, column = "", attributes = "", value = ""] of row.matchAll(
        /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v><\/c>/g,
      ))
        cells[column] = attributes.includes('t="s"') ? (texts[Number(value)] ?? "") : Number(value);
      return cells;
    });
    return { name, xml, rows };
  });
}

const letter = (place: number) => String.fromCharCode(65 + place);

function expectSheet(rows: Record<string, string | number>[], table: ChartNumbers["totals"]) {
  expect(rows).toHaveLength(table.rows.length + 1);
  expect(Object.values(rows[0] ?? {})).toEqual(table.columns.map(({ name }) => name));
  for (const [index, own] of table.rows.entries()) {
    for (const [place, value] of own.entries()) {
      const cell = rows[index + 1]?.[letter(place)] ?? null;
      const isDay = table.columns[place]?.kind === "day";
      const day = isDay && typeof cell === "number" ? new Date(EPOCH + cell * 86_400_000) : null;
      expect(day ? day.toISOString().slice(0, 10) : cell).toBe(value === "" ? null : value);
    }
  }
}

describe.each(Object.entries(EXAMPLE_CHARTS))("the workbook of %s", (_, make) => {
  it("holds the numbers and their totals, each as what it is, and says what they are", async () => {
    const document = documentOf(make);
    const { numbers } = document.model;
    const [data, totals, about] = sheetsOf(await writeXlsx(document));
    expect([data?.name, totals?.name, about?.name]).toEqual(["Data", "Totals", "About"]);
    expectSheet(data?.rows ?? [], numbers);
    expectSheet(totals?.rows ?? [], numbers.totals);
    const facts = about?.rows.map(({ B }) => B);
    expect(facts).toContain(document.model.title);
    expect(facts).toContain(document.model.address);
    expect(facts).toContain(numbersDigest(numbers));
  });
});

describe("a workbook", () => {
  const document = documentOf(EXAMPLE_CHARTS.timeline ?? (() => expect.fail("no chart")));

  it("is the same to the byte wherever and whenever it is written", async () => {
    const zone = process.env.TZ;
    const books: Uint8Array[] = [];
    for (const each of ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]) {
      process.env.TZ = each;
      books.push(await writeXlsx(document));
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(books[1]).toEqual(books[0]);
    expect(books[2]).toEqual(books[0]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(0)", "2023-01-05", "007", "1e5", "TRUE"])(
    "takes the name %j for a text",
    async (name) => {
      const { model } = document;
      const [first, ...others] = model.numbers.rows;
      const place = model.numbers.columns.findIndex((column) => column.name === "name");
      const named = (first ?? []).map((cell, at) => (at === place ? name : cell));
      const numbers = { ...model.numbers, rows: [named, ...others] };
      const book = await writeXlsx({ ...document, model: { ...model, numbers } });
      const [data] = sheetsOf(book);
      expect(data?.rows[1]?.[letter(place)]).toBe(name);
      for (const { xml } of sheetsOf(book)) expect(xml).not.toMatch(/<f[ >]/);
    },
  );

  it("leaves out what no XML can hold", async () => {
    const { model } = document;
    const title = "A \u0000\u0001\u001b title \uFFFF";
    const files = unzipSync(await writeXlsx({ ...document, model: { ...model, title } }));
    const texts = strFromU8(files["xl/sharedStrings.xml"] ?? new Uint8Array());
    expect(texts).toContain(" title ");
    expect(texts).not.toMatch(/(?![\t\n\r])\p{Cc}|\uffff/u);
  });
});
