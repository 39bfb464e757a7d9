import { beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { knowledgeOf } from "@/lib/desk/paste/knowledge-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { addressKey } from "@/lib/values/wallets/address-key";
import { testDatabase } from "@/testing/database";
import { aKnownAddress, anAddress, anIncident, publicationOf } from "@/testing/records";

const VICTIM = "0x75497999432b8701330fb68058bd21918c02ac59";
const SERVICE = "0xc0ffeebabe5d496b2dde509f9fa189c25cf29671";
const UNKNOWN = "0x69627dad496db160a81bed9e27ce2da67c3242bd";

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      incidents: [anIncident({ addresses: [anAddress(VICTIM, { role: "victim" })] })],
      knownAddresses: [aKnownAddress()],
    }),
    "A test",
  );
});

const asked = [VICTIM, SERVICE, UNKNOWN].map((address) => ({
  chain: "bsc",
  address: `0x${address.slice(2).toUpperCase()}`,
}));

test("an address is known by its key, whatever its spelling and chain", async () => {
  const { services, elsewhere } = await knowledgeOf(db, asked, null);
  expect(services).toEqual({ [addressKey("bsc", SERVICE)]: [aKnownAddress()] });
  expect(elsewhere).toMatchObject({ [addressKey("bsc", VICTIM)]: [{ role: "victim" }] });
  expect(Object.keys(elsewhere)).toHaveLength(1);
});

test("what an incident has itself says nothing of a revision of it", async () => {
  const { incidentId } = await db.incidentRevision.findFirstOrThrow();
  expect((await knowledgeOf(db, asked, incidentId)).elsewhere).toEqual({});
});

test("nothing is asked of nothing", async () => {
  expect(await knowledgeOf(db, [], null)).toEqual({ services: {}, elsewhere: {} });
});
