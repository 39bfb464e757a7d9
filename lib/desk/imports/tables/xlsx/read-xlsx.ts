import { MOST_RECORDS } from "@/lib/desk/imports/import-file";
import {
  columnLetters,
  LONGEST_CELL,
  MOST_COLUMNS,
  TableError,
} from "@/lib/desk/imports/tables/table";
import { unzipBounded } from "@/lib/desk/imports/tables/xlsx/bounded-zip";
import {
  type NumberFormat,
  numberFormat,
  serialDay,
} from "@/lib/desk/imports/tables/xlsx/number-format";
import {
  elementOf,
  elementsOf,
  plainText,
  runsText,
} from "@/lib/desk/imports/tables/xlsx/workbook-xml";

// XLSX is read here, and not by a package, because a file of unknown origin must be unpacked within a bound, because a
// formula has to be told from a value, and a month from the day that is stored for it; the small ones tell neither.

/** A sheet's rows as texts. */
export interface SheetRead {
  /** The sheet's name. */
  sheet: string;
  /** The other sheets that can be seen. */
  others: string[];
  rows: { line: number; cells: string[] }[];
  /** Cells whose value a formula has made: C3. */
  formulas: string[];
}

interface Workbook {
  parts: ReadonlyMap<string, Uint8Array>;
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
}

/** Whether bytes are a ZIP archive, as workbooks are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Reads a sheet of a workbook: the first that is not hidden, or the one of a name.
 * @throws {TableError} where there is none, or a cell holds a formula and no value
 */
export function readXlsx(bytes: Uint8Array, wantedSheet = ""): SheetRead {
  const parts = unzipBounded(bytes, (name) =>
    /^xl\/(?:workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
      name,
    ),
  );
  const workbook = textOf(parts, "xl/workbook.xml");
  if (workbook === null)
    throw new TableError(
      "The file is an archive and no XLSX workbook. Choose a CSV, XLSX or JSON file.",
    );
  const sheets = sheetsOf(workbook, textOf(parts, "xl/_rels/workbook.xml.rels") ?? "");
  const seen = sheets.filter(({ hidden }) => !hidden);
  const sheet =
    wantedSheet === ""
      ? seen[0]
      : seen.find(({ name }) => name.toLowerCase() === wantedSheet.toLowerCase());
  if (sheet === undefined)
    throw new TableError(
      wantedSheet === ""
        ? "The workbook has no sheet that can be seen."
        : `The workbook has no sheet “${wantedSheet.slice(0, 60)}”. It has: ${seen.map(({ name }) => name).join(", ")}.`,
    );
  const xml = textOf(parts, sheet.part);
  if (xml === null)
    throw new TableError(`The workbook’s sheet “${sheet.name}” holds no table of cells.`);
  const styles = textOf(parts, "xl/styles.xml") ?? "";
  const read = readSheet(xml, {
    parts,
    strings: [...elementsOf(textOf(parts, "xl/sharedStrings.xml") ?? "", "si")].map(({ inner }) =>
      runsText(inner),
    ),
    formats: formatsOf(styles),
    from1904: /^(?:1|true)$/.test(elementOf(workbook, "workbookPr")?.attributes.date1904 ?? ""),
  });
  const others = seen.filter((other) => other !== sheet).map(({ name }) => name);
  return { sheet: sheet.name, others, ...read };
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = parts.get(name);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

function sheetsOf(workbook: string, relations: string) {
  const targets = new Map(
    [...elementsOf(relations, "Relationship")].map(({ attributes }) => [
      attributes.Id ?? "",
      attributes.Target ?? "",
    ]),
  );
  return [...elementsOf(workbook, "sheet")].map(({ attributes }) => {
    const target = (targets.get(attributes.id ?? "") ?? "").replace(/^\/xl\/|^\.\//, "");
    return {
      name: attributes.name ?? "",
      hidden: (attributes.state ?? "visible") !== "visible",
      part: `xl/${target}`,
    };
  });
}

function formatsOf(styles: string): NumberFormat[] {
  const codes = new Map(
    [...elementsOf(styles, "numFmt")].map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "",
    ]),
  );
  const cells = elementOf(styles, "cellXfs")?.inner ?? "";
  return [...elementsOf(cells, "xf")].map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return numberFormat(id, codes.get(id) ?? null);
  });
}

function readSheet(xml: string, workbook: Workbook): Pick<SheetRead, "rows" | "formulas"> {
  const rows: SheetRead["rows"] = [];
  const formulas: string[] = [];
  let line = 0;
  for (const { attributes, inner } of elementsOf(xml, "row")) {
    line = Number(attributes.r ?? line + 1);
    const cells: string[] = [];
    let place = -1;
    for (const cell of elementsOf(inner, "c")) {
      place = placeOf(cell.attributes.r) ?? place + 1;
      const at = `${columnLetters(place)}${line}`;
      if (place >= MOST_COLUMNS)
        throw new TableError(
          `Cell ${at} lies beyond column ${columnLetters(MOST_COLUMNS - 1)}; a table may have ${MOST_COLUMNS} columns.`,
        );
      const isFormula = elementOf(cell.inner, "f") !== null;
      const text = cellText(cell.attributes, cell.inner, workbook);
      if (isFormula && text === "" && elementOf(cell.inner, "v") === null)
        throw new TableError(
          `Cell ${at} holds a formula without a stored value. Formulas are not computed here: paste the column as values, and save again.`,
        );
      if (isFormula) formulas.push(at);
      if (text.length > LONGEST_CELL)
        throw new TableError(
          `Cell ${at} is longer than ${LONGEST_CELL.toLocaleString("en-GB")} letters.`,
        );
      while (cells.length < place) cells.push("");
      cells[place] = text;
    }
    if (cells.every((cell) => cell.trim() === "")) continue;
    rows.push({ line, cells });
    if (rows.length > MOST_RECORDS + 1)
      throw new TableError(
        `The sheet has more than ${MOST_RECORDS.toLocaleString("en-GB")} rows; that many may be imported at once. Split it.`,
      );
  }
  return { rows, formulas };
}

/** A cell's column, from 0, by its name; null where it has none. */
function placeOf(name: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(name ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(
  attributes: Readonly<Record<string, string>>,
  inner: string,
  { strings, formats, from1904 }: Workbook,
): string {
  const value = plainText(elementOf(inner, "v")?.inner ?? "");
  switch (attributes.t ?? "n") {
    case "s":
      return strings[Number(value)] ?? "";
    case "inlineStr":
      return runsText(inner);
    case "b":
      return value === "1" ? "True" : value === "0" ? "False" : value;
    case "n":
      return value === ""
        ? ""
        : numberText(value, formats[Number(attributes.s ?? 0)] ?? "number", from1904);
    case "d":
      return value.slice(0, 10);
    default:
      // A formula's text, or an error such as #N/A, as it is shown.
      return value;
  }
}

function numberText(value: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  if (format === "number" || format === "time") return plainNumber(number);
  const day = serialDay(number, from1904);
  if (day === null) return plainNumber(number);
  if (format === "day") return day;
  // The cell shows less than it stores: which of them is meant is for the editor to say.
  return `${day} (shown as ${format === "month" ? day.slice(0, 7) : day.slice(0, 4)})`;
}

/** A number without an exponent, and without what binary fractions add at its end. */
function plainNumber(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  if (!/e/i.test(text)) return text;
  return number.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}
