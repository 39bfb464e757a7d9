import { flagsOf, type Said } from "@/lib/desk/paste/pasted-line";
import { roleInWords } from "@/lib/desk/paste/role-words";
import { hyphenated, readChain } from "@/lib/values/taxonomy/chain-names";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressProblem, isChecked } from "@/lib/values/wallets/address-format";
import { guessChain, ownChain } from "@/lib/values/wallets/guessed-chain";
import {
  isCheckedTransactionChain,
  transactionProblem,
} from "@/lib/values/wallets/transaction-hash";

/** A heading over a list: the chain of the lines below it. */
export interface Heading {
  chain: string;
  /** Whether it says that accounts follow, as in “Aptos accounts”; or transactions. */
  lists: "address" | "transaction" | null;
  /** Whether nobody here knows a chain of that name. */
  unclear: boolean;
  text: string;
}

/** What something may be taken as. @property chain empty where it has to be chosen */
export interface Reading {
  as: "address" | "transaction";
  chain: string;
}

/** What becomes of something that looks like an address or a transaction. */
export type Judged =
  | (Reading & { is: "taken"; warning: string | null })
  /** @property asks a sentence */
  | { is: "asked"; asks: string; readings: Reading[] }
  | { is: "left"; why: string };

type Kind = Reading["as"];

const taken = (as: Kind, chain: string, warning: string | null = null): Judged => ({
  is: "taken",
  as,
  chain,
  warning,
});
const left = (why: string): Judged => ({ is: "left", why });
const asked = (asks: string, readings: Reading[]): Judged => ({ is: "asked", asks, readings });

/** Chains on which `0x` and 64 digits may be an account. */
const ACCOUNTS_OF_64 = ["aptos", "sui", "starknet", "movement"];

/**
 * Judges a piece of text by what its line, the heading above it and the incident's own chains say of
 * it. Guesses only where none of them names a chain; what may be two things is asked.
 * @param chains the incident's chains, as far as the form has them
 */
export function judge(said: Said, heading: Heading | null, chains: readonly string[]): Judged {
  const { found, by } = said;
  const { address, looks } = found;
  const given = by === "beside" || by === "line" ? said.chain : null;
  if (looks === "name" && !isAccountName(said, given))
    return left("is a name, not an address: look up which address it stands for");
  const flags = flagsOf(said);
  if (isHash(said) && flags.block && said.linked === null)
    return left("looks like the hash of a block");
  if (isHash(said) && flags.other !== null && said.linked === null)
    return left(`is called “${flags.other}”, which is neither an address nor a transaction`);
  const cut = /…|\.\./.test(address);
  if (looks === "broken" && (cut || (given === null && heading === null)))
    return left(brokenWords(address));
  if (by === "unclear") return unclear(said, heading, chains);
  if (given !== null) return on(given, said, heading);
  if (heading === null) return guessed(said, chains);
  if (heading.unclear)
    return unclear({ ...said, chain: heading.chain, linked: null, called: true }, null, chains);
  const judged = on(heading.chain, said, heading);
  if (judged.is !== "left") return judged;
  const other = guessed(said, []);
  return other.is === "taken" && other.chain !== ""
    ? {
        ...other,
        warning: `was taken as ${chainLabel(other.chain)}: it is none of ${chainLabel(heading.chain)}, which stands above`,
      }
    : judged;
}

/** Names such as `foo.near` are accounts on their own chain. */
function isAccountName({ found, by }: Said, given: string | null): boolean {
  return (
    by === "beside" &&
    given !== null &&
    isChecked(given) &&
    addressProblem(given, found.address) === null
  );
}

/** Judges on a chain that is named. */
function on(chain: string, said: Said, heading: Heading | null): Judged {
  const { address, looks } = said.found;
  const account = isChecked(chain) ? addressProblem(chain, address) : undefined;
  const transaction = isCheckedTransactionChain(chain)
    ? transactionProblem(chain, address)
    : undefined;
  const meant = meantAs(said, heading);
  const name = chainLabel(chain);
  if (account === null && transaction === null) return either(chain, said, meant);
  if (account === null) {
    if (isHash(said) && meant === "transaction")
      return asked(
        `The words say that it is a transaction, but on ${name} it looks like an address.`,
        [
          { as: "address", chain },
          { as: "transaction", chain },
        ],
      );
    return taken("address", chain);
  }
  if (transaction === null && (isHash(said) || account !== undefined)) {
    if (account === undefined && meant === "address")
      return asked(
        `It looks like a transaction on ${name}, but the words say that it is an address; the form of addresses there is not known here.`,
        [
          { as: "transaction", chain },
          { as: "address", chain },
        ],
      );
    const warning =
      meant === "address" && said.column === null
        ? `was taken as a transaction: addresses on ${name} look otherwise`
        : null;
    return taken("transaction", chain, warning);
  }
  if (looks === "broken") return left(brokenWords(address));
  if (account !== undefined)
    return left(
      `is no address of ${name}: it ${account}${meant === "transaction" && typeof transaction === "string" ? `; as a transaction, it ${transaction}` : ""}`,
    );
  if (!isHash(said)) return taken("address", chain, notVerified(chain));
  if (meant === null) return either(chain, said, null);
  return meant === "address"
    ? taken("address", chain, notVerified(chain))
    : taken(
        "transaction",
        chain,
        `is not verified: the form of transactions on ${name} is not known here`,
      );
}

/** Where an account and a transaction look alike, the words decide; where there are none, it is asked. */
function either(chain: string, said: Said, meant: Kind | null): Judged {
  if (meant !== null && said.column !== "address") return taken(meant, chain);
  const name = chainLabel(chain);
  // A table of chains and addresses says it less than words would.
  if (meant !== null)
    return taken(
      meant,
      chain,
      meant === "address" ? `was taken as an address: a transaction on ${name} looks alike` : null,
    );
  return asked(`An account and a transaction look alike on ${name}. Which is it?`, [
    { as: "address", chain },
    { as: "transaction", chain },
  ]);
}

/** What the words, the link, the table or the heading say that it is; null where none does. */
function meantAs(said: Said, heading: Heading | null): Kind | null {
  const { linked, words, column } = said;
  if (linked !== null) return linked === "transaction" ? "transaction" : "address";
  const flags = flagsOf(said);
  if (flags.transaction) return "transaction";
  if (flags.account || (words !== null && roleInWords(words.text, words.place).role !== null))
    return "address";
  return column ?? heading?.lists ?? null;
}

/** Judges where nobody names a chain: by the incident's own chains, else by the form alone. */
function guessed(said: Said, chains: readonly string[]): Judged {
  const { address } = said.found;
  const own = ownChain(address);
  const fitting = chains.filter((chain) => {
    const judged = on(chain, said, null);
    return isChecked(chain) && judged.is !== "left";
  });
  const [only, ...more] = fitting;
  if (isHash(said)) {
    if (only !== undefined && more.length === 0) return on(only, said, null);
    return hashAlone(said, fitting);
  }
  if (said.found.chain !== null) return on(said.found.chain, said, null);
  const guess = guessChain(address);
  if (own !== null || (guess !== null && (only === undefined || fitting.includes(guess))))
    return taken("address", own ?? guess ?? "");
  if (only !== undefined && more.length === 0) return on(only, said, null);
  if (only !== undefined)
    return asked(
      `Nothing says on which of the incident’s chains it is.`,
      fitting.map((chain) => ({ as: "address", chain })),
    );
  return left("fits the form of no chain that is known here: name its chain");
}

/** 64 digits, or a signature, without a chain. @param fitting the incident's chains on which it can be something */
function hashAlone(said: Said, fitting: readonly string[]): Judged {
  const { address } = said.found;
  const meant = meantAs(said, null);
  if (/^[1-9A-HJ-NP-Za-km-z]{86,88}$/.test(address)) return taken("transaction", "solana");
  if (/^\d+\.\d+\.\d+[@-]/.test(address)) return taken("transaction", "hedera");
  const accounts = (/^0x/i.test(address) ? ACCOUNTS_OF_64 : ["near"]).filter(
    (chain) => fitting.length === 0 || fitting.includes(chain),
  );
  if (meant !== "transaction" && accounts.length > 0 && (meant === "address" || fitting.length > 0))
    return asked(
      `It looks like a transaction${meant === "address" ? ", but the words say that it is an address" : "; on some chains an account looks the same"}.`,
      [
        { as: "transaction", chain: "" },
        ...accounts.map((chain): Reading => ({ as: "address", chain })),
      ],
    );
  return taken("transaction", "", "was taken as a transaction: choose its chain");
}

/**
 * Beside a word that may be a chain's name no chain is guessed: it is asked. An unknown form on a chain
 * that is called by name is taken as that chain's.
 */
function unclear(said: Said, heading: Heading | null, chains: readonly string[]): Judged {
  const { chain: word, found, linked, called } = said;
  const { address, looks } = found;
  const named = word.slice(0, 60);
  const own = ownChain(address);
  // Only one chain writes addresses so, whatever the word is.
  if (own !== null && linked === null && found.chain === null) return taken("address", own);
  if (looks === "broken") return left(brokenWords(address));
  if (looks === "long" && called) {
    const chain = readChain(named);
    return chain === ""
      ? left("fits the form of no chain that is known here: name its chain")
      : taken("address", chain, notVerified(chain));
  }
  const candidates = [
    ...named.split(" or ").map((name) => readChain(name)),
    ...(heading !== null && !heading.unclear ? [heading.chain] : []),
    ...chains,
    ...[own ?? guessChain(address)].filter((chain) => chain !== null),
  ];
  const readings: Reading[] = [];
  for (const chain of new Set(candidates)) {
    if (chain === "" || hyphenated(chain) !== chain || chain.length > 60) continue;
    const judged = on(chain, said, null);
    if (judged.is === "taken") readings.push({ as: judged.as, chain });
    if (judged.is === "asked") readings.push(...judged.readings);
  }
  // What nobody knows as a chain comes last.
  const last = readChain(named);
  const sorted = [
    ...readings.filter(({ chain }) => chain !== last || isChecked(chain)),
    ...readings.filter(({ chain }) => chain === last && !isChecked(chain)),
  ];
  const asks =
    word === ""
      ? "The link does not say on which chain it is."
      : named.includes(" or ")
        ? `Two chains are named: ${named.split(" or ").map(chainLabel).join(" and ")}.`
        : `“${named}” may be a chain that nobody here knows, or no chain at all.`;
  return asked(asks, sorted.slice(0, 6));
}

function isHash({ found, linked }: Said): boolean {
  return found.looks === "hash" || linked === "transaction";
}

function notVerified(chain: string): string {
  return `is not verified: the form of addresses on ${chainLabel(chain)} is not known here`;
}

function brokenWords(address: string): string {
  if (/…|\.\./.test(address)) return "is shortened: the whole address is needed";
  return /^0x[0-9a-f]{1,200}$/i.test(address)
    ? `has ${address.length - 2} digits after 0x; an address has 40, a transaction 64`
    : "is no address as it stands: it holds other signs, too";
}
