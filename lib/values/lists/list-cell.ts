// How a list is written in one cell: items end with a semicolon or a line, their parts are set apart
// by bars. `\;` and `\|` are a semicolon and a bar of the text itself.

/** The items of a cell, each with its parts. Items that say nothing are left out. */
export function readListCell(cell: string): string[][] {
  const items: string[][] = [];
  let parts: string[] = [];
  let part = "";
  const endPart = () => {
    parts.push(part.trim());
    part = "";
  };
  const endItem = () => {
    endPart();
    if (parts.some((text) => text !== "")) items.push(parts);
    parts = [];
  };
  for (let at = 0; at < cell.length; at++) {
    const letter = cell[at] ?? "";
    const next = cell[at + 1] ?? "";
    if (letter === "\\" && (next === ";" || next === "|" || next === "\\")) {
      part += next;
      at++;
    } else if (letter === "|") endPart();
    // Links may hold a semicolon; the end of an item is followed by a space, a line or nothing.
    else if (letter === "\n" || (letter === ";" && /^\s?$/.test(next))) endItem();
    else part += letter;
  }
  endItem();
  return items;
}

const MEANS_SOMETHING = /[\\|;\n]/;

/** A list as `readListCell` reads it back. */
export function writeListCell(items: readonly (readonly string[])[]): string {
  const escaped = (text: string) =>
    MEANS_SOMETHING.test(text)
      ? text.replace(/[\\|]|;(?=\s|$)/g, (mark) => `\\${mark}`).replace(/\s*\n\s*/g, " ")
      : text;
  return items
    .map((parts) => {
      const written = parts.map(escaped);
      while (written.at(-1) === "") written.pop();
      return written.join(" | ");
    })
    .join("; ");
}
