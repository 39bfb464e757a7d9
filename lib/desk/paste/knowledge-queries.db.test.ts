import { beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { knowledgeOf } from "@/lib/desk/paste/knowledge-queries";
import { addressWarnings } from "@/lib/desk/proposals/address-warning-queries";
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

test("rows typed by hand are asked about, too, unless they say what a service may be", async () => {
  const warnings = async (address: string, role: string, chain = "Ethereum") =>
    (
      await addressWarnings(
        db,
        { addresses: [{ chain, address, role, source: "" }], chains: ["Ethereum"] },
        null,
      )
    ).map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(await warnings(SERVICE, "attacker")).toEqual([
    expect.stringMatching(
      /^addresses\.0\.address: .*“c0ffeebabe\.eth” \(trading bot\).* Is attacker right\?$/,
    ),
  ]);
  expect(await warnings(SERVICE, "victim")).toEqual([]);
  expect(await warnings(VICTIM, "attacker")).toEqual([
    expect.stringMatching(/^addresses\.0\.address: The record has this address as victim in /),
  ]);
  expect(await warnings(VICTIM, "victim")).toEqual([]);
  expect(await warnings(UNKNOWN, "attacker", "Tron")).toEqual([
    "addresses.0.chain: TRON is none of the incident’s chains (Ethereum). Is that meant?",
  ]);
});

test("nothing is asked of nothing", async () => {
  expect(await knowledgeOf(db, [], null)).toEqual({ services: {}, elsewhere: {} });
});
