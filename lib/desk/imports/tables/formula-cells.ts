import { columnLetters, type Table, TableError } from "@/lib/desk/imports/tables/table";

/** What only a formula begins with: a function, a cell, a sum, or a program to be called. */
const FORMULA =
  /^\s*(?:=\s*(?:[A-Z][A-Z0-9._]*\s*\(|\$?[A-Z]{1,3}\$?\d+\b|[-+(\d."'{])|[+@-]\s*(?:[A-Z][A-Z0-9._]*\s*\(|[A-Z]{1,3}\$?\d+\s*[-+*/])|[=+@-]\s*\w+\s*\|)/i;

/** How Excel is made to keep a text: ="00123". */
const KEPT_TEXT = /^\s*="((?:[^"]|"")*)"\s*$/;

/** Cells named in a refusal. */
const MOST_NAMED = 5;

/**
 * A table without the marks by which spreadsheets keep texts as texts.
 * @throws {TableError} where cells hold formulas: what they come to is not known here, and nobody runs them
 */
export function withoutFormulas(table: Table): Table {
  const found: string[] = [];
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, place) => {
      if (!/^\s*[=+@-]/.test(cell)) return cell;
      const kept = KEPT_TEXT.exec(cell)?.[1];
      if (kept !== undefined) return kept.replaceAll('""', '"');
      if (FORMULA.test(cell)) found.push(`${columnLetters(place)}${line}`);
      return cell;
    }),
  }));
  const [first] = found;
  if (first === undefined) return { ...table, rows };
  const more = found.length - MOST_NAMED;
  const named = `${found.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  throw new TableError(
    found.length === 1
      ? `Cell ${named} holds a formula. Formulas are not computed here: paste the column as values, and save again.`
      : `Cells ${named} hold formulas. Formulas are not computed here: paste the columns as values, and save again.`,
  );
}
