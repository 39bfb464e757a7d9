import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import type {
  AddressSighting,
  TransactionSighting,
  WalletAddress,
  WalletTransaction,
} from "@/lib/record/wallets/wallet";
import { addressKey } from "@/lib/values/wallets/address-key";
import { canonicalAddress } from "@/lib/values/wallets/canonical-address";
import { transactionHash, transactionKey } from "@/lib/values/wallets/transaction-hash";

// What was merged is told by what it was merged into.
const seen = (version: number) =>
  Prisma.sql`${seenAtVersion("i", version)} AND i.merged_into_id IS NULL`;

/** What a version has on an address in any spelling; null where no incident names it and it is no known address. */
export async function findAddress(
  db: Queryable,
  version: number,
  chain: string,
  address: string,
): Promise<WalletAddress | null> {
  const key = addressKey(chain, address);
  const [sightings, known] = await Promise.all([
    db.$queryRaw<AddressSighting[]>`
      SELECT i.slug, d.chain, d.address AS text, d.role::text AS role, d.source, i.retraction IS NOT NULL AS "isRetracted"
      FROM address d JOIN incident_revision i ON i.id = d.revision_id
      WHERE d.match_key = ${key} AND ${seen(version)}
      ORDER BY i.retraction IS NOT NULL, i.occurred_on, i.incident_id, d.id`,
    db.$queryRaw<KnownAddress[]>`
      SELECT k.chain, k.address, k.label, k.kind, k.source FROM known_address k
      WHERE k.match_key = ${key} AND k.retraction IS NULL AND ${seenAtVersion("k", version)} ORDER BY k.id`,
  ]);
  const first = sightings[0] ?? known.map((service) => ({ ...service, text: service.address }))[0];
  if (first === undefined) return null;
  return {
    chain: first.chain,
    text: canonicalAddress(first.chain, first.text),
    sightings,
    known,
  };
}

/** What a version has on a transaction in any spelling; null where no incident names it. */
export async function findTransaction(
  db: Queryable,
  version: number,
  chain: string,
  hash: string,
): Promise<WalletTransaction | null> {
  const sightings = await db.$queryRaw<TransactionSighting[]>`
    SELECT i.slug, d.chain, d.hash AS text, d.role::text AS role, d.source, i.retraction IS NOT NULL AS "isRetracted"
    FROM incident_transaction d JOIN incident_revision i ON i.id = d.revision_id
    WHERE d.match_key = ${transactionKey(chain, hash)} AND ${seen(version)}
    ORDER BY i.retraction IS NOT NULL, i.occurred_on, i.incident_id, d.id`;
  const first = sightings[0];
  if (first === undefined) return null;
  return { chain: first.chain, text: transactionHash(first.chain, first.text), sightings };
}
