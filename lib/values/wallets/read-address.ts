import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { readForm } from "@/lib/values/wallets/address-forms";
import { readExplorerLink } from "@/lib/values/wallets/explorer-link";
import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";
import { unwrap, type Wrapped } from "@/lib/values/wallets/wrapped-address";

/** What somebody wrote, taken apart. */
export interface ReadAddress {
  /** The chain that the writing itself names by a prefix or link; null where it names none that is known. */
  chain: string | null;
  /** The address in the form in which it is stored and shown; as it was written where no form reads it. */
  address: string;
  /** A destination tag, memo or payment id: it says for whom a service took the money, and is no part of the account. */
  tag: string | null;
  /** What was left out, as messages name it: `zero-width space (U+200B)`, `“?amount=0.1”`. */
  removed: string[];
  /** What has to be asked: a prefix that no chain has, or one that names another chain than was given. Null where nothing. */
  question: string | null;
}

/**
 * Reads an address as wallets, links and pages write it (BIP 21, EIP-681, EIP-3770, CAIP-10, TON's,
 * Stellar's and Solana's links, block explorers'), with what cannot be seen. Whether it is a right address of its chain
 * is for `addressProblem` to say of the result. Never throws.
 * @param chain the chain that the field, column or heading says; null where nobody does
 */
export function readAddress(text: string, chain: string | null = null): ReadAddress {
  const { text: bare, removed } = withoutUnseen(text);
  const wrapped = behindLink(bare) ?? unwrap(bare);
  // A chain may write a colon itself, as Kadena's names do: then the prefix is part of the address.
  const whole = wrapped.unclear !== null && chain !== null ? accountOn(chain, bare) : null;
  const found: Wrapped = whole === null ? wrapped : { ...wrapped, address: bare, unclear: null };
  const account = accountOn(found.chain ?? chain, found.address);
  return {
    chain: found.chain,
    address: account?.address ?? found.address,
    tag: found.tag ?? account?.tag ?? null,
    removed: [...removed, ...found.removed],
    question: questionAbout(found, chain),
  };
}

/** The address that a block explorer's link shows; of a token's page of one holder, the holder. */
function behindLink(text: string): Wrapped | null {
  if (!/^https?:\/\//i.test(text)) return null;
  const link = readExplorerLink(text);
  const shown = link === null || (link.is !== "address" && link.is !== "token") ? null : link;
  const address = shown === null ? text : (shown.holder ?? shown.value);
  return { chain: shown?.chain ?? null, address, tag: null, removed: [], unclear: null };
}

function accountOn(chain: string | null, address: string) {
  const read = chain === null ? null : readForm(chain, address);
  return read === null || typeof read === "string" ? null : read;
}

function questionAbout({ chain: named, unclear }: Wrapped, given: string | null): string | null {
  if (unclear !== null) return `“${unclear}” names no chain that is known here`;
  if (named === null || given === null || named === given) return null;
  return `names ${chainLabel(named)} itself, while the chain given is ${chainLabel(given)}`;
}
