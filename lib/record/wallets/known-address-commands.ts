import type { Queryable } from "@/lib/db/client";
import type { WriteCounts } from "@/lib/record/kinds/to-publish";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import { addressKey } from "@/lib/values/wallets/address-key";

/** Adds or revises known addresses in the version being published. */
export async function writeKnownAddresses(
  transaction: Queryable,
  version: number,
  known: readonly KnownAddress[],
): Promise<WriteCounts> {
  const counts: WriteCounts = { added: 0, revised: 0, unchanged: 0 };
  for (const address of known) {
    const matchKey = addressKey(address.chain, address.address);
    const current = await transaction.knownAddress.findFirst({
      where: { matchKey, supersededIn: null },
    });
    const fields = ["chain", "address", "label", "kind", "source"] as const;
    if (current !== null && fields.every((field) => current[field] === address[field])) {
      counts.unchanged += 1;
      continue;
    }
    if (current !== null) {
      await transaction.knownAddress.update({
        where: { id: current.id },
        data: { supersededIn: version },
      });
    }
    await transaction.knownAddress.create({ data: { ...address, matchKey, publishedIn: version } });
    counts[current === null ? "added" : "revised"] += 1;
  }
  return counts;
}
