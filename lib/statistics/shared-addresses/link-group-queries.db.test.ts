import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import {
  allLinkGroups,
  knownAddressesShared,
  linkGroupOf,
} from "@/lib/statistics/shared-addresses/link-group-queries";
import { testDatabase } from "@/testing/database";
import { DATASET } from "@/testing/dataset";
import { reviseIncident } from "@/testing/publishing";
import { aKnownAddress, anAddress, anIncident, publicationOf } from "@/testing/records";

const [ONE, TWO, KNOWN] = ["1", "2", "3"].map((digit) => `0x${digit.repeat(40)}`) as [
  string,
  string,
  string,
];

test("a group is what shared addresses join, under the slug of its earliest incident, at each version", async () => {
  const { db } = await testDatabase();
  const incident = (slug: string, occurredOn: string, ...addresses: string[]) =>
    anIncident({ slug, occurredOn, addresses: addresses.map((address) => anAddress(address)) });
  await publish(
    db,
    publicationOf({
      knownAddresses: [aKnownAddress({ address: KNOWN })],
      incidents: [
        incident("last", "2023-03-01", TWO, KNOWN),
        incident("first", "2023-01-01", ONE, KNOWN),
        incident("middle", "2023-02-01", ONE.toUpperCase().replace("0X", "0x"), TWO),
        incident("apart", "2023-01-02", KNOWN),
      ],
    }),
    "Four incidents",
  );
  const [group, ...others] = await allLinkGroups(db, 1);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ slug: "first", slugs: ["first", "middle", "last"] });
  for (const slug of ["first", "middle", "last"])
    expect(await linkGroupOf(db, 1, slug)).toEqual(group);
  expect(await linkGroupOf(db, 1, "apart")).toBeNull();
  expect(await linkGroupOf(db, 1, "nowhere")).toBeNull();
  expect(await linkGroupOf(db, 1, "last", 2)).toMatchObject({ slugs: ["middle", "last"] });
  expect(await knownAddressesShared(db, 1, ["first", "middle", "last", "apart"])).toMatchObject([
    { address: KNOWN, slugs: ["apart", "first", "last"] },
  ]);

  await reviseIncident(db, "middle", { addresses: [anAddress(TWO)] });
  expect(await allLinkGroups(db, 2)).toMatchObject([{ slug: "middle", slugs: ["middle", "last"] }]);
  expect(await linkGroupOf(db, 2, "first")).toBeNull();
  expect(await allLinkGroups(db, 1)).toEqual([group]);
});

test("what was retracted links nothing from then on", async () => {
  const { db } = await testDatabase();
  const incidents = ["a", "b"].map((slug) => anIncident({ slug, addresses: [anAddress(ONE)] }));
  await publish(db, publicationOf({ incidents }), "Two incidents");
  expect(await allLinkGroups(db, 1)).toHaveLength(1);
  await reviseIncident(db, "a", { retraction: "It never was." });
  expect(await allLinkGroups(db, 2)).toEqual([]);
  expect(await linkGroupOf(db, 2, "b")).toBeNull();
});

let seeded: Database;
beforeAll(async () => {
  seeded = (await testDatabase()).db;
  await seedIfEmpty(seeded, DATASET);
}, 120_000);

test("in the dataset, each group is the same from whichever of its incidents one comes", async () => {
  const groups = await allLinkGroups(seeded, 1);
  expect(groups.length).toBeGreaterThan(40);
  expect(groups.find(({ slug }) => slug === "atomic-wallet-2023-06")?.slugs).toEqual([
    "atomic-wallet-2023-06",
    "alphapo-2023-07",
    "coinspaid-2023-07",
    "stake-2023-09",
    "coinex-2023-09",
  ]);
  const all = groups.flatMap(({ slugs }) => slugs);
  expect(new Set(all).size).toBe(all.length);
  for (const group of groups)
    for (const slug of group.slugs) expect(await linkGroupOf(seeded, 1, slug)).toEqual(group);
});
