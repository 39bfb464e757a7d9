import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { findTarget } from "@/lib/record/targets/target-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import {
  countTargets,
  listTargets,
  TARGETS_PER_PAGE,
  targetPages,
} from "@/lib/statistics/targets/target-list-queries";
import { targetRecord } from "@/lib/statistics/targets/target-record-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { incidentsUnder, targetOf, totalOf } from "@/testing/naive-totals";
import { reviseTarget } from "@/testing/publishing";
import { anIncident, aTarget, publicationOf } from "@/testing/records";

const slugsOf = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

describe("the starting dataset", () => {
  const dataset = givenDataset();
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    await seedIfEmpty(db, DATASET);
  }, 120_000);

  test("lists every target that something befell, each sum as a plain recount of the files", async () => {
    const bySlug = new Map<string, (typeof dataset)["incidents"]>();
    for (const incident of incidentsUnder(dataset, {})) {
      const slug = targetOf(dataset, incident)?.slug;
      if (slug !== undefined) bySlug.set(slug, [...(bySlug.get(slug) ?? []), incident]);
    }
    const rows = await listTargets(db, 1, {}, null, { limit: 5000 });
    expect(rows.length).toBeGreaterThan(1700);
    expect(
      Object.fromEntries(
        rows.map(({ slug, incidents, unknownSize, lossUsd }) => [
          slug,
          { incidents, unknownSize, lossUsd },
        ]),
      ),
    ).toEqual(Object.fromEntries([...bySlug].map(([slug, list]) => [slug, totalOf(list)])));
    expect(await countTargets(db, 1, {})).toEqual({
      targets: bySlug.size,
      repeated: [...bySlug.values()].filter((list) => list.length > 1).length,
    });
  });

  test("can be those alone that were robbed more than once", async () => {
    const all = await listTargets(db, 1, {}, null, { limit: 5000 });
    const repeated = all.filter(({ incidents }) => incidents > 1);
    const filters = { isRepeated: true } as const;
    expect(await listTargets(db, 1, filters, null, { limit: 5000 })).toEqual(repeated);
    const counted = { targets: repeated.length, repeated: repeated.length };
    expect(await countTargets(db, 1, filters)).toEqual(counted);
  });

  test("stands in each order once, page by page", async () => {
    for (const sort of [null, "largest", "name"] as const) {
      const all = await listTargets(db, 1, { kind: "exchange" }, sort, { limit: 5000 });
      const paged = [];
      for (let page = 0; page < targetPages(all.length); page += 1)
        paged.push(
          ...(await listTargets(db, 1, { kind: "exchange" }, sort, {
            offset: page * TARGETS_PER_PAGE,
          })),
        );
      expect(paged).toEqual(all);
      expect(all.every(({ kind }) => kind === "exchange")).toBe(true);
    }
    const most = await listTargets(db, 1, {}, null, { limit: 100 });
    const counts = most.map(({ incidents }) => incidents);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  });

  test.each([
    ["Huobi", "htx"],
    ["huobi  global", "htx"],
    ["바이비트", "bybit"],
    ["QUOINE", "liquid"],
    ["Sky Mavis", "ronin"],
    ["Anyswap", "multichain"],
    ["コインチェック", "coincheck"],
    ["MtGox", "mt-gox"],
  ])("finds a target called %s", async (name, slug) => {
    const q = name.replace(/\s+/g, " ");
    expect(slugsOf(await listTargets(db, 1, { q }, null))).toContain(slug);
  });

  test("finds who carried on under another name, and who did before", async () => {
    expect(slugsOf(await listTargets(db, 1, { q: "yapizon" }, "name"))).toEqual(
      expect.arrayContaining(["coinbin", "youbit", "yapizon"]),
    );
    const coinbin = await findTarget(db, 1, "coinbin");
    if (coinbin === null) throw new Error("no Coinbin");
    expect(coinbin.successor).toBeNull();
    expect(slugsOf(coinbin.predecessors)).toEqual(["youbit", "yapizon"]);
    const record = await targetRecord(db, 1, coinbin);
    expect(record.incidents.every(({ target }) => target === "Coinbin")).toBe(true);
    expect(record.total.incidents).toBe(record.incidents.length);
    expect(slugsOf(record.predecessors)).toEqual(["youbit", "yapizon"]);
    expect((await findTarget(db, 1, "yapizon"))?.successor).toEqual({
      slug: "youbit",
      name: "Youbit",
    });
  });

  test("leads from an incident to the target’s page", async () => {
    expect(await findIncident(db, 1, "htx-2023-09")).toMatchObject({ targetPage: "htx" });
    expect(await findTarget(db, 1, "nobody")).toBeNull();
  });
});

describe("targets that were merged and renamed", () => {
  let db: Database;
  beforeAll(async () => {
    ({ db } = await testDatabase());
    const records = publicationOf({
      targets: [
        aTarget({ slug: "old", name: "Old" }),
        aTarget({
          slug: "twice",
          name: "Twice",
          aliases: ["Zweimal", "Café".normalize("NFD")],
          successor: "new",
        }),
        aTarget({ slug: "new", name: "New" }),
        aTarget({ slug: "spared", name: "Spared" }),
      ],
      incidents: [
        anIncident({ slug: "one", target: "Old", lossUsd: 1 }),
        anIncident({ slug: "two", target: "Twice", lossUsd: 20 }),
        anIncident({ slug: "three", target: "Twice", lossUsd: null }),
        anIncident({ slug: "four", target: "New", lossUsd: 300 }),
      ],
    });
    await publish(db, records, "1");
    await reviseTarget(db, "twice", { mergedInto: "old" }); // 2
    await reviseTarget(db, "old", { slug: "older", name: "Older" }); // 3
  });

  const lines = async (version: number, q?: string) =>
    (await listTargets(db, version, q === undefined ? {} : { q }, null)).map(
      ({ slug, incidents, unknownSize, lossUsd }) => [slug, incidents, unknownSize, lossUsd],
    );

  test("count together from then on, and stand as they were before", async () => {
    expect(await lines(1)).toEqual([
      ["twice", 2, 1, 20],
      ["new", 1, 0, 300],
      ["old", 1, 0, 1],
    ]);
    expect(await lines(3)).toEqual([
      ["older", 3, 1, 21],
      ["new", 1, 0, 300],
    ]);
    expect(await findIncident(db, 3, "two")).toMatchObject({ targetPage: "older" });
    expect(await findIncident(db, 2, "two")).toMatchObject({ targetPage: "old" });
    expect(await findIncident(db, 1, "two")).toMatchObject({ targetPage: "twice" });
  });

  test("are found by the names of what was merged into them", async () => {
    expect(await lines(3, "zwei")).toEqual([
      ["older", 3, 1, 21],
      ["new", 1, 0, 300],
    ]);
    // Stored letter by letter and accent, as some keyboards write it.
    expect(await lines(3, "CAFÉ")).toEqual(await lines(3, "zwei"));
    expect(await lines(3, "spared")).toEqual([]);
  });

  test("know whom they carried on at each version", async () => {
    expect((await findTarget(db, 1, "new"))?.predecessors).toEqual([
      { slug: "twice", name: "Twice" },
    ]);
  });
});
