/** A table of text in columns; numbers stand to the right. Null is not known, which is not zero. */
export interface TextTable {
  columns: readonly { title: string; isNumber?: boolean }[];
  rows: readonly (readonly (string | null)[])[];
}

/** Signs that would move a terminal's cursor, or hide what stands behind them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A text of the record as it may be shown in a line of a terminal. */
export function shown(text: string | null): string {
  return text === null ? "unknown" : text.replace(UNSEEN, " ").trim();
}

export function textTable({ columns, rows }: TextTable): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(shown))];
  const widths = columns.map((_, place) =>
    Math.max(...lines.map((line) => [...(line[place] ?? "")].length)),
  );
  return lines.map((line) => lineOf(line, columns, widths)).join("");
}

/** A line of a table whose widths are known before all of it is. */
export function lineOf(
  cells: readonly string[],
  columns: TextTable["columns"],
  widths: readonly number[],
): string {
  const padded = columns.map(({ isNumber }, place) => {
    const cell = cells[place] ?? "";
    const room = " ".repeat(Math.max(0, (widths[place] ?? 0) - [...cell].length));
    return isNumber ? room + cell : cell + room;
  });
  return `${padded.join("  ").trimEnd()}\n`;
}
