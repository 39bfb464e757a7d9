import type { Day } from "@/lib/values/dates/day";

/** What a citation is made of. */
export interface Cited {
  title: string;
  /** Where it never changes. */
  address: string;
  shortId: string | null;
  version: { number: number; publishedOn: Day };
  /** The day on which it was looked up; left out where that is not known. */
  retrieved?: Day;
}

/** How citations are written. */
export const CITATION_STYLES = {
  plain: "Plain text",
  chicago: "Chicago",
  bibtex: "BibTeX",
  ris: "RIS",
} as const;
export type CitationStyle = keyof typeof CITATION_STYLES;

/** A citation in every style. */
export function citationTexts(cited: Cited): Record<CitationStyle, string> {
  return { plain: plain(cited), chicago: chicago(cited), bibtex: bibtex(cited), ris: ris(cited) };
}

function plain({ title, address, shortId, version, retrieved }: Cited): string {
  const id = shortId === null ? "" : ` (short id ${shortId})`;
  const when = retrieved === undefined ? "" : `, retrieved ${dayFirst(retrieved)}`;
  return `Lossline, “${title}”, version ${version.number} of the record, published ${dayFirst(version.publishedOn)}${when}, ${address}${id}.`;
}

/** As the Chicago Manual of Style has it for a page with a version of its own. */
function chicago({ title, address, version, retrieved }: Cited): string {
  const when = retrieved === undefined ? "" : ` Accessed ${monthFirst(retrieved)}.`;
  return `Lossline. “${title}.” Version ${version.number}. Published ${monthFirst(version.publishedOn)}.${when} ${address}.`;
}

/**
 * For the classic styles as for biblatex: the former print no `url`, so that the address is in `howpublished` and all
 * else in `note`.
 */
function bibtex({ title, address, shortId, version, retrieved }: Cited): string {
  const [year = "", month = ""] = version.publishedOn.split("-");
  const key = (shortId ?? `v${version.number}`).replaceAll("-", "").toLowerCase();
  const fields = [
    ["author", "{{Lossline}}"],
    ["title", `{{${escapeTex(title)}}}`],
    ["howpublished", `{\\url{${address}}}`],
    ["year", `{${year}}`],
    ["month", MONTHS[Number(month) - 1]?.slice(0, 3).toLowerCase() ?? `{${month}}`],
    ["note", `{${versionNote({ shortId, version, retrieved })}}`],
  ];
  const lines = fields.map(([name = "", value = ""]) => `  ${name.padEnd(12)} = ${value}`);
  return `@misc{lossline-${key},\n${lines.join(",\n")}\n}`;
}

/** As reference managers read it; each line is a tag, two spaces, a hyphen and its value. */
function ris({ title, address, shortId, version, retrieved }: Cited): string {
  const slashed = (day: Day) => day.replaceAll("-", "/");
  const lines = [
    ["TY", "DATA"],
    ["AU", "Lossline"],
    ["TI", title],
    ["PY", version.publishedOn.slice(0, 4)],
    ["DA", slashed(version.publishedOn)],
    ["PB", "Lossline"],
    ["ET", `Version ${version.number} of the record`],
    ["LA", "en"],
    ["UR", address],
    ...(retrieved === undefined ? [] : [["Y2", slashed(retrieved)]]),
    ...(shortId === null ? [] : [["N1", `Short id ${shortId}`]]),
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}`).join("\n");
}

function versionNote({
  shortId,
  version,
  retrieved,
}: Pick<Cited, "shortId" | "version"> & { retrieved: Day | undefined }): string {
  const id = shortId === null ? "" : `, short id ${shortId}`;
  const when = retrieved === undefined ? "" : `, retrieved ${dayFirst(retrieved)}`;
  return `Version ${version.number} of the record${id}${when}`;
}

// Not those of lib/dates, which bring the grammar of days with them: citations are written in browsers.
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

const TEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  // BibTeX counts braces even behind a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (character) => TEX[character] ?? `\\${character}`);
}

/** `12 September 2023`. */
function dayFirst(day: Day): string {
  const [year, month, number] = day.split("-");
  return `${Number(number)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `September 12, 2023`. */
function monthFirst(day: Day): string {
  const [number, month, year] = dayFirst(day).split(" ");
  return `${month} ${number}, ${year}`;
}
