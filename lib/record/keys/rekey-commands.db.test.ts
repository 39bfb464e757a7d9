import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { makeKeysAnew } from "@/lib/record/keys/rekey-commands";
import { publish } from "@/lib/record/publishing/publish-command";
import { knownAmong } from "@/lib/record/wallets/known-address-queries";
import { LINK_KEY_RULE, storedLinkKey } from "@/lib/values/links/link-key";
import { ADDRESS_KEY_RULE, addressKey } from "@/lib/values/wallets/address-key";
import { TRANSACTION_KEY_RULE, transactionKey } from "@/lib/values/wallets/transaction-hash";
import { testDatabase } from "@/testing/database";
import {
  aKnownAddress,
  anAddress,
  anIncident,
  aSource,
  aTransaction,
  publicationOf,
} from "@/testing/records";

const ONE = `0x${"1a".repeat(20)}`;
const OTHER = `0x${"2B".repeat(20)}`;
/** A link whose page has another address, as the seed's do not. */
const MIRRORED = "https://nitter.net/exchange/status/1701000000000000001";
const NOTHING = { changed: 0, left: [] };

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  const incidents = [
    anIncident({
      addresses: [anAddress(ONE), anAddress(OTHER, { role: "victim" })],
      transactions: [aTransaction()],
      sources: [aSource({ url: MIRRORED })],
    }),
  ];
  const knownAddresses = [aKnownAddress({ address: ONE }), aKnownAddress({ address: OTHER })];
  await publish(db, publicationOf({ incidents, knownAddresses }), "Before");
});

/** Every key that is not what its row says. */
async function wrongKeys(): Promise<string[]> {
  const addresses = [...(await db.address.findMany()), ...(await db.knownAddress.findMany())];
  const transactions = await db.incidentTransaction.findMany();
  const sources = await db.incidentSource.findMany();
  return [
    ...sources.filter(({ url, matchKey }) => matchKey !== storedLinkKey(url)),
    ...addresses.filter(({ chain, address, matchKey }) => matchKey !== addressKey(chain, address)),
    ...transactions.filter(({ chain, hash, matchKey }) => matchKey !== transactionKey(chain, hash)),
  ].map(({ matchKey }) => matchKey);
}

/** As it would be where an older rule had made the keys: each address as it is spelt. */
async function byAnOlderRule(): Promise<void> {
  await db.$executeRaw`UPDATE address SET match_key = 'old:' || address`;
  await db.$executeRaw`UPDATE known_address SET match_key = 'old:' || address`;
  await db.$executeRaw`UPDATE incident_transaction SET match_key = 'old:' || hash`;
  await db.$executeRaw`UPDATE incident_source SET match_key = 'old:' || url`;
}

async function rules(): Promise<Record<string, number>> {
  const rows = await db.keyRule.findMany();
  return Object.fromEntries(rows.map(({ kind, rule }) => [kind, rule]));
}

describe("keys made by another rule", () => {
  test("are made anew, and what they are made of stays as it is", async () => {
    const before = {
      addresses: await db.address.findMany({ orderBy: { id: "asc" } }),
      services: await db.knownAddress.findMany({ orderBy: { id: "asc" } }),
      transactions: await db.incidentTransaction.findMany(),
      sources: await db.incidentSource.findMany(),
    };
    await byAnOlderRule();
    expect(await wrongKeys()).toHaveLength(6);
    expect(await makeKeysAnew(db)).toEqual({ changed: 6, left: [] });
    expect(await wrongKeys()).toEqual([]);
    expect({
      addresses: await db.address.findMany({ orderBy: { id: "asc" } }),
      services: await db.knownAddress.findMany({ orderBy: { id: "asc" } }),
      transactions: await db.incidentTransaction.findMany(),
      sources: await db.incidentSource.findMany(),
    }).toEqual(before);
    expect(await rules()).toEqual({
      address: ADDRESS_KEY_RULE,
      transaction: TRANSACTION_KEY_RULE,
      link: LINK_KEY_RULE,
    });
    const asked = [{ chain: "ethereum", address: OTHER.toLowerCase() }];
    expect((await knownAmong(db, 1, asked)).size).toBe(1);
  });

  test("are looked for once for each rule", async () => {
    expect(await rules()).toEqual({});
    expect(await makeKeysAnew(db)).toEqual(NOTHING);
    await byAnOlderRule();
    // The rule is remembered: nothing is looked through again.
    expect(await makeKeysAnew(db)).toEqual(NOTHING);
    expect(await wrongKeys()).toHaveLength(6);
    await db.keyRule.update({ where: { kind: "transaction" }, data: { rule: 0 } });
    expect(await makeKeysAnew(db)).toEqual({ changed: 1, left: [] });
    await db.keyRule.deleteMany();
    expect(await makeKeysAnew(db)).toEqual({ changed: 5, left: [] });
    expect(await wrongKeys()).toEqual([]);
  });

  test("of two services that turn out to be one account, the first has the new one", async () => {
    const twice = aKnownAddress({ address: OTHER.toLowerCase(), label: "Again" });
    await db.$executeRaw`UPDATE known_address SET match_key = 'old:' || address WHERE address = ${OTHER}`;
    await publish(db, publicationOf({ knownAddresses: [{ ...twice, chain: "base" }] }), "On Base");
    await db.$executeRaw`UPDATE known_address SET match_key = 'older:' || address`;
    const [row] = await db.knownAddress.findMany({ where: { address: OTHER } });
    await db.$transaction(async (transaction) => {
      await transaction.datasetVersion.create({ data: { number: 3, note: "Past the schema" } });
      const service = await transaction.service.create({ data: {} });
      await transaction.knownAddress.create({
        data: {
          ...twice,
          serviceId: service.id,
          revision: 1,
          publishedIn: 3,
          matchKey: "old:twice",
        },
      });
    });
    const left = [{ chain: "ethereum", address: OTHER.toLowerCase() }];
    expect(await makeKeysAnew(db)).toEqual({ changed: 3, left });
    const found = await db.knownAddress.findMany({ orderBy: { id: "asc" } });
    expect(found.find(({ id }) => id === row?.id)?.matchKey).toBe(addressKey("ethereum", OTHER));
    expect(found.at(-1)?.matchKey).toBe("old:twice");
  });

  test("are made anew once, by however many programs at once", async () => {
    await byAnOlderRule();
    const done = await Promise.all([makeKeysAnew(db), makeKeysAnew(db), makeKeysAnew(db)]);
    expect(done.reduce((sum, { changed }) => sum + changed, 0)).toBe(6);
    expect(await wrongKeys()).toEqual([]);
  });
});
