import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// What a document in Markdown says of the project, and what of it is not so.

/** The project as documents speak of it. Paths have forward slashes; folders end in one. */
interface Project {
  entries: readonly string[];
  /** Prefixes of what a program makes, and so is not there at first. */
  made: readonly string[];
  scripts: readonly string[];
  settings: readonly string[];
  /** All names in its code. */
  names: ReadonlySet<string>;
}

/** A document by its path, which links are relative to. */
export interface Document {
  file: string;
  text: string;
}

const SOURCE = /\.(ts|tsx|mts|mjs|cjs|json|prisma|sql|css|yml|yaml|md)$/;
const CODE = /\.(ts|tsx|mts|mjs|prisma|sql|json)$|^deploy\/.*[^/]$/;
const FENCE = /^```[\s\S]*?^```/gm;

/** Reads the project in a folder. */
export function readProject(root: string, settings: readonly string[]): Project {
  const made = [".gitignore", "bench/.gitignore"].flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("*"))
      .map((line) => path.posix.join(path.posix.dirname(file), line)),
  );
  const entries = entriesBelow(root, "", [...made, ".git/"]);
  const code = entries.filter((entry) => CODE.test(entry) && !/lock\.json$|\.test\./.test(entry));
  const names = code.flatMap(
    (file) => readFileSync(path.join(root, file), "utf8").match(/\w+/g) ?? [],
  );
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return { entries, made, scripts: Object.keys(scripts), settings, names: new Set(names) };
}

function entriesBelow(root: string, folder: string, left: readonly string[]): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`;
    if (left.includes(name)) return [];
    return entry.isDirectory() ? [name, ...entriesBelow(root, name, left)] : [name];
  });
}

/** What is set as code amid the text. */
function spansIn({ text }: Document): string[] {
  return Array.from(text.replace(FENCE, "").matchAll(/`([^`\n]+)`/g), ([, span = ""]) => span);
}

/** What is set as code in lines of its own. */
function blocksIn({ text }: Document): string[] {
  return text.match(FENCE) ?? [];
}

/** Paths of files and folders, alone or in a command, that are not in the project. */
export function missingPaths(document: Document, project: Project): string[] {
  const alone = spansIn(document).filter((span) => isPath(span, project));
  const inCommands = commandsIn(document)
    .flatMap((command) => command.split(/\s+/))
    .filter((word) => word.includes("/") && isPath(word, project));
  return [...alone, ...inCommands].filter((asked) => !isThere(asked, document, project));
}

/** Whether it looks like the path of a file or folder of the project: `/` begins a URL, `@` a package. */
function isPath(text: string, { entries }: Project): boolean {
  if (!/^[\w.[\]<>*…-][\w.[\]<>*…/-]*$/.test(text)) return false;
  if (/^\.[\w-]+$/.test(text))
    return !SOURCE.test(`x${text}`) && !/^\.(csv|pdf|png|svg|tsv|xlsx|zip)$/.test(text);
  const [first = "", ...rest] = text.split("/");
  return (
    SOURCE.test(text) ||
    /^[^<*…]+\/$/.test(text) ||
    (rest.length > 0 && entries.includes(`${first}/`))
  );
}

/**
 * Whether there is such a file or folder: from the root, beside the document, or, where the path was begun in
 * an earlier one, anywhere. `<this>` is one name, `*` a part of one, `…` anything.
 */
function isThere(asked: string, { file }: Document, { entries, made }: Project): boolean {
  if (made.some((prefix) => `${asked}/`.startsWith(prefix))) return true;
  const pattern = asked
    .split(/(<[^>]*>|\*|…)/)
    .map((piece, index) => {
      if (index % 2 === 0) return piece.replace(/[.[\]\\^$+?(){}|-]/g, "\\$&");
      if (piece === "…") return ".*";
      return piece === "*" ? "[^/]*" : "[^/]+";
    })
    .join("");
  const folder = path.posix.dirname(file);
  // What is told by its ending alone: `-queries.ts`.
  const before = /^-/.test(asked) ? "(.*)" : `(|.*/|${folder}/)`;
  const wanted = new RegExp(`^${before}${pattern}/?$`);
  return entries.some((entry) => wanted.test(entry));
}

/** Commands, one by one: lines of blocks, and spans of several words. */
function commandsIn(document: Document): string[] {
  return [
    ...spansIn(document).filter((span) => span.includes(" ")),
    ...blocksIn(document).flatMap((block) => block.split("\n")),
  ].filter((line) => /(^|\s)(npm|npx|node)\s/.test(line));
}

/** npm's own. */
const NPM = ["install", "ci"];

/** npm scripts that package.json does not have. */
export function missingScripts(document: Document, { scripts }: Project): string[] {
  const named = commandsIn(document).flatMap((command) =>
    Array.from(command.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g), ([, script = ""]) => script),
  );
  const short = spansIn(document).filter((span) => /^[a-z]+:[a-z]\w*$/.test(span));
  return [...named, ...short].filter((name) => !scripts.includes(name) && !NPM.includes(name));
}

/** Settings that no program reads: our own wherever they are, all others where they are given to a command. */
export function missingSettings(document: Document, { settings }: Project): string[] {
  const own = document.text.match(/\bLOSSLINE_[A-Z_]+\b/g) ?? [];
  const given = commandsIn(document).flatMap((command) =>
    Array.from(command.matchAll(/(?:^|\s)([A-Z][A-Z_]*)=/g), ([, name = ""]) => name),
  );
  return [...own, ...given].filter((name) => !settings.includes(name));
}

/** Names as code has them, `CHART_KEYS` or `viewIn`, that the project's code does not have. */
export function missingNames(document: Document, { names, settings }: Project): string[] {
  return spansIn(document)
    .filter((span) => /^([A-Z]+_?)+$/.test(span) || /^[a-z]+[A-Z]\w*$/.test(span))
    .filter((name) => !names.has(name) && !settings.includes(name));
}

/** Links within the project that lead to no file or to no heading of one. */
export function brokenLinks({ file, text }: Document, root: string): string[] {
  const links = Array.from(
    text.replace(FENCE, "").matchAll(/\]\(([^)\s]+)\)/g),
    ([, target = ""]) => target,
  );
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [target = "", anchor] = link.split("#");
    const found = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
    if (found !== file && !existsSync(path.join(root, found))) return true;
    if (anchor === undefined) return false;
    const linked = found === file ? text : readFileSync(path.join(root, found), "utf8");
    return !anchorsIn(linked).includes(anchor);
  });
}

/** The anchors that GitHub gives to headings: a heading that comes again is numbered. */
function anchorsIn(text: string): string[] {
  const seen = new Map<string, number>();
  return Array.from(text.replace(FENCE, "").matchAll(/^#+ (.+)$/gm), ([, heading = ""]) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}
