import type { Queryable } from "@/lib/db/client";
import type { Elsewhere, Knowledge } from "@/lib/desk/paste/knowledge";
import type { AddressRole } from "@/lib/desk/paste/pasted-columns";
import { storedServices } from "@/lib/record/wallets/known-address-queries";
import { addressKey } from "@/lib/values/wallets/address-key";

/** So many are looked up by one statement. */
const BATCH = 5000;

/**
 * What the record knows of addresses at its newest version: which of them are services, and which
 * active incidents have them.
 * @param recordId the incident that is being revised, whose own addresses say nothing; null for a new one
 */
export async function knowledgeOf(
  db: Queryable,
  addresses: readonly { chain: string; address: string }[],
  recordId: number | null,
): Promise<Knowledge> {
  const keys = [...new Set(addresses.map(({ chain, address }) => addressKey(chain, address)))];
  const services: Record<string, Knowledge["services"][string][number][]> = {};
  const elsewhere: Record<string, Elsewhere[]> = {};
  for (let start = 0; start < keys.length; start += BATCH) {
    const matchKey = { in: keys.slice(start, start + BATCH) };
    const stored = await storedServices(db, { matchKey, supersededIn: null, retraction: null });
    for (const { service } of stored) {
      const { retraction: _, ...known } = service;
      add(services, addressKey(known.chain, known.address), known);
    }
    const rows = await db.address.findMany({
      where: {
        matchKey,
        revision: {
          supersededIn: null,
          retraction: null,
          mergedIntoId: null,
          ...(recordId === null ? {} : { incidentId: { not: recordId } }),
        },
      },
      select: { matchKey: true, role: true, revision: { select: { slug: true, name: true } } },
      orderBy: { id: "asc" },
    });
    for (const { matchKey: key, role, revision } of rows)
      add(elsewhere, key, { ...revision, role: role as AddressRole });
  }
  return { services, elsewhere };
}

function add<Value>(lists: Record<string, Value[]>, key: string, value: Value): void {
  if (!Object.hasOwn(lists, key)) lists[key] = [];
  lists[key]?.push(value);
}
