import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressProblem, isChecked } from "@/lib/values/wallets/address-format";
import {
  TRANSACTION_FORMS,
  type TransactionForm,
  type TransactionId,
} from "@/lib/values/wallets/transaction-forms";
import { unseenSigns, withoutUnseen } from "@/lib/values/wallets/unseen-signs";

/**
 * Which rule stored keys were made by. Raised whenever the key of any transaction changes; rows with keys of an older
 * rule have to be given new ones.
 */
export const TRANSACTION_KEY_RULE = 1;

/** Longer texts name no transaction. */
const LONGEST = 200;

/**
 * What is wrong with a transaction's hash on its chain, with what that chain's look like; null where
 * nothing is. A chain whose form is not known here takes any text without spaces.
 */
export function transactionProblem(chain: string, hash: string): string | null {
  const unseen = unseenSigns(hash);
  if (unseen.length > 0) return `holds a sign that cannot be seen: ${unseen.join(", ")}`;
  if (/\s/.test(hash)) return "must not hold spaces";
  if (hash === "") return "must not be empty";
  if (hash.length > LONGEST) return `is ${hash.length} characters long, which no transaction is`;
  const form = TRANSACTION_FORMS.get(chain);
  if (form === undefined || form.read(hash) !== null) return null;
  const must = `transactions on ${chainLabel(chain)} are ${form.looks}`;
  if (isChecked(chain) && addressProblem(chain, hash) === null)
    return `is an address, not a transaction: ${must}`;
  const digits = /^(?:0x)?([0-9a-f]+)$/i.exec(hash)?.[1];
  const count =
    digits === undefined || digits.length === 64 ? "" : `; this one has ${digits.length}`;
  return `is no transaction of this chain: ${must}${count}`;
}

/**
 * A transaction's hash as it is stored and shown, without what cannot be seen: in small letters after
 * 0x on chains of Ethereum's kind, in small letters on Bitcoin's, in capitals on the XRP Ledger and
 * Cosmos's, in hexadecimal on TON. As it was written where no form reads it.
 */
export function transactionHash(chain: string, hash: string): string {
  const { text } = withoutUnseen(hash);
  return readHash(chain, text)?.hash ?? text;
}

/**
 * The key under which two spellings of one transaction are equal.
 *
 * A hash is a digest of what was signed, and since EIP-155 that holds the chain: no two transactions
 * share it but one that was signed for no chain and replayed on another, which is the same theft. So
 * the digest alone is the key, and finds a transaction that somebody filed under a wrong chain. Rows
 * of one incident may hold both of a replay: they are told apart by chain and key. What is no digest,
 * such as Hedera's times and numbers in a ledger, means something on its own chain only.
 */
export function transactionKey(chain: string, hash: string): string {
  const { text } = withoutUnseen(hash);
  const read = readHash(chain, text);
  if (read !== null) return read.digest === null ? `${chain}:${read.hash}` : `tx:${read.digest}`;
  // On a chain whose form is not known, or filed under a wrong one.
  const digits = /^(?:0x)?([0-9a-f]{64})$/i.exec(text)?.[1];
  return digits === undefined ? `${chain}:${text}` : `tx:${digits.toLowerCase()}`;
}

/**
 * The keys of the transactions that a text may be where nobody names a chain; one of several chains whose digests are written
 * alike, since the digest is the key. A short number in a ledger is none: it is rather a day or an amount.
 */
export function transactionKeysLike(text: string): string[] {
  if (text.length < SHORTEST || text.length > LONGEST || SLUG.test(text)) return [];
  const keys = new Set<string>();
  for (const [chain, form] of FORM_OF_EACH) {
    const read = form.read(text);
    if (read !== null)
      keys.add(read.digest === null ? `${chain}:${read.hash}` : `tx:${read.digest}`);
  }
  return [...keys];
}
const SHORTEST = 26;
/** What base64 could be as well, and is rather a name: words between hyphens. */
const SLUG = /^(?=[a-z0-9]*-)(?=[^a-z]*[a-z])[a-z0-9-]+$/;

/** Each form once, with the first chain that has it. */
const FORM_OF_EACH: readonly (readonly [string, TransactionForm])[] = [...TRANSACTION_FORMS].filter(
  ([, form], place, all) => all.findIndex((each) => each[1] === form) === place,
);

function readHash(chain: string, text: string): TransactionId | null {
  return text.length > LONGEST ? null : (TRANSACTION_FORMS.get(chain)?.read(text) ?? null);
}

/** Whether the transactions of a chain are checked at all; those of others are shown as unchecked. */
export function isCheckedTransactionChain(chain: string): boolean {
  return TRANSACTION_FORMS.has(chain);
}

/** The chains whose transactions are checked. */
export function checkedTransactionChains(): string[] {
  return [...TRANSACTION_FORMS.keys()];
}
