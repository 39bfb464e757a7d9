import type { Version } from "@/lib/record/versions/version";
import { dateText } from "@/lib/values/dates/day";

/** A table as Markdown has it; cells are short. */
export interface TextTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** What a sentence to quote is made of. */
interface Quoted {
  /** What it says, without what is said of where it is from. */
  finding: string;
  version: Pick<Version, "number" | "publishedOn" | "coveredThrough">;
  /** Where the same is for ever. */
  url: string;
}

/** What an answer is in words. */
interface Words extends Quoted {
  shortId: string | null;
  table?: TextTable | null;
  /** What else is to be known, a line each. */
  notes?: readonly string[];
}

/** A sentence to quote: what was found, and of which record, through which day, and where it stands for ever. */
export function quotable({ finding, version, url }: Quoted): string {
  const { number, publishedOn, coveredThrough } = version;
  const coverage =
    coveredThrough === null
      ? "which does not say through which day its editors have looked"
      : `whose editors have looked through ${dateText(coveredThrough)}`;
  return `${finding.replace(/\.$/, "")} (Lossline, version ${number} of the record, published ${dateText(publishedOn)}, ${coverage}; ${url}).`;
}

/** The whole answer: the sentence, the table, the notes, and once more where it stands for ever. */
export function answerText(words: Words): string {
  const { table = null, notes = [], url, shortId } = words;
  return [
    quotable(words),
    ...(table === null || table.rows.length === 0 ? [] : [markdownTable(table)]),
    ...(notes.length === 0 ? [] : [notes.join("\n")]),
    [`Permanent address: ${url}`, ...(shortId === null ? [] : [`Short id: ${shortId}`])].join("\n"),
  ].join("\n\n");
}

export function markdownTable({ columns, rows }: TextTable): string {
  const line = (cells: readonly (string | number | null)[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(columns), `|${columns.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

/** Null is not known, which is not zero. */
function cell(value: string | number | null): string {
  return value === null ? "not known" : String(value).replace(/\s+/g, " ").replaceAll("|", "\\|");
}
