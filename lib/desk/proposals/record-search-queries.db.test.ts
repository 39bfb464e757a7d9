import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { namesIn } from "@/lib/desk/proposals/name-queries";
import { findRecords, RECORDS_PAGE } from "@/lib/desk/proposals/record-search-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import {
  aCoverage,
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aSource,
} from "@/testing/records";

const WALLET = "0x75497999432b8701330fb68058bd21918c02ac59";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    {
      incidents: [
        anIncident(),
        anIncident({
          slug: "stake-2023-09",
          name: "Stake theft",
          target: "Stake.com",
          occurredOn: "2023-09",
          chains: ["polygon"],
          attributions: [anAttribution({ by: "A Bureau" })],
          addresses: [anAddress(WALLET)],
          sources: [
            aSource({ url: "https://news.example/stake?utm_source=x", publisher: "The Gazette" }),
          ],
        }),
        anIncident({ slug: "percent-2022", name: "100% pure_theft", target: "Percent" }),
      ],
      actors: [anActor({ aliases: ["Hidden Cobra"] })],
      figures: [aPublishedFigure()],
      knownAddresses: [],
      targets: [],
      coverage: [aCoverage()],
    },
    "Start",
  );
});

const titles = async (...given: [kind: "incident" | "actor" | "figure", text: string]) =>
  (await findRecords(db, ...given)).records.map(({ title }) => title);

describe("finding published records", () => {
  test("by name, target, address or alias, also misspelled", async () => {
    expect(await titles("incident", "coinex")).toEqual(["CoinEx hot-wallet theft"]);
    expect(await titles("incident", "THEFT stake.com")).toEqual(["Stake theft"]);
    expect(await titles("incident", "coinnex")).toEqual(["CoinEx hot-wallet theft"]);
    expect(await titles("incident", "percent-2022")).toEqual(["100% pure_theft"]);
    expect(await titles("actor", "cobra")).toEqual(["Lazarus Group"]);
    expect(await titles("figure", "thefts example")).toEqual(["Thefts of 2023"]);
  });

  test("of incidents also by what goes with them", async () => {
    for (const asked of [
      "hidden cobra",
      "bureau",
      "polygon stake",
      "gazette",
      "news.example",
      WALLET.toUpperCase().replace("0X", "0x"),
      `ethereum:${WALLET}`,
      `https://etherscan.io/address/${WALLET}`,
      "0x754979…2ac59",
      "https://www.news.example/stake",
    ])
      expect([asked, await titles("incident", asked)]).toEqual([asked, ["Stake theft"]]);
    expect(await titles("incident", "polygon coinex")).toEqual([]);
    expect(await titles("incident", "0x754979…00000")).toEqual([]);
    expect(await titles("actor", WALLET)).toEqual([]);
  });

  test("by the link of a public list, what it lists", async () => {
    expect(
      await titles("incident", "/incidents?chain=polygon&from=2023-01-01&to=2023-12-31"),
    ).toEqual(["Stake theft"]);
    expect(
      await titles("incident", "https://loss.example/v/1/incidents?actor=lazarus-group"),
    ).toEqual(["Stake theft"]);
    expect(await titles("incident", "/incidents?from=2010-01-01&to=2010-12-31")).toEqual([]);
    expect(await titles("incident", "/incidents?nothing=there")).toEqual([]);
    expect(await titles("actor", "/incidents?from=2023-01-01")).toEqual([]);
  });

  test("takes what is typed as it is", async () => {
    expect(await titles("incident", "100%")).toEqual(["100% pure_theft"]);
    expect(await titles("incident", "n_x")).toEqual([]);
    expect(await titles("incident", "'; DROP TABLE incident; --")).toEqual([]);
    expect(await titles("incident", "\\")).toEqual([]);
    expect(await titles("incident", "\0\ud800 zzz")).toEqual([]);
    expect(await titles("incident", "coinex\0\ud800")).toEqual(["CoinEx hot-wallet theft"]);
  });

  test("without a text gives all, and says what tells them apart", async () => {
    const { records, count } = await findRecords(db, "incident", "  ");
    expect(count).toBe(3);
    expect(records.length).toBeLessThanOrEqual(RECORDS_PAGE);
    expect(records.find(({ slug }) => slug === "stake-2023-09")?.about).toBe("Stake.com, 2023-09");
    expect(await findRecords(db, "incident", "", 2)).toEqual({ records: [], count: 0 });
  });
});

test("names are those of today", async () => {
  const record = anIncident({
    attributions: [anAttribution(), anAttribution({ actor: "nobody-yet" })],
  });
  expect(await namesIn(db, [record, null, { mergedInto: "stake-2023-09" }])).toEqual({
    "lazarus-group": "Lazarus Group",
    "stake-2023-09": "Stake theft",
  });
});
