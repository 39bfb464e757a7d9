import { readChain } from "@/lib/values/taxonomy/chain-names";
import { isKnownChain, isWordToo } from "@/lib/values/wallets/known-chains";

/** What words beside an address say of it. */
export interface Label {
  /** The chain that they name; null where they name none. */
  chain: string | null;
  /** A word that may be a chain's name, and that nobody here knows as one; null where there is none. */
  unclear: string | null;
  transaction: boolean;
  block: boolean;
  account: boolean;
}

/** Words that say what an address is or did, and name no chain. */
const SAYS_WHAT = new Set(
  `a account accounts addr address addresses and another asset at attack attacker attackers also bridge
  bridged burn by cashing chain consolidation contract contracts creator cross deployed deployer deposit deposits
  drain drained drainer eoa exchange exploit exploited exploiter exploiters first for from fund funded funder
  funds hack hacked hacker hackers hash holder holding hot in intermediary into is it laundered launderer
  laundering linked list loot mainnet main malicious mixer moved multisig network new note notes of on onward operator origin
  other our out owner pool proxy recipient receiver received related robbed same scammer second seed sender
  sent signature signer source stolen summary suspect suspected swap swapped target the their then theft thief
  thieves third this to token tokens transaction transfer transferred tx txid txn txhash update used vault victim
  victims via wallet wallets was were which with withdrawal`.split(/\s+/),
);

const TRANSACTION = /\b(?:tx|txn|txs|txid|txhash|transactions?|hash|signature)\b|交易|哈希/i;
const ACCOUNT =
  /\b(?:accounts?|address|addresses|wallets?|attackers?|exploiters?|hackers?|thief|victims?)\b/i;

/** More words than that are a sentence, which names a chain only in so many words: “on Base”. */
const MOST_WORDS = 6;
/** What is longer is no word of a chain's name. */
const LONGEST_SUGGESTION = 60;

/** Reads the words beside an address. */
export function readLabel(words: readonly string[]): Label {
  const near = words.slice(-2 * MOST_WORDS).map((word) => word.slice(0, LONGEST_SUGGESTION));
  const text = near.join(" ").slice(0, 300);
  const label: Label = {
    chain: null,
    unclear: null,
    transaction: TRANSACTION.test(text),
    block: /\bblock\b/i.test(text),
    account: ACCOUNT.test(text),
  };
  const whole = known(text);
  if (whole !== null && words.length <= MOST_WORDS) return { ...label, chain: whole };
  const said = saidOn(text);
  if (said !== null) return { ...label, chain: said };
  if (words.length > MOST_WORDS) return label;
  const rest = near.filter((word) => !SAYS_WHAT.has(plain(word)) && !/^[#\d.:/-]+$/.test(word));
  const left = known(rest.join(" "));
  if (left !== null)
    return isWordToo(left) ? { ...label, unclear: rest.join(" ") } : { ...label, chain: left };
  const [only, ...more] = rest;
  const maybe = more.length === 0 && only !== undefined && near.length <= 2;
  return maybe && /^[A-Za-z][A-Za-z0-9-]{1,30}$/.test(plain(only))
    ? { ...label, unclear: only.replace(/:$/, "") }
    : label;
}

/** The last chain that a sentence names in so many words, as in “on Base”; null where it names none. */
function saidOn(text: string): string | null {
  const names = [...text.matchAll(/\bon (?:the )?([\p{L}\p{N}-]+)(?: ([\p{L}\p{N}-]+))?/giu)].map(
    ([, one = "", two = ""]) => {
      const chain = known(`${one} ${two}`) ?? known(one);
      // “on base” may be anything in the midst of a sentence, “on Base” may not.
      return chain !== null && isWordToo(chain) && !/^\p{Lu}/u.test(one) ? null : chain;
    },
  );
  return names.findLast((chain) => chain !== null) ?? null;
}

/** The chain that a text names; null where it names none that is known. */
function known(text: string): string | null {
  const chain = readChain(text);
  return isKnownChain(chain) ? chain : null;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9-]/g, "");
}
