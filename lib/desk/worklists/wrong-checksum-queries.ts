import type { Database } from "@/lib/db/client";
import { addressWarning } from "@/lib/values/wallets/address-format";

/** As far as the addresses of a database were looked at. */
interface Looked {
  throughId: number;
  /** By revision, its addresses with a wrong checksum. */
  wrong: Map<number, string[]>;
}

/** Some twenty milliseconds of a processor. */
const AT_ONCE = 2_000;

const looked = new WeakMap<Database, Promise<Looked>>();

/**
 * The revisions, superseded ones too, that hold an address whose letters are a wrong checksum, with those addresses.
 * The database cannot tell, and published addresses never change: each is looked at once in the life of the program.
 * @param atOnce how many are looked at before others have their turn
 */
export function wrongChecksums(
  db: Database,
  atOnce = AT_ONCE,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const before = looked.get(db) ?? Promise.resolve({ throughId: 0, wrong: new Map() });
  const now = before.then((known) => lookOn(db, known, atOnce));
  looked.set(
    db,
    now.catch(() => before),
  );
  return now.then(({ wrong }) => wrong);
}

async function lookOn(db: Database, { throughId, wrong }: Looked, atOnce: number): Promise<Looked> {
  const [newest] = await db.$queryRaw<{ id: number | null }[]>`SELECT max(id) AS id FROM address`;
  const lastId = newest?.id ?? throughId;
  if (lastId === throughId) return { throughId, wrong };
  const found = new Map(wrong);
  let next: number | undefined = throughId;
  while (next !== undefined) {
    const rows: Row[] = await mixedCase(db, next, lastId, atOnce);
    for (const { revisionId, address } of rows)
      if (addressWarning(address) !== null)
        found.set(revisionId, [...(found.get(revisionId) ?? []), address]);
    next = rows.length < atOnce ? undefined : rows.at(-1)?.id;
  }
  return { throughId: lastId, wrong: found };
}

interface Row {
  id: number;
  revisionId: number;
  address: string;
}

/** The next addresses whose letters may be a checksum: only letters of both sizes are one. */
function mixedCase(db: Database, after: number, through: number, atOnce: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT id, revision_id AS "revisionId", address FROM address
    WHERE id > ${after}::int AND id <= ${through}::int
      AND address ~ '[A-F]' AND address ~ '[a-f]' AND address ~* '^0x[0-9a-f]{40}$'
    ORDER BY id LIMIT ${atOnce}::int`;
}
