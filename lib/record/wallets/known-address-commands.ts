import type { Queryable } from "@/lib/db/client";
import type { Put } from "@/lib/record/publishing/placed";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import { addressKey } from "@/lib/values/wallets/address-key";

/** Adds or revises known addresses in the version being published. */
export async function putKnownAddresses(
  transaction: Queryable,
  version: number,
  known: readonly KnownAddress[],
): Promise<Put> {
  const put: Put = { added: 0, revised: 0, unchanged: 0 };
  for (const address of known) {
    const matchKey = addressKey(address.chain, address.address);
    const current = await transaction.knownAddress.findFirst({
      where: { matchKey, supersededIn: null },
    });
    const fields = ["chain", "address", "label", "kind", "source"] as const;
    if (current !== null && fields.every((field) => current[field] === address[field])) {
      put.unchanged += 1;
      continue;
    }
    if (current !== null) {
      await transaction.knownAddress.update({
        where: { id: current.id },
        data: { supersededIn: version },
      });
    }
    await transaction.knownAddress.create({ data: { ...address, matchKey, publishedIn: version } });
    put[current === null ? "added" : "revised"] += 1;
  }
  return put;
}
