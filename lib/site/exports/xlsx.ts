import { unzipSync } from "fflate";
import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import { logText } from "@/lib/record/versions/version";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import type { ChartDocument } from "@/lib/site/exports/chart-document";
import { sumsText } from "@/lib/site/exports/data-package";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import { writeZip } from "@/lib/site/exports/zip";
import type { DataColumn, DataTable } from "@/lib/statistics/charts/model/chart-model";
import { dateText } from "@/lib/values/dates/day";

/** Excel's first day is in 1900, and it has none before. */
const FIRST_DAY = "1900-03-01";
/** What XML 1.0 cannot hold, however it is written. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const text = (value: string): Cell => ({ type: String, value: value.replace(NOT_XML, " ") });
const heading = (value: string): Cell => ({ type: String, value, fontWeight: "bold" });

/** A cell with its type: a text is never taken for a formula, a number or a date, whatever it looks like. */
function cellOf(value: string | number | null, { kind }: DataColumn): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { type: Number, value };
  return kind === "day" && value >= FIRST_DAY
    ? { type: Date, value: new Date(`${value}T00:00:00Z`), format: "yyyy-mm-dd" }
    : text(value);
}

const sheetOf = ({ columns, rows }: DataTable): SheetData => [
  columns.map(({ name }) => heading(name)),
  ...rows.map((row) => columns.map((column, place) => cellOf(row[place] ?? null, column))),
];

const widthsOf = ({ columns }: DataTable) =>
  columns.map(({ name, kind }) => ({
    width: Math.max(name.length + 2, kind === "text" ? 20 : 12),
  }));

/** What the numbers are and where they are from, which a sheet that is passed on should not lose. */
function aboutSheet({ model, version }: ChartDocument): SheetData {
  const { numbers } = model;
  const facts: [string, string][] = [
    ["Title", model.title],
    ["Subtitle", model.subtitle],
    ...model.notes.map((note): [string, string] => ["Note", note]),
    ["Source", `${model.source}, published on ${dateText(version.publishedOn)}`],
    ["Permanent link", model.address],
    ...(model.shortId === null ? [] : [["Short id", model.shortId] as [string, string]]),
    ["Licence", `${LICENCE_NAME}, ${LICENCE_URL}`],
    ["Sums", sumsText(numbers)],
    ["SHA-256 of the CSV", numbersDigest(numbers)],
    ...(version.log === null
      ? []
      : [["Log of the record", logText(version.log)] as [string, string]]),
  ];
  const columns = [...numbers.columns, ...numbers.totals.columns.slice(0, 1)];
  return [
    ...facts.map(([name, value]) => [heading(name), text(value)]),
    [null, null],
    [heading("Column"), heading("What it holds")],
    ...columns.map(({ name, title, unit }) => [
      text(name),
      text(unit === null ? title : `${title}, in ${unit}`),
    ]),
  ];
}

/**
 * A chart's numbers as a workbook for spreadsheets: the rows, their totals on a sheet of their own, and what they are.
 * Equal documents make equal bytes: nothing in it says when it was made.
 */
export async function writeXlsx(document: ChartDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { numbers } = document.model;
  const table = (sheet: string, data: DataTable) => ({
    sheet,
    data: sheetOf(data),
    columns: widthsOf(data),
    stickyRowsCount: 1,
  });
  const book = await writeExcelFile([
    table("Data", numbers),
    table("Totals", numbers.totals),
    { sheet: "About", data: aboutSheet(document), columns: [{ width: 22 }, { width: 100 }] },
  ]).toBuffer();
  return writeZip(new Map(Object.entries(unzipSync(new Uint8Array(book)))));
}
