import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file of the program. */
export interface SourceFile {
  /** Below the project's folder, with forward slashes. */
  file: string;
  /** Without its comments. */
  code: string;
}

/** What a file imports of another at run time. */
interface Import {
  /** The other's place below the project's folder without an ending, or the name of a package. */
  from: string;
  /** By the names that the other file gives them; null where it may be all of it. */
  names: readonly string[] | null;
}

const SOURCE = /(?<!\.d)\.(?:tsx?|mts|mjs|cjs)$/;
const GENERATED = "lib/db/generated/";

/** Every file of the program below some folders, or at some places. Neither tests nor what is generated. */
export function sourceFiles(...places: readonly string[]): SourceFile[] {
  return places
    .flatMap((place) =>
      SOURCE.test(place)
        ? [place]
        : readdirSync(place, { recursive: true, encoding: "utf8" }).map((file) =>
            path.join(place, file).replaceAll(path.sep, "/"),
          ),
    )
    .filter((file) => SOURCE.test(file) && !/\.test\./.test(file) && !file.startsWith(GENERATED))
    .sort()
    .map((file) => ({ file, code: withoutComments(readFileSync(file, "utf8")) }));
}

// Texts are matched too, so that what looks like a comment within one is kept.
const TEXT_OR_COMMENT =
  /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`)|\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** A program's text without its comments. */
export function withoutComments(text: string): string {
  return text.replace(TEXT_OR_COMMENT, "$1");
}

/** What a file imports or exports on, types left out. */
export function importsOf({ file, code }: SourceFile): Import[] {
  const clauses = code.matchAll(/\b(?:import|export)\s+(?!type\b)([^"';]*?)\s*from\s*"([^"]+)"/g);
  const calls = code.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]/g);
  return [
    ...[...clauses].map(([, clause = "", from = ""]) => ({
      from: placeOf(file, from),
      names: namesIn(clause),
    })),
    ...[...calls].map(([, from = ""]) => ({ from: placeOf(file, from), names: null })),
  ];
}

/** Where a file is for those that import it: without its ending. */
export function importedAs(file: string): string {
  return file.replace(SOURCE, "");
}

/** The names between the braces; null where the clause takes all, as in `* as commands`. */
function namesIn(clause: string): string[] | null {
  const braces = /^\{([\s\S]*)\}$/.exec(clause.trim());
  if (braces === null) return null;
  return (braces[1] ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "))
    .map((name) => name.replace(/\s+as\s.*$/, ""));
}

function placeOf(file: string, from: string): string {
  if (from.startsWith("@/")) return importedAs(from.slice(2));
  if (!from.startsWith(".")) return from;
  return importedAs(path.posix.join(path.posix.dirname(file), from));
}
