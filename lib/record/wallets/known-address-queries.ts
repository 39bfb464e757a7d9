import type { Queryable } from "@/lib/db/client";
import { seenAt } from "@/lib/record/versions/version-queries";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import { addressKey } from "@/lib/values/wallets/address-key";

/** Which of some addresses are known ones at a version, by their address key. */
export async function knownAmong(
  db: Queryable,
  version: number,
  addresses: readonly { chain: string; address: string }[],
): Promise<Map<string, KnownAddress>> {
  const rows = await db.knownAddress.findMany({
    where: {
      matchKey: { in: addresses.map(({ chain, address }) => addressKey(chain, address)) },
      ...seenAt(version),
    },
  });
  return new Map(rows.map((row) => [row.matchKey, row]));
}

/** Every known address of a version, by label. */
export async function knownAddressesAt(db: Queryable, version: number): Promise<KnownAddress[]> {
  return db.knownAddress.findMany({
    where: seenAt(version),
    select: { chain: true, address: true, label: true, kind: true, source: true },
    orderBy: [{ label: "asc" }, { id: "asc" }],
  });
}
