import { addressProblem, isChecked } from "@/lib/indicators/address-format";
import { chainOfExplorer } from "@/lib/indicators/explorer-hosts";
import { readChain } from "@/lib/taxonomy/chain-names";

/** An address found in pasted text. */
export interface PastedAddress {
  chain: string;
  address: string;
  /** The explorer's page or other link that it was pasted as; empty where there was none. */
  source: string;
}

/** A line that holds something that was not understood. */
export interface MissedLine {
  /** From 1. */
  line: number;
  text: string;
}

export interface PastedAddresses {
  taken: PastedAddress[];
  missed: MissedLine[];
}

/** Text beyond this is not looked at. */
export const LONGEST_PASTE = 1_000_000;

/** What an address looks like, likeliest first; each is checked by its chain's own format before it is taken. */
const SHAPES: readonly (readonly [pattern: RegExp, chain: string])[] = [
  [/^0x[0-9a-fA-F]{40}$/, "ethereum"],
  [/^(?:bc1|BC1)[a-zA-Z0-9]{20,80}$/, "bitcoin"],
  [/^(?:ltc1|LTC1)[a-zA-Z0-9]{20,80}$/, "litecoin"],
  [/^T[1-9A-HJ-NP-Za-km-z]{33}$/, "tron"],
  [/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/, "bitcoin"],
  [/^[LM][1-9A-HJ-NP-Za-km-z]{25,34}$/, "litecoin"],
  [/^D[1-9A-HJ-NP-Za-km-z]{33}$/, "dogecoin"],
  [/^(?:bitcoincash:)?[qp][a-z0-9]{41}$/, "bitcoin-cash"],
  [/^r[1-9A-HJ-NP-Za-km-z]{24,34}$/, "ripple"],
  [/^G[A-Z2-7]{55}$/, "stellar"],
  [/^(?:addr|stake)1[a-z0-9]{40,110}$/, "cardano"],
  [/^(?:EQ|UQ)[A-Za-z0-9_-]{46}$/, "ton"],
  [/^cosmos1[a-z0-9]{38,58}$/, "cosmos"],
  [/^osmo1[a-z0-9]{38,58}$/, "osmosis"],
  [/^terra1[a-z0-9]{38,58}$/, "terra"],
  [/^thor1[a-z0-9]{38,58}$/, "thorchain"],
  [/^0x[0-9a-fA-F]{64}$/, "sui"],
  [/^k:[0-9a-f]{64}$/, "kadena"],
  [/^[1-9A-HJ-NP-Za-km-z]{32,44}$/, "solana"],
];

/** The chain that an address is probably one of, by its form alone; null where no form fits. */
export function guessChain(address: string): string | null {
  for (const [shape, chain] of SHAPES)
    if (shape.test(address) && addressProblem(chain, address) === null) return chain;
  return null;
}

// A run of blanks or marks is tried from its first one only: a line may hold a hundred thousand of them.

/**
 * Splits a block of text into addresses: one a line or several, CSV such as `chain,address` in
 * either order, explorers' links. The chain is what the line or link says, else a heading line above
 * it (`Ethereum:`), else guessed from the form. Lines that hold nothing that is understood are told.
 */
export function splitAddresses(text: string): PastedAddresses {
  const taken = new Map<string, PastedAddress>();
  const missed: MissedLine[] = [];
  let heading: string | null = null;
  text
    .slice(0, LONGEST_PASTE)
    .split(/\r\n?|\n/)
    .forEach((raw, index) => {
      const line = raw.trim();
      if (line === "" || isHeader(line)) return;
      const found = addressesOf(line, heading);
      for (const address of found) taken.set(`${address.chain} ${address.address}`, address);
      if (found.length > 0) return;
      const said = readChain(line.replace(/(?<![:：-])[:：-]+$/, ""));
      if (isChecked(said)) heading = said;
      else missed.push({ line: index + 1, text: line });
    });
  return { taken: [...taken.values()], missed };
}

function isHeader(line: string): boolean {
  return (
    /^"?(?:chain|network|address)"?\s*[,;\t]/i.test(line) &&
    guessChain(line) === null &&
    !/\d{5}/.test(line)
  );
}

function addressesOf(line: string, heading: string | null): PastedAddress[] {
  const pieces = line.split(/[\s,;|"'<>()[\]`]+/).filter((piece) => piece !== "");
  const said = chainSaid(line) ?? heading;
  const found: PastedAddress[] = [];
  for (const piece of pieces) {
    const linked = /^https?:\/\//i.test(piece) ? fromLink(piece) : null;
    if (linked !== null) found.push(linked);
    else {
      const address = piece
        .replace(/^(?:bitcoin|ethereum|litecoin|dogecoin|ronin):(?!\/)/i, "")
        .replace(/(?<![.:])[.:]+$/, "");
      const chain = chainOf(address, said);
      if (chain !== null) found.push({ chain, address, source: "" });
    }
  }
  return withLineLink(found, pieces);
}

/** A link on the line that is no explorer's page of the address is where it was said. */
function withLineLink(found: PastedAddress[], pieces: readonly string[]): PastedAddress[] {
  const link = pieces.find((piece) => /^https?:\/\//i.test(piece) && fromLink(piece) === null);
  return link === undefined
    ? found
    : found.map((address) => (address.source === "" ? { ...address, source: link } : address));
}

/** The chain that a column or word of the line names. */
function chainSaid(line: string): string | null {
  for (const column of line.split(/[,;|\t:]+|(?<!\s)\s+(?=(?:0x|[13TLMDrG]|bc1|ltc1))/)) {
    const chain = readChain(column);
    if (isChecked(chain)) return chain;
  }
  return null;
}

function chainOf(address: string, said: string | null): string | null {
  const guessed = guessChain(address);
  if (said === null) return guessed;
  const looksLikeOne = guessed !== null || /^[A-Za-z0-9:_.-]{25,120}$/.test(address);
  return looksLikeOne && addressProblem(said, address) === null ? said : guessed;
}

function fromLink(link: string): PastedAddress | null {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return null;
  }
  const chain = chainOfExplorer(url);
  const parts = `${url.pathname}/${url.hash}`.split(/[/#?]/).filter(Boolean).reverse();
  for (const part of parts) {
    const guessed = guessChain(part);
    if (guessed === null) continue;
    if (chain === null || addressProblem(chain, part) !== null) continue;
    return { chain, address: part, source: link };
  }
  return null;
}
