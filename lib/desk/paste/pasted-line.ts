import {
  type AddressRole,
  type Columns,
  cellsUnder,
  roleSaid,
} from "@/lib/desk/paste/pasted-columns";
import { type Label, readLabel } from "@/lib/desk/paste/pasted-label";
import { readLink } from "@/lib/desk/paste/pasted-link";
import { CELL_MARKS, type FoundWord, type Part, partsOf } from "@/lib/desk/paste/pasted-words";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { ownChain } from "@/lib/values/wallets/guessed-chain";
import { isKnownChain } from "@/lib/values/wallets/known-chains";

/** Words that are together on a line, and where. */
interface Run extends Label {
  from: number;
  to: number;
  words: readonly string[];
}

/** One address of a line with all that the line says of it, before it is judged. */
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
  /** Whether it was pasted as a link, which says itself that it is an address. */
  linked: boolean;
  words: Pick<Label, "transaction" | "block" | "account">;
}

/** A line of pasted text in its pieces. */
export interface SaidLine {
  parts: readonly Part[];
  addresses: Said[];
  /** Links to other things than addresses, in their order. */
  links: { text: string; to: "transaction" | "block" | "page" }[];
  role: AddressRole | "";
}

const NO_WORDS = { transaction: false, block: false, account: false };

/** Reads what a line says of each address on it. */
export function readLine(line: string, columns: Columns | null): SaidLine {
  const parts = partsOf(line);
  const runs = runsOf(parts);
  const runAt = new Map(runs.flatMap((run) => run.words.map((_, word) => [run.from + word, run])));
  const cells = columns === null ? null : cellsUnder(columns, line);
  const read: SaidLine = { parts, addresses: [], links: [], role: cells?.role ?? "" };
  const nearest = nearestNamed(parts, runs);
  parts.forEach((part, at) => {
    if (part.is === "link") {
      const target = readLink(part.text);
      if (target.is !== "address") {
        read.links.push({ text: part.text, to: target.is });
        return;
      }
      const found: FoundWord = {
        address: target.address,
        looks: "address",
        prefix: null,
        after: "",
      };
      const named = cells?.chain ?? nearest[at]?.chain ?? null;
      const clash = target.chain !== null && named !== null && named !== target.chain;
      const chain = target.chain ?? named ?? "";
      read.addresses.push({
        text: part.text,
        found,
        by: clash ? "unclear" : chain === "" ? "unclear" : "beside",
        chain: clash ? `${chain} or ${named}` : chain,
        called: false,
        linked: true,
        words: NO_WORDS,
      });
    }
    if (part.is !== "found") return;
    const before = beside(parts, runAt, at, -1);
    const after = beside(parts, runAt, at, 1);
    const words = before ?? after ?? NO_WORDS;
    read.addresses.push({
      text: part.text,
      found: part.found,
      ...chainSaid(part.found, cells, nearest[at] ?? null, [before, after]),
      called: part.found.prefix !== null || isCalled(parts, before ?? after),
      linked: false,
      words,
    });
  });
  if (read.role === "") read.role = roleInCells(parts, runs, read.addresses.length);
  return read;
}

function chainSaid(
  { prefix, address }: FoundWord,
  cells: { chain: string | null } | null,
  named: Run | null,
  [before, after]: readonly (Run | null)[],
): Pick<Said, "by" | "chain"> {
  const spoken = prefix === null ? null : readLabel([prefix]);
  if (spoken !== null) {
    if (spoken.chain !== null) return { by: "beside", chain: spoken.chain };
    if (prefix !== null && isKnownChain(prefix)) return { by: "beside", chain: prefix };
    if (spoken.unclear !== null || /^chain id/.test(prefix ?? ""))
      return { by: "unclear", chain: prefix ?? "" };
  }
  if (cells !== null && cells.chain !== null) return { by: "beside", chain: cells.chain };
  if (named !== null && named.chain !== null) {
    const near = named === before || named === after;
    const own = near ? null : ownChain(address);
    return own === null || own === named.chain
      ? { by: near ? "beside" : "line", chain: named.chain }
      : { by: "line", chain: own };
  }
  const unclear = cells !== null ? null : (before?.unclear ?? after?.unclear ?? null);
  return unclear === null ? { by: null, chain: "" } : { by: "unclear", chain: unclear };
}

function runsOf(parts: readonly Part[]): Run[] {
  const runs: Run[] = [];
  let words: string[] = [];
  parts.forEach((part, at) => {
    if (part.is === "word") words.push(part.text);
    const next = parts[at + 1];
    if (words.length === 0 || (part.is === "word" && next?.is === "word")) return;
    runs.push({ ...readLabel(words), from: at - words.length + 1, to: at, words });
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
  let place = at + step;
  while (parts[place]?.is === "mark") place += step;
  return runAt.get(place) ?? null;
}

/** Whether words are followed by a colon, or are in a cell of their own. */
function isCalled(parts: readonly Part[], run: Run | null): boolean {
  if (run === null) return false;
  const around = [parts[run.from - 1], parts[run.to + 1]];
  return (
    /[:：]$/.test(parts[run.to]?.text ?? "") ||
    around.some((part) => part?.is === "mark" && /[,;|\t，；：]/.test(part.text))
  );
}

/** For each piece the words whose chain it goes with: all names come before their addresses, or all after. */
function nearestNamed(parts: readonly Part[], runs: readonly Run[]): (Run | null)[] {
  const named = runs.filter(({ chain }) => chain !== null);
  const [first] = named;
  if (first === undefined) return [];
  const ahead = first.from < parts.findIndex(({ is }) => is === "found" || is === "link");
  let next = 0;
  return parts.map((_, at) => {
    while ((named[next]?.from ?? at) < at) next++;
    const before = named[next - 1] ?? null;
    const after = named[next] ?? null;
    return ahead ? (before ?? after) : (after ?? before);
  });
}

/** The role that a cell of its own names, where the line is nothing but cells: an address, a chain, a role, a link. */
function roleInCells(
  parts: readonly Part[],
  runs: readonly Run[],
  addresses: number,
): AddressRole | "" {
  if (addresses !== 1 || runs.length > 3) return "";
  if (parts.some((part) => part.is === "mark" && !CELL_MARKS.test(part.text) && part.text !== '"'))
    return "";
  if (!parts.some((part) => part.is === "mark" && CELL_MARKS.test(part.text))) return "";
  const roles = runs.map(({ words }) => roleSaid(words.join(" "))).filter((role) => role !== "");
  const chains = runs.filter(({ words }) => isKnownChain(readChain(words.join(" "))));
  const [role, ...more] = roles;
  return role !== undefined && more.length === 0 && roles.length + chains.length === runs.length
    ? role
    : "";
}
