import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "@/lib/db/client";
import { addressWarning } from "@/lib/values/wallets/address-format";

/** By revision, its addresses with a wrong checksum. */
type Wrong = ReadonlyMap<number, readonly string[]>;

/** As far as the addresses of a database were looked at. */
interface Looked {
  throughId: number;
  wrong: Wrong;
}

/** Some six milliseconds of a processor. */
const AT_ONCE = 500;
/** How long somebody waits who wants to know what has been found so far, in milliseconds. */
const SOON = 300;

interface Looking {
  /** Once all that there were when somebody last asked have been looked at. */
  whole: Promise<Looked>;
  /** What has been found until now. */
  soFar: Wrong;
}

const looking = new WeakMap<Database, Looking>();

/**
 * The revisions, superseded ones too, that hold an address whose letters are a wrong checksum, with those addresses.
 * The database cannot tell, and published addresses never change: each is looked at once in the life of the program.
 * @param atOnce how many are looked at before others have their turn
 */
export async function wrongChecksums(db: Database, atOnce = AT_ONCE): Promise<Wrong> {
  return (await lookFurther(db, lookingAt(db), atOnce)).wrong;
}

/**
 * As `wrongChecksums`, but only those found so far where many have not been looked at yet: a hundred thousand take a second
 * or two.
 * @param patience how long all are waited for, in milliseconds
 */
export async function wrongChecksumsSoon(
  db: Database,
  patience = SOON,
): Promise<{ wrong: Wrong; areAll: boolean }> {
  const state = lookingAt(db);
  const whole = await Promise.race([
    lookFurther(db, state, AT_ONCE),
    wait(patience, null, { ref: false }),
  ]);
  return whole === null
    ? { wrong: state.soFar, areAll: false }
    : { wrong: whole.wrong, areAll: true };
}

function lookingAt(db: Database): Looking {
  const state = looking.get(db) ?? {
    whole: Promise.resolve({ throughId: 0, wrong: new Map() }),
    soFar: new Map(),
  };
  looking.set(db, state);
  return state;
}

function lookFurther(db: Database, state: Looking, atOnce: number): Promise<Looked> {
  const before = state.whole;
  const whole = before.then((known) => lookOn(db, state, known, atOnce));
  // What failed is done again for who asks next.
  state.whole = whole.catch(() => before);
  return whole;
}

async function lookOn(
  db: Database,
  state: Looking,
  known: Looked,
  atOnce: number,
): Promise<Looked> {
  const [newest] = await db.$queryRaw<{ id: number | null }[]>`SELECT max(id) AS id FROM address`;
  const throughId = newest?.id ?? known.throughId;
  if (throughId === known.throughId) return known;
  const wrong = new Map(known.wrong);
  state.soFar = wrong;
  // By ranges of ids: asked for the next so many, the database would read all that are left each time.
  for (let from = known.throughId; from < throughId; from += atOnce)
    for (const { revisionId, address } of await mixedCase(
      db,
      from,
      Math.min(from + atOnce, throughId),
    ))
      if (addressWarning(address) !== null)
        wrong.set(revisionId, [...(wrong.get(revisionId) ?? []), address]);
  return { throughId, wrong };
}

/** The addresses of a range of ids whose letters may be a checksum: only letters of both sizes are one. */
function mixedCase(
  db: Database,
  after: number,
  through: number,
): Promise<{ revisionId: number; address: string }[]> {
  return db.$queryRaw`
    SELECT revision_id AS "revisionId", address FROM address
    WHERE id > ${after}::int AND id <= ${through}::int
      AND address ~ '[A-F]' AND address ~ '[a-f]' AND address ~* '^0x[0-9a-f]{40}$'
    ORDER BY id`;
}
