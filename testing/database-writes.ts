import { readFileSync } from "node:fs";
import { importedAs, importsOf, type SourceFile } from "@/testing/source-files";

// How a test finds what writes to the database, and who reaches it, whatever files and functions are called.

/** The one way to tell what writes: by its file's name. Outsiders are held off by what these files export. */
export const COMMAND_FILE = /^lib\/.*-commands?\.ts$/;

const MODELS = [...readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w)(\w*)/gm)].map(
  ([, first = "", rest = ""]) => first.toLowerCase() + rest,
);
const ON_A_MODEL =
  "create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany";

// The migrations keep a list of themselves, which is none of the record's or the desk's tables.
const TABLE = String.raw`(?!"?_prisma_migrations)["\w.\${}]+`;

const WRITES: readonly RegExp[] = [
  // A model's own methods, also in brackets or under another name.
  new RegExp(String.raw`\b(?:${MODELS.join("|")})["'\]]*\s*\??\.\s*(?:${ON_A_MODEL})\b`, "g"),
  new RegExp(String.raw`\.\s*(?:${ON_A_MODEL})\(\s*\{\s*(?:data|where)\b`, "g"),
  /\.\s*(?:createMany|createManyAndReturn|updateMany|updateManyAndReturn|upsert|deleteMany)\b/g,
  // SQL of our own.
  /\$executeRaw/g,
  new RegExp(String.raw`\binsert\s+into\s+${TABLE}`, "gi"),
  new RegExp(String.raw`\bmerge\s+into\s+(?:only\s+)?${TABLE}[^;]{0,100}?\susing\s`, "gi"),
  new RegExp(
    String.raw`\bupdate\s+(?:only\s+)?${TABLE}(?:\s+(?:as\s+)?\w+)?\s+set\s[^;=]{1,60}=`,
    "gi",
  ),
  new RegExp(String.raw`\bdelete\s+from\s+(?:only\s+)?${TABLE}`, "gi"),
  /\b(?:truncate|lock)\s+table\b/gi,
  /\bfor\s+(?:no\s+key\s+)?update\b/gi,
  /\b(?:alter|drop)\s+(?:table|sequence|type|schema)\b/gi,
  /\b(?:nextval|setval)\s*\(/gi,
  // Packages that write by themselves: sign-ins but for who is signed in, and counts of attempts.
  /\.\s*api\s*\??\.\s*(?!getSession\b)\w+/g,
  /\bRateLimiter(?:Prisma|Postgres)\b/g,
];

/** What in a file's code writes to the database, or locks something there; as it is found there. */
export function writesIn({ code }: Pick<SourceFile, "code">): string[] {
  return WRITES.flatMap((write) => [...code.matchAll(write)].map(([found]) => found));
}

/** The files that can run one function of another file, because they import it. */
export function importersOf(sources: readonly SourceFile[], file: string, name: string): string[] {
  return sources
    .filter((source) =>
      importsOf(source).some(
        ({ from, names }) => from === importedAs(file) && (names === null || names.includes(name)),
      ),
    )
    .map((source) => source.file);
}

/**
 * Who may run what no guard stands before: other commands, which have one or are run likewise, the server's console, and
 * the start of the server, which no request reaches.
 */
export function mayRunUnguarded(file: string): boolean {
  return COMMAND_FILE.test(file) || file.startsWith("scripts/") || file === "instrumentation.ts";
}
