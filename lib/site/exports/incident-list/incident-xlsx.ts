import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import { incidentCells } from "@/lib/site/exports/incident-list/incident-cells";
import { INCIDENT_COLUMNS } from "@/lib/site/exports/incident-list/incident-columns";
import type { IncidentDocument } from "@/lib/site/exports/incident-list/incident-document";
import { dateText } from "@/lib/values/dates/day";
import { escapeXml } from "@/lib/values/text/escape-markup";

// The workbook is made by its library with one row, in whose place all rows are written as they come: however many
// there are, a few are in memory.

/** Characters that a cell of a spreadsheet can hold. */
const MOST_IN_CELL = 32_767;
const CUT = "; … cut: a spreadsheet’s cell holds no more, the CSV has all of it";
const SHEET = "xl/worksheets/sheet1.xml";
const SAMPLE_ROW = /<row r="2">.*?<\/row>/s;
/** Excel's first day is in 1900, and it has none before. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const heading = (value: string) => ({ type: String, value, fontWeight: "bold" as const });
const plain = (value: string) => ({ type: String, value });

function aboutSheet(document: IncidentDocument): SheetData {
  const { title, rule, version, address, citation, shortId } = document;
  const facts: [string, string][] = [
    ["Title", title],
    ["Rule", rule],
    [
      "Source",
      `Lossline, version ${version.number} of the record, published on ${dateText(version.publishedOn)}`,
    ],
    ...(document.coverage === null
      ? []
      : [["Covered through", document.coverage.coveredThrough] as [string, string]]),
    ["Permanent link", address],
    ...(shortId === null ? [] : [["Short id", shortId] as [string, string]]),
    ["Citation", citation],
    ["Licence", `${LICENCE_NAME}, ${LICENCE_URL}`],
  ];
  return [
    ...facts.map(([name, value]) => [heading(name), plain(value)]),
    [null, null],
    [heading("Column"), heading("What it holds")],
    ...INCIDENT_COLUMNS.map(({ name, title, unit }) => [
      plain(name),
      plain(unit === null ? title : `${title}, in ${unit}`),
    ]),
  ];
}

/** The parts of a workbook with headings and no rows; where the rows go; and the style of cells that hold a day. */
async function emptyBook(document: IncidentDocument) {
  const day = { type: Date, value: new Date(EXCEL_EPOCH + DAY_MS * 100), format: "yyyy-mm-dd" };
  const book = await writeExcelFile([
    {
      sheet: "Data",
      data: [INCIDENT_COLUMNS.map(({ name }) => heading(name)), [day]],
      columns: INCIDENT_COLUMNS.map(({ name, kind }) => ({
        width: Math.max(name.length + 2, kind === "text" ? 20 : 12),
      })),
      stickyRowsCount: 1,
    },
    { sheet: "About", data: aboutSheet(document), columns: [{ width: 22 }, { width: 100 }] },
  ]).toBuffer();
  const parts = unzipSync(new Uint8Array(book));
  const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
  const sample = SAMPLE_ROW.exec(sheet);
  const style = /<c r="A2" s="(\d+)"/.exec(sample?.[0] ?? "")?.[1];
  if (sample === null || style === undefined)
    throw new Error("the workbook's library writes sheets in another way than it did");
  return {
    parts,
    style,
    head: sheet.slice(0, sample.index),
    foot: sheet.slice(sample.index + sample[0].length),
  };
}

/** `A`, `B` … `Z`, `AA`: what a spreadsheet calls its columns. */
function columnLetters(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnLetters(Math.floor(place / 26) - 1) + letter;
}
const LETTERS = INCIDENT_COLUMNS.map((_, place) => columnLetters(place));

function fitting(text: string): string {
  if (text.length <= MOST_IN_CELL) return text;
  const room = text.slice(0, MOST_IN_CELL - CUT.length);
  const end = room.lastIndexOf("; ");
  return (end > 0 ? room.slice(0, end) : room) + CUT;
}

/** A row with its cells' types: a text is never taken for a formula, a number or a date, whatever it looks like. */
function rowXml(cells: readonly (string | number | null)[], row: number, style: string): string {
  const written = cells.map((value, place) => {
    if (value === null || value === "") return "";
    const at = `r="${LETTERS[place]}${row}"`;
    if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
    if (INCIDENT_COLUMNS[place]?.kind === "day") {
      const days = (Date.parse(`${value}T00:00:00Z`) - EXCEL_EPOCH) / DAY_MS;
      return `<c ${at} s="${style}"><v>${days}</v></c>`;
    }
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitting(value))}</t></is></c>`;
  });
  return `<row r="${row}">${written.join("")}</row>`;
}

/** A list of incidents as a workbook, some of its bytes at a time. Equal lists of one version have equal bytes. */
export async function* incidentXlsx(document: IncidentDocument): AsyncGenerator<Uint8Array> {
  const { parts, style, head, foot } = await emptyBook(document);
  let made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  const taken = () => {
    const bytes = Buffer.concat(made);
    made = [];
    return new Uint8Array(bytes);
  };
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 3 });
    // In local time, which is how a zip writes it: the earliest day that it can.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    return file;
  };
  for (const name of Object.keys(parts)
    .filter((each) => each !== SHEET)
    .toSorted())
    begin(name).push(parts[name] ?? new Uint8Array(), true);
  const sheet = begin(SHEET);
  sheet.push(strToU8(head));
  let row = 1;
  for await (const some of document.incidents()) {
    const xml = some.map((incident) => {
      row += 1;
      return rowXml(incidentCells(incident, document.urlOf(incident.slug)), row, style);
    });
    sheet.push(strToU8(xml.join("")));
    yield taken();
  }
  sheet.push(strToU8(foot), true);
  zip.end();
  yield taken();
}
