import {
  type ParameterName,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";

/**
 * By what a spreadsheet can know that a text is UTF-8, where it would guess. Not all heed it: LibreOffice 7.4 does not where
 * it converts without its dialog. XLSX needs no guess.
 */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Whether a text file begins with the mark where nobody says. CSV is what programs read, many of which take the mark
 * for a part of the first column's name, the reader of Data Packages among them; and a digest that is printed must be that
 * of one file. TSV is what people open in a spreadsheet or paste into one.
 */
const IS_USUAL = { csv: false, tsv: true } as const;
export type TextFormat = keyof typeof IS_USUAL;

/** What text files know beside what they hold. */
export const MARK_PARAMETERS = ["bom"] as const satisfies readonly ParameterName[];

/** Reads whether a text file is to begin with a byte-order mark. The parameter's name alone asks for it. */
export function readMark(format: TextFormat, query: URLSearchParams): Read<boolean> {
  if (query.toString() === "bom=") return { ok: true, value: true };
  const read = readParameters(query, MARK_PARAMETERS);
  if (!read.ok) return read;
  const { bom } = read.value;
  return { ok: true, value: bom === undefined ? IS_USUAL[format] : bom === "1" };
}

/** The canonical query of what `readMark` reads, without what is usual. */
export function writeMark(format: TextFormat, isMarked: boolean): string {
  return isMarked === IS_USUAL[format] ? "" : writeParameters({ bom: isMarked ? "1" : "0" });
}

/** What tells a file's two spellings apart in its name; nothing for the usual one. */
export function markSuffix(format: TextFormat, isMarked: boolean): string {
  if (isMarked === IS_USUAL[format]) return "";
  return isMarked ? "-bom" : "-no-bom";
}

/** A text with the mark before it, or without. */
export function withMark(text: string, isMarked: boolean): string {
  return isMarked ? `${BYTE_ORDER_MARK}${text}` : text;
}
