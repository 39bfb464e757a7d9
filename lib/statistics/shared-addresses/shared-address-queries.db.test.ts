import { expect, test } from "vitest";
import { publish } from "@/lib/record/publishing/publish-command";
import { sharedAddresses } from "@/lib/statistics/shared-addresses/shared-address-queries";
import { testDatabase } from "@/testing/database";
import {
  aKnownAddress,
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  publicationOf,
} from "@/testing/records";

const SHARED = "0x75497999432b8701330fb68058bd21918c02ac59";
const KNOWN = "0xc0ffeebabe5d496b2dde509f9fa189c25cf29671";

test("addresses that several incidents under a rule hold are found across chains, known ones never", async () => {
  const { db } = await testDatabase();
  await publish(
    db,
    publicationOf({
      actors: [anActor()],
      knownAddresses: [aKnownAddress({ address: KNOWN })],
      incidents: [
        anIncident({
          slug: "stake",
          occurredOn: "2023-09-04",
          attributions: [anAttribution()],
          addresses: [
            anAddress(SHARED, { chain: "polygon" }),
            anAddress(KNOWN),
            anAddress("bc1qalone", { chain: "bitcoin" }),
          ],
        }),
        anIncident({
          slug: "coinex",
          attributions: [anAttribution()],
          addresses: [
            anAddress(SHARED.replace("ac59", "AC59"), { chain: "optimism" }),
            anAddress(SHARED, { chain: "arbitrum" }),
            anAddress(KNOWN),
          ],
        }),
        anIncident({ slug: "elsewhere", addresses: [anAddress(SHARED)] }),
      ],
    }),
    "Three incidents",
  );
  const [shared, ...others] = await sharedAddresses(db, 1, { actor: "lazarus-group" });
  expect(others).toEqual([]);
  expect(shared?.address.toLowerCase()).toBe(SHARED);
  expect(shared?.sightings).toEqual(
    expect.arrayContaining([
      { slug: "stake", chain: "polygon" },
      { slug: "coinex", chain: "optimism" },
      { slug: "coinex", chain: "arbitrum" },
    ]),
  );
  expect(shared?.sightings).toHaveLength(3);
  expect((await sharedAddresses(db, 1, {}))[0]?.sightings).toHaveLength(4);
});
