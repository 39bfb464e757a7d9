import type { Reading } from "@/lib/desk/paste/judged";
import type {
  PastedAddress,
  PastedRow,
  PastedTransaction,
  TransactionRole,
} from "@/lib/desk/paste/pasted";
import type { AddressRole } from "@/lib/desk/paste/pasted-columns";
import { flagsIn } from "@/lib/desk/paste/pasted-label";
import type { Said } from "@/lib/desk/paste/pasted-line";
import { roleInWords } from "@/lib/desk/paste/role-words";
import { transactionRole } from "@/lib/desk/paste/transaction-words";
import { ADDRESS_ROLES, chainLabel, TRANSACTION_ROLES } from "@/lib/values/taxonomy/taxonomy";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionHash, transactionKey } from "@/lib/values/wallets/transaction-hash";

/** What a line above a list says of all of it; empty where it says nothing. */
export interface ListRoles {
  address: AddressRole | "";
  transaction: TransactionRole | "";
}

export const NO_ROLES: ListRoles = { address: "", transaction: "" };

/** What a line that ends in a colon says of the list below it: only where it is about accounts or transactions, or hardly anything else. */
export function rolesOfList(text: string): ListRoles {
  const { account, transaction } = flagsIn(text);
  const short = text.trim().split(/\s+/).length <= 3;
  return {
    address: account || (short && !transaction) ? (roleInWords(text, "before").role ?? "") : "",
    transaction: transaction || short ? transactionRole(text) : "",
  };
}

/** A row as one reading has it, and why its role has to be chosen though words speak of one. */
export function rowOf(
  { found, words, roleCell }: Said,
  { as, chain }: Reading,
  source: string,
  roles: ListRoles,
): { row: PastedRow; asks: string | null } {
  if (as === "transaction") {
    const hash = chain === "" ? found.address : transactionHash(chain, found.address);
    const told =
      transactionRoleSaid(roleCell ?? "") ||
      transactionRole(words?.text ?? "") ||
      roles.transaction;
    return { row: { is: "transaction", chain, hash, role: told, source }, asks: null };
  }
  const cell = roleCell === null ? null : roleSaid(roleCell);
  const inWords = words === null ? null : roleInWords(words.text, words.place);
  const said = cell !== null && (cell.role !== null || cell.asks !== null) ? cell : inWords;
  const row: PastedAddress = {
    is: "address",
    chain,
    address: found.address,
    role: said?.role ?? (said?.asks == null ? roles.address : ""),
    source,
  };
  return { row, asks: said?.asks ?? null };
}

function roleSaid(cell: string): { role: AddressRole | null; asks: string | null } {
  const own = ADDRESS_ROLES.find((role) => role === cell.trim().toLowerCase());
  return own === undefined ? roleInWords(cell, "before") : { role: own, asks: null };
}

function transactionRoleSaid(cell: string): TransactionRole | "" {
  const own = TRANSACTION_ROLES.find(({ value }) => value === cell.trim().toLowerCase());
  return own?.value ?? transactionRole(cell);
}

/** What buttons say: the chain where only that is asked, what it is where only that is, or both. */
export function readingLabels(rows: readonly PastedRow[]): string[] {
  const kinds = new Set(rows.map(({ is }) => is)).size;
  const chains = new Set(rows.map(({ chain }) => chain)).size;
  return rows.map(({ is, chain }) => {
    const where = chain === "" ? "" : ` on ${chainLabel(chain)}`;
    const what = is === "address" ? "an address" : "a transaction";
    if (kinds === 1) return `Take${where === "" ? ", chain to be chosen" : where}`;
    return chains === 1 ? `Take as ${what}` : `Take as ${what}${where}`;
  });
}

/** Two spellings of one account, or of one transaction, on one chain have the same key. */
export function keyOf(
  row:
    | Pick<PastedAddress, "is" | "chain" | "address">
    | Pick<PastedTransaction, "is" | "chain" | "hash">,
): string {
  return row.is === "address"
    ? `${row.chain} ${addressKey(row.chain, row.address)}`
    : `${row.chain} tx ${transactionKey(row.chain, row.hash)}`;
}
