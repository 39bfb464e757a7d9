import type { Database, Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { LINK_KEY_RULE, storedLinkKey } from "@/lib/values/links/link-key";
import { ADDRESS_KEY_RULE, addressKey } from "@/lib/values/wallets/address-key";
import { TRANSACTION_KEY_RULE, transactionKey } from "@/lib/values/wallets/transaction-hash";

/** Rows looked through at once. */
const BATCH = 10_000;

const CHAIN = Prisma.raw("chain");

/** A kind of key: the rule by which it is made now, and the tables whose rows hold one. */
const KINDS = [
  {
    kind: "address",
    rule: ADDRESS_KEY_RULE,
    keyOf: addressKey,
    tables: [
      { table: Prisma.raw("known_address"), chain: CHAIN, text: Prisma.raw("address") },
      { table: Prisma.raw("address"), chain: CHAIN, text: Prisma.raw("address") },
    ],
  },
  {
    kind: "transaction",
    rule: TRANSACTION_KEY_RULE,
    keyOf: transactionKey,
    tables: [{ table: Prisma.raw("incident_transaction"), chain: CHAIN, text: Prisma.raw("hash") }],
  },
  {
    kind: "link",
    rule: LINK_KEY_RULE,
    keyOf: (_chain: string, url: string) => storedLinkKey(url),
    tables: [
      { table: Prisma.raw("incident_source"), chain: Prisma.raw("''"), text: Prisma.raw("url") },
    ],
  },
] as const;

interface Rekeyed {
  /** Rows that were given another key. */
  changed: number;
  /**
   * Services that keep their old key, because another one stands in the list under the new one: two spellings of one
   * account, of which somebody has to retract one. Each is found again with the next rule.
   */
  left: { chain: string; address: string }[];
}

/**
 * Makes the keys under which spellings of one account, transaction or page meet anew, where they were made by another rule
 * than the program's. Asks one thing where they were not. All of it or nothing, and by one program at a time.
 */
export async function makeKeysAnew(db: Database): Promise<Rekeyed> {
  const outdated = await outdatedKinds(db);
  if (outdated.length === 0) return { changed: 0, left: [] };
  return db.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE desk.key_rule IN SHARE ROW EXCLUSIVE MODE`;
      // A key that is written meanwhile is written by the new rule, by this release; no other writes beside it.
      await transaction.$executeRaw`LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE`;
      const done: Rekeyed = { changed: 0, left: [] };
      for (const { kind, rule, keyOf, tables } of await outdatedKinds(transaction)) {
        for (const table of tables) await rekeyTable(transaction, { ...table, keyOf }, done);
        await transaction.keyRule.upsert({
          where: { kind },
          create: { kind, rule },
          update: { rule },
        });
      }
      return done;
    },
    { timeout: 600_000, maxWait: 60_000 },
  );
}

async function outdatedKinds(db: Queryable): Promise<(typeof KINDS)[number][]> {
  const rules = new Map((await db.keyRule.findMany()).map(({ kind, rule }) => [kind, rule]));
  return KINDS.filter(({ kind, rule }) => rules.get(kind) !== rule);
}

interface KeyedTable {
  table: Prisma.Sql;
  /** The columns of what the key is made of; a link is on no chain. */
  chain: Prisma.Sql;
  text: Prisma.Sql;
  keyOf: (chain: string, text: string) => string;
}

interface KeyedRow {
  id: number;
  chain: string;
  text: string;
  matchKey: string;
}

async function rekeyTable(
  transaction: Queryable,
  { table, chain, text, keyOf }: KeyedTable,
  done: Rekeyed,
): Promise<void> {
  const listed = table.sql === "known_address";
  for (let after = 0; ; ) {
    const rows: KeyedRow[] = await transaction.$queryRaw`
      SELECT id, ${chain} AS chain, ${text} AS text, match_key AS "matchKey" FROM ${table}
      WHERE id > ${after}::int ORDER BY id LIMIT ${BATCH}::int`;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    const wrong = rows.flatMap((row) => {
      const key = keyOf(row.chain, row.text);
      return key === row.matchKey ? [] : [{ ...row, key }];
    });
    if (!listed) done.changed += await setKeys(transaction, table, wrong);
    // Of the list's current addresses no two may have one key: each is changed only where no other has it.
    else
      for (const row of wrong) {
        const changed = await setKeys(transaction, table, [row]);
        done.changed += changed;
        if (changed === 0) done.left.push({ chain: row.chain, address: row.text });
      }
  }
}

async function setKeys(
  transaction: Queryable,
  table: Prisma.Sql,
  rows: readonly (KeyedRow & { key: string })[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const free =
    table.sql === "known_address"
      ? Prisma.sql`AND (k.superseded_in IS NOT NULL OR NOT EXISTS (SELECT FROM known_address o
          WHERE o.superseded_in IS NULL AND o.chain = k.chain AND o.match_key = n.key AND o.id <> k.id))`
      : Prisma.empty;
  return transaction.$executeRaw`
    UPDATE ${table} k SET match_key = n.key
    FROM unnest(${rows.map(({ id }) => id)}::int[], ${rows.map(({ key }) => key)}::text[]) AS n (id, key)
    WHERE k.id = n.id ${free}`;
}
