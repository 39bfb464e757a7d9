import { type Columns, cellsUnder, type TableCells } from "@/lib/desk/paste/pasted-columns";
import { type Flags, type Label, readLabel } from "@/lib/desk/paste/pasted-label";
import { type LinkTarget, readLink } from "@/lib/desk/paste/pasted-link";
import { endsSentence, type FoundWord, type Part, partsOf } from "@/lib/desk/paste/pasted-words";
import { isSpokenOf, type SaidWords, wordsOfEach } from "@/lib/desk/paste/said-words";
import { ownChain } from "@/lib/values/wallets/guessed-chain";

/** Words that are together on a line, and where. */
interface Run extends Label {
  from: number;
  to: number;
  words: readonly string[];
}

/** One address or transaction of a line with all that the line says of it, before it is judged. */
export interface Said {
  /** As it is in the text. */
  text: string;
  found: FoundWord;
  /**
   * Who names its chain: the line beside it or in its own column or link; the line elsewhere;
   * nobody; or something beside it does that may be a chain's name (`unclear`).
   */
  by: "beside" | "line" | "unclear" | null;
  /** The chain's name; of an unclear one, the word as it is. Empty where nobody names one. */
  chain: string;
  /** Whether the unclear word stands where names of chains stand: in a cell of its own, or before a colon. */
  called: boolean;
  /** What its column lists, or what a chain in a cell of its own is a cell for; null where nothing says it. */
  column: "address" | "transaction" | null;
  /** What the link that it was pasted as shows; null where it was no link. */
  linked: "address" | "token" | "transaction" | null;
  /** The words that speak of it; null where none do. */
  words: SaidWords | null;
  /** What the table's own column says of its role; null where there is no such column. */
  roleCell: string | null;
}

/** A line of pasted text in its pieces. */
export interface SaidLine {
  parts: readonly Part[];
  found: Said[];
  /** Links to other things, in their order. */
  links: { text: string; to: "block" | "page" }[];
}

/** Reads what a line says of each address and transaction on it. */
export function readLine(line: string, columns: Columns | null): SaidLine {
  const parts = partsOf(line);
  const runs = runsOf(parts);
  const runAt = new Map(runs.flatMap((run) => run.words.map((_, word) => [run.from + word, run])));
  const cells = columns === null ? null : cellsUnder(columns, line);
  const links = new Map(
    parts.flatMap((part, at) => (part.is === "link" ? [[at, readLink(part.text)] as const] : [])),
  );
  const shows = (at: number) => ["address", "transaction"].includes(links.get(at)?.is ?? "");
  const spokenOf = parts.flatMap((part, at) => (isSpokenOf(part) || shows(at) ? [at] : []));
  const said = wordsOfEach(parts, spokenOf);
  const wordsAt = new Map(spokenOf.map((at, place) => [at, said[place] ?? null]));
  const nearest = nearestNamed(parts, runs);
  const read: SaidLine = { parts, found: [], links: [] };
  parts.forEach((part, at) => {
    const words = wordsAt.get(at) ?? null;
    const target = links.get(at);
    if (target !== undefined) {
      if (target.is === "block" || target.is === "page")
        read.links.push({ text: part.text, to: target.is });
      else
        read.found.push({
          ...linkSaid(target, cells?.chain ?? nearest[at]?.chain ?? null),
          text: part.text,
          words,
          roleCell: cells?.role ?? null,
        });
    }
    if (part.is !== "found") return;
    const before = beside(parts, runAt, at, -1);
    const after = beside(parts, runAt, at, 1);
    const named = nearest[at] ?? null;
    read.found.push({
      text: part.text,
      found: part.found,
      ...chainSaid(part.found, cells, named, [before, after]),
      called: isCalled(parts, before) || isCalled(parts, after),
      column: cells === null ? (isCell(parts, named) ? "address" : null) : cells.lists,
      linked: null,
      words,
      roleCell: cells?.role ?? null,
    });
  });
  return read;
}

type Shown = Extract<LinkTarget, { is: "address" } | { is: "transaction" }>;

/** What a link says of what it shows, and the line of its chain. */
function linkSaid(
  target: Shown,
  named: string | null,
): Pick<Said, "found" | "by" | "chain" | "called" | "column" | "linked"> {
  const clash = target.chain !== null && named !== null && named !== target.chain;
  const chain = target.chain ?? named ?? "";
  const found: FoundWord = {
    address: target.is === "address" ? target.address : target.hash,
    looks: target.is === "address" ? "address" : "hash",
    chain: null,
    unclear: null,
    after: "",
  };
  return {
    found,
    by: clash || chain === "" ? "unclear" : "beside",
    chain: clash ? `${chain} or ${named}` : chain,
    called: false,
    column: null,
    linked: target.is === "address" && target.token ? "token" : target.is,
  };
}

function chainSaid(
  { chain, unclear: prefix, address }: FoundWord,
  cells: TableCells | null,
  named: Run | null,
  [before, after]: readonly (Run | null)[],
): Pick<Said, "by" | "chain"> {
  const unclear = prefix === null ? null : prefix.replace(/:$/, "");
  if (chain !== null) {
    const other = cells?.chain ?? named?.chain ?? chain;
    return other === chain
      ? { by: "beside", chain }
      : { by: "unclear", chain: `${chain} or ${other}` };
  }
  if (unclear !== null) return { by: "unclear", chain: unclear };
  if (cells !== null && cells.chain !== null) return { by: "beside", chain: cells.chain };
  if (named !== null && named.chain !== null) {
    const near = named === before || named === after;
    const own = near ? null : ownChain(address);
    return own === null || own === named.chain
      ? { by: near ? "beside" : "line", chain: named.chain }
      : { by: "line", chain: own };
  }
  const word = cells !== null ? null : (before?.unclear ?? after?.unclear ?? null);
  return word === null ? { by: null, chain: "" } : { by: "unclear", chain: word };
}

function runsOf(parts: readonly Part[]): Run[] {
  const runs: Run[] = [];
  /** A line may hold the same words many thousand times. */
  const labels = new Map<string, Label>();
  let words: string[] = [];
  parts.forEach((part, at) => {
    if (part.is === "word") words.push(part.text);
    const next = parts[at + 1];
    if (words.length === 0 || (part.is === "word" && next?.is === "word")) return;
    const text = words.join(" ");
    const label = labels.get(text) ?? readLabel(words);
    labels.set(text, label);
    runs.push({ ...label, from: at - words.length + 1, to: at, words });
    words = [];
  });
  return runs;
}

/** The words that are beside a piece with nothing but marks between; null where something else does. */
function beside(
  parts: readonly Part[],
  runAt: ReadonlyMap<number, Run>,
  at: number,
  step: 1 | -1,
): Run | null {
  const own = parts[at];
  if (step === 1 && own !== undefined && endsSentence(own)) return null;
  let place = at + step;
  while (parts[place]?.is === "mark") place += step;
  return runAt.get(place) ?? null;
}

/** Whether words are followed by a colon, or are in a cell of their own. */
function isCalled(parts: readonly Part[], run: Run | null): boolean {
  return (
    run !== null &&
    (/[:：]$/.test(parts[run.to]?.text ?? "") || isCell(parts, run, /[,;|\t，；：]/))
  );
}

/** Whether words are in a cell of their own. */
function isCell(parts: readonly Part[], run: Run | null, marks = /[,;|\t，；]/): boolean {
  if (run === null) return false;
  const around = [parts[run.from - 1], parts[run.to + 1]];
  return around.some((part) => part?.is === "mark" && marks.test(part.text));
}

/**
 * For each piece the words whose chain it goes with: all names come before their addresses, or all
 * after. A name in a later sentence is not about an earlier one.
 */
function nearestNamed(parts: readonly Part[], runs: readonly Run[]): (Run | null)[] {
  const named = runs.filter(({ chain }) => chain !== null);
  const [first] = named;
  if (first === undefined) return [];
  const ahead = first.from < parts.findIndex(({ is }) => is === "found" || is === "link");
  let sentence = 0;
  const sentences = parts.map((part) => (endsSentence(part) ? sentence++ : sentence));
  let next = 0;
  return parts.map((_, at) => {
    while ((named[next]?.from ?? at) < at) next++;
    const before = named[next - 1] ?? null;
    const behind = named[next] ?? null;
    const after = behind !== null && sentences[behind.from] === sentences[at] ? behind : null;
    return ahead ? (before ?? after) : (after ?? before);
  });
}

/** What words say that something is; nothing where there are none. */
export function flagsOf({ words }: Said): Flags {
  return words ?? { transaction: false, block: false, account: false, other: null };
}
