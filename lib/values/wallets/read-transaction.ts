import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { readExplorerLink } from "@/lib/values/wallets/explorer-link";
import { transactionHash } from "@/lib/values/wallets/transaction-hash";
import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";
import { chainOfPrefix } from "@/lib/values/wallets/wrapped-address";

/** What somebody wrote for a transaction, taken apart. */
export interface ReadTransaction {
  /** The chain that the writing itself names by a link or prefix; null where it names none that is known. */
  chain: string | null;
  /** The hash in its chain's form; as it was written where no form reads it. */
  hash: string;
  /** What was left out, as messages name it. */
  removed: string[];
  /** What has to be asked: a prefix that no chain has, or another chain than was given. Null where nothing. */
  question: string | null;
}

/**
 * Reads a transaction as pages and people write it: a hash, an explorer's link, a hash behind a
 * chain's short name. Whether it is one of its chain is for `transactionProblem` to say of the
 * result. Never throws.
 * @param chain the chain that the field, column or heading says; null where nobody does
 */
export function readTransaction(text: string, chain: string | null = null): ReadTransaction {
  const { text: bare, removed } = withoutUnseen(text);
  const link = /^https?:\/\//i.test(bare) ? readExplorerLink(bare) : null;
  if (link?.is === "transaction") return asked(link.chain, link.value, removed, chain);
  const [, prefix, rest] =
    /^([a-z][a-z0-9-]{1,30}):\s*([0-9a-zA-Z+/_=-]{40,100})$/i.exec(bare) ?? [];
  // zkSync's own prefix is part of what its explorer shows.
  if (prefix === undefined || rest === undefined || /^(?:sync-tx|https?)$/i.test(prefix))
    return asked(null, bare, removed, chain);
  const named = chainOfPrefix(prefix);
  if (named !== null) return asked(named, rest, removed, chain);
  const question = `“${prefix}:” names no chain that is known here`;
  return { ...asked(null, rest, removed, chain), question };
}

function asked(
  named: string | null,
  text: string,
  removed: string[],
  given: string | null,
): ReadTransaction {
  const on = named ?? given;
  const clash = named !== null && given !== null && named !== given;
  return {
    chain: named,
    hash: on === null ? text : transactionHash(on, text),
    removed,
    question: clash
      ? `names ${chainLabel(named)} itself, while the chain given is ${chainLabel(given)}`
      : null,
  };
}
