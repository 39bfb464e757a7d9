import type { Span } from "@/lib/desk/forms/report/report";
import { clauseAt, type Sentence, sentenceAt } from "@/lib/desk/forms/report/report-text";
import type { Knowledge } from "@/lib/desk/paste/knowledge";
import type { LeftAside } from "@/lib/desk/paste/left-aside";
import type { PastedAddress, PastedTransaction } from "@/lib/desk/paste/pasted";
import { splitAddresses } from "@/lib/desk/paste/pasted-addresses";
import { folded, roleInWords } from "@/lib/desk/paste/role-words";
import { EVM_CHAINS } from "@/lib/values/wallets/evm-chains";

/** An address or transaction in a report with the words that it stands in. */
export interface SaidRow<Row> {
  row: Row;
  at: Span;
  note: string | null;
}

export interface SaidRows {
  addresses: SaidRow<PastedAddress>[];
  transactions: SaidRow<PastedTransaction>[];
  /** What cannot be proposed without asking what it is. */
  left: LeftAside[];
}

/** Words by which a report says that an address is none of the theft's. */
const NOBODYS =
  /(?<!\p{L})(?:nothing to do with|nobody's|no part in|unrelated|not (?:the )?(?:attacker|thief|hacker)|own contract|token(?:'s)? contract|token contract|contract of (?:the|a) token|in case you wonder|is the pool for|mixer(?:'s)? pool|pool of the mixer|(?:router|factory|multisig of|official)(?= (?:is|contract|address))|donat\p{L}*|not involved|for comparison|do not confuse)(?!\p{L})|代币合约|トークンコントラクト/iu;
/** What a report gives to be paid back to. */
const RETURN_TO =
  /(?<!\p{L})(?:return (?:the )?(?:funds|assets|money|coins)(?: \S+){0,4} to|send (?:\S+ ){0,4}back to|recovery (?:address|wallet|multisig))(?!\p{L})/iu;

/**
 * The addresses and transactions of a report, each with the role that the words around it say. Where no words name a
 * chain, it is the one chain of its kind that the report speaks of.
 * @param chains of the report itself, as far as it names them
 */
export function rowsIn(
  text: string,
  sentences: readonly Sentence[],
  chains: readonly string[],
  known: Knowledge,
): SaidRows {
  const split = splitAddresses(text, { known });
  const evm = chains.filter((chain) => EVM_CHAINS.has(chain));
  const addresses = split.addresses.flatMap((row): SaidRow<PastedAddress>[] => {
    const at = placeOf(text, row.address);
    if (at === null) return [];
    const sentence = sentenceAt(sentences, at.from);
    const clause = sentence === null ? "" : clauseAt(sentence, at.from).text;
    const apart = folded(clause);
    if (NOBODYS.test(apart) || RETURN_TO.test(apart)) return [];
    if (sentence !== null && behindSays(sentences, sentence)) return [];
    const chain = row.chain === "ethereum" && !names(text, at) ? onlyOf(evm, row.chain) : row.chain;
    const role = row.role || roleNear(sentence, at) || roleAbove(sentences, sentence);
    return [{ row: { ...row, chain, role }, at, note: null }];
  });
  const where = new Set(addresses.map(({ row }) => row.chain));
  const evmUsed = [...where].filter((chain) => EVM_CHAINS.has(chain));
  const transactions = split.transactions.flatMap((row): SaidRow<PastedTransaction>[] => {
    const at = placeOf(text, row.hash);
    if (at === null) return [];
    const above = headingChain(sentences, at, chains);
    const chain =
      row.chain !== ""
        ? row.source === "" && row.chain === "ethereum" && !names(text, at)
          ? onlyOf(evm, row.chain)
          : row.chain
        : /^0x/.test(row.hash)
          ? (above ?? onlyOf(evm.length === 1 ? evm : evmUsed, ""))
          : "";
    return [{ row: { ...row, chain }, at, note: null }];
  });
  const left = split.questions.flatMap(({ asks, about }) =>
    about.map((each) => ({ ...each, why: asks })),
  );
  return { addresses, transactions, left };
}

/** The only one of a list; the other where there is none, or several. */
function onlyOf(chains: readonly string[], other: string): string {
  return chains.length === 1 ? (chains[0] ?? other) : other;
}

/** A chain that a heading or a label above names, if it is the only one. */
function headingChain(
  sentences: readonly Sentence[],
  { from }: Span,
  chains: readonly string[],
): string | null {
  const own = sentenceAt(sentences, from);
  if (own === null) return null;
  for (let at = own.at; at >= Math.max(0, own.at - 6); at--) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.paragraph !== own.paragraph) break;
    const text = sentence.text.toLowerCase();
    const named = chains.filter((chain) =>
      new RegExp(`(?<!\\p{L})${chain}(?!\\p{L})`, "iu").test(text),
    );
    if (named.length === 1) return named[0] ?? null;
  }
  return null;
}

/** Whether the words of its own line or link name a chain for an address. */
function names(text: string, { from, to }: Span): boolean {
  const start = Math.max(text.lastIndexOf("\n", from) + 1, from - 120);
  const end = text.indexOf("\n", to);
  const around = `${text.slice(start, from)} ${text.slice(to, Math.min(end < 0 ? text.length : end, to + 60))}`;
  return /(?<!\p{L})(?:ethereum|eth|mainnet|etherscan)(?!\p{L})/iu.test(around);
}

/** Whether the next sentence takes an address away from the theft: "Nothing to do with the thief." */
function behindSays(sentences: readonly Sentence[], sentence: Sentence): boolean {
  const next = sentences[sentence.at + 1];
  return (
    next !== undefined &&
    next.paragraph === sentence.paragraph &&
    /^(?:it (?:has|is) |that (?:has|is) |this (?:has|is) )?(?:nothing to do with|not (?:the )?(?:attacker|thief|hacker)|unrelated|nobody's)/iu.test(
      folded(next.text),
    )
  );
}

/** What is said in the same sentence of whoever or whatever did it. */
const DID_IT =
  /(?<!\p{L})(?:contract|account|wallet|address|eoa|bot) (?:that|which|who) (?:did it|did this|carried (?:it|this) out|stole|drained|robbed|attacked|took)(?!\p{L})/iu;

function roleNear(sentence: Sentence | null, { from }: Span): PastedAddress["role"] {
  if (sentence === null) return "";
  const before = sentence.text.slice(0, from - sentence.from);
  if (DID_IT.test(folded(before))) return "attacker";
  return roleInWords(before, "before").role ?? "";
}

/** What a line that ends in a colon says of the list below it, where nothing but addresses stands between. */
function roleAbove(sentences: readonly Sentence[], own: Sentence | null): PastedAddress["role"] {
  if (own === null || /[\p{L}]/u.test(own.text)) return "";
  for (let at = own.at - 1; at >= 0; at--) {
    const above = sentences[at];
    if (above === undefined || above.paragraph !== own.paragraph) return "";
    if (/[:：]\s*$/.test(above.text)) return roleInWords(above.text, "before").role ?? "";
    if (/[\p{L}]/u.test(above.text)) return "";
  }
  return "";
}

/** Where an address or hash stands first in the text as it is spelled, whatever its letters' case. */
function placeOf(text: string, spelled: string): Span | null {
  const exact = text.indexOf(spelled);
  const from = exact >= 0 ? exact : text.toLowerCase().indexOf(spelled.toLowerCase());
  const bare =
    from >= 0 ? from : text.toLowerCase().indexOf(spelled.replace(/^0x/i, "").toLowerCase());
  if (bare < 0) return null;
  return {
    from: bare,
    to: bare + (from >= 0 ? spelled.length : spelled.replace(/^0x/i, "").length),
  };
}
