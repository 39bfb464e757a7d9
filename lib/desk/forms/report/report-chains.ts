import type { Span } from "@/lib/desk/forms/report/report";
import { isNamedChain, readChain } from "@/lib/values/taxonomy/chain-names";
import { isKnownChain, isWordToo } from "@/lib/values/wallets/known-chains";

/** A chain on which a report says that something of the theft happened. */
export interface SaidChain extends Span {
  chain: string;
}

const NAME =
  "([A-Z][A-Za-z0-9]*(?: (?:Smart Chain|Chain|One|Mainnet|Network|Classic|Era|PoS|Cash|Ledger|Core))?)";
const PLACES: readonly RegExp[] = [
  // "on Ethereum", "on Ethereum and BSC", "both Bitcoin and Ethereum", "auf Ethereum"
  new RegExp(
    `(?<!\\p{L})(?:on|both|from|across|auf|sur|en|na|su|Both) (?:the )?${NAME}(?:(?:, | and | und | et | y | as well as )(?:on |the )?${NAME})?(?:(?:, and | and |, )(?:on |the )?${NAME})?(?!['’\\p{L}])`,
    "gu",
  ),
  new RegExp(
    `${NAME}(?: and ${NAME})? (?:was|were) (?:hit|affected|attacked|drained)(?: as well as ${NAME})?`,
    "gu",
  ),
  new RegExp(`(?:between|zwischen|entre) ${NAME} (?:and|und|et|y) ${NAME}`, "gu"),
  new RegExp(`${NAME}[ -](?:chain|network|blockchain|mainnet|based|side|Netzwerk)(?!\\p{L})`, "gu"),
  new RegExp(`^[^\\n]{0,80}\\((?:[^()\\n]*, )?${NAME}(?:, ${NAME})?\\)`, "gmu"),
  new RegExp(
    `(?:chains?|networks?|blockchain|链|チェーン|체인|Kette|Netzwerk|cha[iî]ne|réseau|red|cadena|rede)s?\\s*[:：]\\s*${NAME}(?:(?:, | / | and |/|、)${NAME})?(?:(?:, | / | and |/|、)${NAME})?`,
    "giu",
  ),
];
const ELSEWHERE =
  /(?:launch(?:es|ed|ing)?|expand\p{L}*|bridged|moved|swapped|sent|transferred|deposited|converted|launder\p{L}*|went) (?:\S+ ){0,6}(?:to|into|on|onto|from)?\s?$/iu;
const OTHER_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/以太坊(?!经典)|イーサリアム|이더리움/gu, "ethereum"],
  [/币安智能链|BNBチェーン/gu, "bsc"],
  [/波场|トロン(?!\p{L})|트론/gu, "tron"],
  [/ポリゴン|폴리곤/gu, "polygon"],
  [/ソラナ|솔라나/gu, "solana"],
  [/アービトラム|아비트럼/gu, "arbitrum"],
];

/** The chains that a report names as places of the theft, each once, in their order. @param blank the text with its links made blank */
export function chainsIn(blank: string): SaidChain[] {
  const found: SaidChain[] = [];
  for (const pattern of PLACES)
    for (const match of blank.matchAll(pattern)) {
      const before = blank.slice(Math.max(0, match.index - 60), match.index);
      if (ELSEWHERE.test(before)) continue;
      let place = match.index;
      for (const name of match.slice(1)) {
        if (name === undefined) continue;
        const from = blank.indexOf(name, place);
        place = from + name.length;
        const chain = chainOf(name);
        if (chain === null) continue;
        found.push({ chain: chain.chain, from, to: from + chain.length });
      }
    }
  for (const [pattern, chain] of OTHER_SCRIPTS)
    for (const { index, 0: name } of blank.matchAll(pattern))
      found.push({ chain, from: index, to: index + name.length });
  found.sort((one, other) => one.from - other.from);
  return found.filter(({ chain }, at) => found.findIndex((other) => other.chain === chain) === at);
}

/** The chain that a name or its first word is; null where neither is one. */
function chainOf(name: string): { chain: string; length: number } | null {
  const [first = ""] = name.split(" ");
  for (const text of name === first ? [name] : [name, first]) {
    // Some chains are called by words: "Near", "Flow", "Base" are chains only where they are written so.
    if (!isNamedChain(text) && !isKnownChain(readChain(text))) continue;
    if (isWordToo(readChain(text)) && !/^\p{Lu}/u.test(text)) continue;
    return { chain: readChain(text), length: text.length };
  }
  return null;
}
