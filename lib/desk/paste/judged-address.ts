import type { Said } from "@/lib/desk/paste/pasted-line";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressProblem, isChecked } from "@/lib/values/wallets/address-format";
import { guessChain, ownChain } from "@/lib/values/wallets/guessed-chain";

/** A heading over a list: the chain of the lines below it. */
export interface Heading {
  chain: string;
  /** Whether it says that accounts follow, as in “Aptos accounts”. */
  account: boolean;
  /** Whether nobody here knows a chain of that name. */
  unclear: boolean;
}

/** What becomes of an address: a row, with a doubt or without; or it is left aside. */
type Judged =
  /** @property chain empty where it has to be chosen */
  { taken: true; chain: string; warning: string | null } | { taken: false; why: string };

/** Chains on which `0x` and 64 digits are an account; on some a transaction looks the same. */
const ACCOUNTS_OF_64: ReadonlyMap<string, "account" | "either"> = new Map([
  ["aptos", "either"],
  ["movement", "either"],
  ["starknet", "either"],
  ["sui", "account"],
]);

const taken = (chain: string, warning: string | null = null): Judged => ({
  taken: true,
  chain,
  warning,
});
const aside = (why: string): Judged => ({ taken: false, why });

/** Judges an address by what its line and the heading above say of it. Guesses only where neither names a chain. */
export function judge(said: Said, heading: Heading | null): Judged {
  const { found, by } = said;
  const { address, looks } = found;
  const given = by === "beside" || by === "line" ? said.chain : null;
  if (
    looks === "name" &&
    (by !== "beside" || !isChecked(said.chain) || addressProblem(said.chain, address) !== null)
  )
    return aside("is a name, not an address: look up which address it stands for");
  if (looks === "hash") return hash(said, given, by === null ? heading : null);
  const cut = /…|\.\./.test(address);
  if (looks === "broken" && (cut || (given === null && heading === null)))
    return aside(brokenWords(address));
  if (by === "unclear") return unclear(said);
  if (given !== null) return onNamed(given, address, looks === "broken");
  if (heading === null) {
    const guessed = guessChain(address);
    return guessed === null
      ? aside("fits the form of no chain that is known here: name its chain")
      : taken(guessed);
  }
  if (heading.unclear)
    return unclear({ ...said, chain: heading.chain, linked: false, called: looks !== "broken" });
  const judged = onNamed(heading.chain, address, looks === "broken");
  const guessed = guessChain(address);
  if (judged.taken || guessed === null) return judged;
  return taken(
    guessed,
    `was taken as ${chainLabel(guessed)}: it is no address of ${chainLabel(heading.chain)}, which stands above`,
  );
}

function onNamed(chain: string, address: string, broken: boolean): Judged {
  if (!isChecked(chain))
    return broken ? aside(brokenWords(address)) : taken(chain, notVerified(chain));
  const problem = addressProblem(chain, address);
  return problem === null
    ? taken(chain)
    : aside(`is no address of ${chainLabel(chain)}: it ${problem}`);
}

/**
 * Beside a word that may be a chain's name no other chain is guessed, unless only one writes
 * addresses so. An unknown form on a chain that is called by name is taken as that chain's.
 */
function unclear({ chain: word, found, linked, called }: Said): Judged {
  const { address, looks } = found;
  const named = word.slice(0, 60);
  const own = ownChain(address);
  if (own !== null && !linked) return taken(own);
  if (looks === "broken") return aside(brokenWords(address));
  if (looks === "long" && !called)
    return aside(`fits the form of no chain that is known here: is “${named}” its chain?`);
  if (looks === "long") return taken(readChain(named), notVerified(readChain(named)));
  const why = word === "" ? "the link does not say it" : `is “${named}” one?`;
  return taken("", `needs its chain: ${why}`);
}

function notVerified(chain: string): string {
  return `is not verified: the form of addresses on ${chainLabel(chain)} is not known here`;
}

function brokenWords(address: string): string {
  if (/…|\.\./.test(address)) return "is shortened: the whole address is needed";
  return /^0x[0-9a-f]{1,200}$/i.test(address)
    ? `has ${address.length - 2} digits after 0x; an address has 40`
    : "is no address as it stands: it holds other signs, too";
}

function hash(
  { found, words, linked, by }: Said,
  given: string | null,
  heading: Heading | null,
): Judged {
  const { address } = found;
  const chain = given ?? (heading?.unclear === false ? heading.chain : null);
  const hex = /^0x/i.test(address);
  const accounts = hex && chain !== null ? ACCOUNTS_OF_64.get(chain) : undefined;
  if (words.block) return aside("looks like the hash of a block");
  if (words.transaction) return aside("looks like a transaction");
  if (chain === "near" && !hex && addressProblem(chain, address) === null) return taken(chain);
  if (chain === null || accounts === undefined) return aside("looks like a transaction");
  const sure =
    linked ||
    accounts === "account" ||
    by === "beside" ||
    words.account ||
    heading?.account === true;
  if (!sure)
    return aside(
      `may be an account or a transaction, which look alike on ${chainLabel(chain)}: write “account” before it`,
    );
  return onNamed(chain, address, false);
}
