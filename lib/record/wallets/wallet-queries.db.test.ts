import { expect, test } from "vitest";
import { publish } from "@/lib/record/publishing/publish-command";
import { findAddress, findTransaction } from "@/lib/record/wallets/wallet-queries";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";
import {
  aKnownAddress,
  anAddress,
  anIncident,
  aTransaction,
  publicationOf,
} from "@/testing/records";

const ADDRESS = "0x75497999432b8701330fb68058bd21918c02ac59";
const CHECKED = "0x75497999432B8701330fB68058bd21918C02Ac59";
const BITCOIN = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
const KNOWN = "0xc0ffeebabe5d496b2dde509f9fa189c25cf29671";

test("every spelling of an address or hash leads to one, with all that names it", async () => {
  const { db } = await testDatabase();
  await publish(
    db,
    publicationOf({
      knownAddresses: [aKnownAddress({ address: KNOWN })],
      incidents: [
        anIncident({
          slug: "later",
          occurredOn: "2023-09-12",
          addresses: [
            anAddress(ADDRESS, { chain: "optimism" }),
            anAddress(BITCOIN, { chain: "bitcoin" }),
          ],
          transactions: [aTransaction()],
        }),
        anIncident({
          slug: "earlier",
          occurredOn: "2023-09-04",
          addresses: [
            anAddress(ADDRESS.toUpperCase().replace("0X", "0x"), {
              chain: "polygon",
              role: "laundering",
            }),
          ],
        }),
      ],
    }),
    "Two incidents",
  );
  for (const [chain, spelling] of [
    ["polygon", CHECKED],
    ["ethereum", ADDRESS],
    ["bsc", ADDRESS.toUpperCase()],
  ] as const) {
    const found = await findAddress(db, 1, chain, spelling);
    expect(found).toMatchObject({ chain: "polygon", text: CHECKED, known: [] });
    expect(found?.sightings.map(({ slug, chain, role }) => [slug, chain, role])).toEqual([
      ["earlier", "polygon", "laundering"],
      ["later", "optimism", "attacker"],
    ]);
  }
  expect(await findAddress(db, 1, "bitcoin", BITCOIN.toUpperCase())).toMatchObject({
    text: BITCOIN,
  });
  expect(await findAddress(db, 1, "litecoin", BITCOIN)).toBeNull();
  expect(await findAddress(db, 1, "ethereum", KNOWN)).toMatchObject({
    sightings: [],
    known: [{ address: KNOWN }],
  });
  const { hash } = aTransaction();
  for (const spelling of [hash, hash.toUpperCase().replace("0X", "0x"), hash.slice(2)])
    expect(await findTransaction(db, 1, "ethereum", spelling)).toMatchObject({
      text: hash,
      sightings: [{ slug: "later", role: "attack" }],
    });
  expect(await findTransaction(db, 1, "ethereum", hash.replace("7", "8"))).toBeNull();

  await reviseIncident(db, "earlier", { retraction: "It never was." });
  const after = await findAddress(db, 2, "polygon", ADDRESS);
  expect(after?.sightings.map(({ slug, isRetracted }) => [slug, isRetracted])).toEqual([
    ["later", false],
    ["earlier", true],
  ]);
  expect((await findAddress(db, 1, "polygon", ADDRESS))?.sightings[0]?.isRetracted).toBe(false);
});
