import { isNamedChain, readChain } from "@/lib/values/taxonomy/chain-names";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

/** What a text says of chains. */
export interface ChainsRead {
  /** As the record names them, each once. */
  chains: string[];
  /** What has to be settled, in words; null where it can only be read so. */
  asks: string | null;
}

/** Words that say that it is on none, or not known where. */
const NONE =
  /^(?:n\/?a|none|nil|null|-+|–|—|\?+|unknown|not known|unspecified|off-?chain|not applicable|tbd)$/i;
/** Words for several chains that name none. */
const SEVERAL =
  /^(?:multiple|several|various|many|all|multi|cross|mixed|other|others|different)(?:[\s-]*(?:evm|l2|layer[\s-]?2))?(?:[\s-]*(?:chains?|networks?|blockchains?))?$/i;
/** Standards of tokens, by the chain on which they are usual; several chains have each. */
const STANDARDS: Readonly<Record<string, string>> = {
  "erc-20": "ethereum",
  "erc-721": "ethereum",
  "erc-1155": "ethereum",
  "bep-20": "bsc",
  "trc-10": "tron",
  "trc-20": "tron",
  spl: "solana",
  "brc-20": "bitcoin",
};

/**
 * The chains that a text names, in whichever way they are set apart: `Ethereum/BSC`, `ETH, BSC and Polygon`,
 * `['Ethereum', 'Binance']`. A name that holds such a mark of its own is not taken apart.
 */
export function readChains(text: string): ChainsRead {
  const listed = /^\s*[[{(]([^[\](){}]*)[\])}]\s*$/.exec(text)?.[1] ?? text;
  const asks: string[] = [];
  const chains = new Set<string>();
  for (const name of namesIn(listed)) {
    if (NONE.test(name)) continue;
    if (SEVERAL.test(name)) {
      asks.push(`“${name}” names no chain: name each, or leave it empty where they are not known.`);
      continue;
    }
    const standard = standardOf(name);
    if (standard !== null) {
      asks.push(`“${name}” is a standard of tokens. Is it ${chainLabel(standard)}?`);
      chains.add(standard);
      continue;
    }
    const chain = readChain(name);
    if (chain !== "") chains.add(chain);
  }
  return { chains: [...chains], asks: asks.length === 0 ? null : asks.join(" ") };
}

/** The names of a list. What may be part of a name sets two apart only where one of them is a chain's. */
function namesIn(text: string): string[] {
  return text.split(/[,;|\n、，；](?![^(]*\))/).flatMap((part) => {
    const name = bare(part);
    if (name === "") return [];
    if (NONE.test(name) || isNamedChain(name.replace(/\s*[([].*$/, ""))) return [name];
    const parts = name
      .split(/(?:\s*[/&+]\s*|\s+(?:and|und|et|y|plus)\s+)(?![^(]*\))/i)
      .map(bare)
      .filter((each) => each !== "");
    return parts.length > 1 && parts.some((each) => isNamedChain(each) || standardOf(each) !== null)
      ? parts
      : [name];
  });
}

/** A name without what quotes it, and the word that joins it to the one before. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/^(?:and|und|&)\s+/i, "")
    .replace(/^["'“”‘’`]+|["'“”‘’`]+$/g, "")
    .trim();
}

function standardOf(name: string): string | null {
  const standard = name
    .toLowerCase()
    .replace(/\s+tokens?$/, "")
    .replace(/^([a-z]{3})[\s-]?(\d+)$/, "$1-$2");
  return Object.hasOwn(STANDARDS, standard) ? (STANDARDS[standard] ?? null) : null;
}
