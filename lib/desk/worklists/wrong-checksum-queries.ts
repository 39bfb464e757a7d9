import type { Database } from "@/lib/db/client";
import { addressWarning } from "@/lib/values/wallets/address-format";

/** As far as the addresses of a database were looked at. */
interface Looked {
  throughId: number;
  /** By revision, its addresses with a wrong checksum. */
  wrong: Map<number, string[]>;
}

const looked = new WeakMap<Database, Promise<Looked>>();

/**
 * The revisions, superseded ones too, that hold an address whose letters are a wrong checksum, with those addresses.
 * The database cannot tell, and published addresses never change: each is looked at once in the life of the program.
 */
export function wrongChecksums(db: Database): Promise<ReadonlyMap<number, readonly string[]>> {
  const before = looked.get(db) ?? Promise.resolve({ throughId: 0, wrong: new Map() });
  const now = before.then((known) => lookOn(db, known));
  looked.set(
    db,
    now.catch(() => before),
  );
  return now.then(({ wrong }) => wrong);
}

async function lookOn(db: Database, { throughId, wrong }: Looked): Promise<Looked> {
  // Only letters of both sizes are a checksum.
  const rows = await db.$queryRaw<{ id: number; revisionId: number; address: string }[]>`
    SELECT id, revision_id AS "revisionId", address FROM address
    WHERE id > ${throughId}::int AND address ~* '^0x[0-9a-f]{40}$'
      AND substr(address, 3) ~ '[a-f]' AND substr(address, 3) ~ '[A-F]'
    ORDER BY id`;
  for (const { revisionId, address } of rows)
    if (addressWarning(address) !== null)
      wrong.set(revisionId, [...(wrong.get(revisionId) ?? []), address]);
  return { throughId: rows.at(-1)?.id ?? throughId, wrong };
}
