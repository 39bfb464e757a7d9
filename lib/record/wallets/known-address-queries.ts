import type { Queryable } from "@/lib/db/client";
import type { KnownAddress as KnownAddressRow, Prisma } from "@/lib/db/generated/client";
import { seenAt } from "@/lib/record/versions/version-queries";
import {
  type KnownAddress,
  type ServiceEntry,
  type ServiceKind,
  serviceKey,
} from "@/lib/record/wallets/known-address";
import { addressKey } from "@/lib/values/wallets/address-key";

/** A revision of a service in the form in which it was given, with the row that holds it. */
export interface StoredService {
  rowId: number;
  serviceId: number;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
  current: boolean;
  service: ServiceEntry;
}

/** Stored revisions, in no order. */
export async function storedServices(
  db: Queryable,
  where: Prisma.KnownAddressWhereInput,
): Promise<StoredService[]> {
  const rows = await db.knownAddress.findMany({ where });
  return rows.map((row) => ({
    rowId: row.id,
    serviceId: row.serviceId,
    revision: row.revision,
    publishedIn: row.publishedIn,
    current: row.supersededIn === null,
    service: { ...asGiven(row), retraction: row.retraction },
  }));
}

/**
 * Which of some addresses are services at a version, by their address key. Where an address is one on several chains,
 * it is the one on the chain that is asked for.
 */
export async function knownAmong(
  db: Queryable,
  version: number,
  addresses: readonly { chain: string; address: string }[],
): Promise<Map<string, KnownAddress>> {
  const rows = await db.knownAddress.findMany({
    where: {
      matchKey: { in: addresses.map(({ chain, address }) => addressKey(chain, address)) },
      retraction: null,
      ...seenAt(version),
    },
  });
  const asked = new Set(addresses.map(serviceKey));
  const ofChainLast = rows
    .map((row) => ({ row, isAsked: asked.has(serviceKey(row)) }))
    .sort((one, other) => Number(one.isAsked) - Number(other.isAsked));
  return new Map(ofChainLast.map(({ row }) => [row.matchKey, asGiven(row)]));
}

/** Every service of a version, by label. */
export async function knownAddressesAt(db: Queryable, version: number): Promise<KnownAddress[]> {
  const rows = await db.knownAddress.findMany({
    where: { retraction: null, ...seenAt(version) },
    orderBy: [{ label: "asc" }, { id: "asc" }],
  });
  return rows.map(asGiven);
}

function asGiven({ chain, address, label, kind, source }: KnownAddressRow): KnownAddress {
  // Written through the schema alone.
  return { chain, address, label, kind: kind as ServiceKind, source };
}
