import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WrittenRecords } from "@/lib/record/kinds/to-publish";
import { type ServiceToPublish, serviceKey } from "@/lib/record/wallets/known-address";
import { type StoredService, storedServices } from "@/lib/record/wallets/known-address-queries";
import { addressKey } from "@/lib/values/wallets/address-key";

/** Services stored by one statement. */
const BATCH = 1000;

/**
 * Adds, revises and retracts services in the version being published.
 * @throws {PublicationError} where an address is another service's already, or one is not held
 */
export async function writeServices(
  transaction: Queryable,
  version: number,
  given: readonly ServiceToPublish[],
  errors: PublicationErrors,
): Promise<WrittenRecords<ServiceToPublish>> {
  if (given.length === 0)
    return { counts: { added: 0, revised: 0, unchanged: 0 }, recordIds: new Map() };
  const stored = await storedServices(transaction, { supersededIn: null });
  const held = new Map(stored.map((each) => [each.serviceId, each]));
  const revised = new Set(given.map(({ recordId }) => recordId));
  // An address that a service gives up here is free for another.
  const taken = new Set(
    stored.flatMap(({ serviceId, service }) =>
      revised.has(serviceId) ? [] : [serviceKey(service)],
    ),
  );
  const changed: { service: ServiceToPublish; was: StoredService | null; id: number }[] = [];
  const newIds = await newServiceIds(
    transaction,
    given.filter(({ recordId }) => recordId === null).length,
  );
  const recordIds = new Map<ServiceToPublish, number>();
  const seen = new Set<number>();
  for (const service of given) {
    const { recordId, record } = service;
    const was = held.get(recordId ?? 0) ?? null;
    if (recordId !== null && was === null)
      errors.add(service, [], "The record holds no such service.");
    const id = recordId ?? newIds.shift() ?? 0;
    const key = serviceKey(record);
    if (seen.has(id)) errors.add(service, [], "It is to be published twice at once.");
    else if (taken.has(key))
      errors.add(service, ["address"], "This address stands in the list already: revise that one.");
    seen.add(id);
    taken.add(key);
    recordIds.set(service, id);
    if (was === null || !isDeepStrictEqual(was.service, record)) changed.push({ service, was, id });
  }
  errors.throwAny();
  const closed = changed.flatMap(({ was }) => (was === null ? [] : [was.rowId]));
  // All of them are closed before any is added: one may take the address that another gives up.
  for (let start = 0; start < closed.length; start += BATCH) {
    await transaction.knownAddress.updateMany({
      where: { id: { in: closed.slice(start, start + BATCH) } },
      data: { supersededIn: version },
    });
  }
  for (let start = 0; start < changed.length; start += BATCH) {
    await transaction.knownAddress.createMany({
      data: changed.slice(start, start + BATCH).map(({ service: { record }, was, id }) => ({
        ...record,
        serviceId: id,
        revision: (was?.revision ?? 0) + 1,
        matchKey: addressKey(record.chain, record.address),
        publishedIn: version,
      })),
    });
  }
  return {
    counts: {
      added: changed.length - closed.length,
      revised: closed.length,
      unchanged: given.length - changed.length,
    },
    recordIds,
  };
}

async function newServiceIds(transaction: Queryable, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    INSERT INTO service SELECT FROM generate_series(1, ${count}::int) RETURNING id`;
  return rows.map((row) => row.id);
}
