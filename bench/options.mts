import { StepFailure } from "../scripts/progress.mjs";

export const PARTS = [
  "pages",
  "drawing",
  "files",
  "sizes",
  "scripts",
  "duplicates",
  "worklists",
  "imports",
  "search",
  "explorer",
  "load",
  "open-data",
  "clone",
] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  parts: readonly Part[];
  /** How many incidents the largest generated record holds. */
  largest: number;
  /** Whether to measure on the embedded database though there is PostgreSQL. */
  embedded: boolean;
}

const BY_DEFAULT: readonly Part[] = [
  "pages",
  "drawing",
  "files",
  "sizes",
  "scripts",
  "duplicates",
  "worklists",
  "imports",
  "search",
  "explorer",
  "load",
  "open-data",
];
const usage = `Usage: npm run bench -- [--only part,part] [--largest incidents] [--embedded] [--all]
  --only      of ${PARTS.join(", ")}; without it ${BY_DEFAULT.join(", ")}
  --largest   the largest generated record: 1000, 100000 (without it) or 1000000
  --embedded  measure on the embedded database, not on PostgreSQL
  --all       every part, and a record of 1,000,000`;

/** @throws {StepFailure} where the arguments cannot be read */
export function optionsIn(args: readonly string[]): Options {
  let parts = BY_DEFAULT;
  let largest = 100_000;
  let embedded = false;
  const rest = [...args];
  while (rest.length > 0) {
    const name = rest.shift();
    if (name === "--all") {
      parts = PARTS;
      largest = 1_000_000;
    } else if (name === "--embedded") embedded = true;
    else if (name === "--only") parts = partsIn(rest.shift());
    else if (name === "--largest") largest = sizeIn(rest.shift());
    else throw new StepFailure(usage);
  }
  return { parts, largest, embedded };
}

function partsIn(text = ""): Part[] {
  return text.split(",").map((name) => {
    const part = PARTS.find((known) => known === name);
    if (part === undefined) throw new StepFailure(usage);
    return part;
  });
}

function sizeIn(text = ""): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1) throw new StepFailure(usage);
  return size;
}
