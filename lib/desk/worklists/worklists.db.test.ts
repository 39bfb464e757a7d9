import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findWorklist, type WorklistName } from "@/lib/desk/worklists/worklist";
import {
  heldByWorklist,
  worklistCounts,
  worklistCountsSoon,
  worklistPage,
} from "@/lib/desk/worklists/worklist-queries";
import { wrongChecksums, wrongChecksumsSoon } from "@/lib/desk/worklists/wrong-checksum-queries";
import type { Incident } from "@/lib/record/incidents/incident";
import { isAmongSnapshots } from "@/lib/record/incidents/sourcing-sql";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";
import {
  aCoverage,
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  aSource,
  publicationOf,
} from "@/testing/records";

const TODAY = "2026-06-15";
const page = (name: string, given: Parameters<typeof aSource>[0] = {}) =>
  aSource({ url: `https://example.org/${name}`, publisher: name, ...given });
const archived = (name: string) =>
  page(name, { archivedUrl: `https://web.archive.org/web/2024/https://example.org/${name}` });

/** In no list at all. */
const complete = (slug: string, given: Partial<Incident> = {}) =>
  anIncident({
    slug,
    name: `Theft ${slug}`,
    target: slug,
    lossUsdLow: 50_000_000,
    sources: [archived("report"), page("other", { kind: "press" })],
    ...given,
  });

const said = (given: Parameters<typeof anAttribution>[0]) =>
  anAttribution({ source: "https://example.org/report", by: "A Bureau", ...given });

/** For each list: incidents that are in it, and incidents that just are not. Each is otherwise complete. */
const CASES: Record<
  Exclude<WorklistName, "unexplained-gaps" | "thin-months">,
  { within: Partial<Incident>[]; without: Partial<Incident>[] }
> = {
  "one-source": {
    within: [{ sources: [archived("report")] }],
    without: [{ sources: [archived("report"), page("other")] }],
  },
  "only-copies": {
    within: [
      {
        sources: [
          { ...archived("report"), kind: "aggregator" },
          page("other", { kind: "aggregator" }),
        ],
      },
    ],
    without: [
      {
        sources: [{ ...archived("report"), kind: "aggregator" }, page("other", { kind: "social" })],
      },
    ],
  },
  "no-archived-copy": {
    within: [{ sources: [page("report"), page("other")] }],
    without: [
      { sources: [page("report"), archived("other")] },
      // A snapshot is a copy itself.
      {
        sources: [
          page("report"),
          page("other", { url: "https://archive.ph/AbCdE", kind: "press" }),
        ],
      },
    ],
  },
  "dead-link": {
    within: [
      { sources: [archived("report"), page("gone", { kind: "press" })] },
      { sources: [page("gone"), page("also-gone"), archived("other")] },
    ],
    without: [
      { sources: [archived("report"), archived("gone")] },
      // It may come back, and of what is not shown to programs nothing is known.
      {
        sources: [
          archived("report"),
          page("down", { kind: "press" }),
          page("refused"),
          page("moved"),
        ],
      },
      { sources: [archived("report"), page("never-followed")] },
    ],
  },
  "no-technique": {
    within: [{ technique: "unknown" }],
    without: [{ technique: "unknown-oracle-trick" }],
  },
  "wrong-checksum": {
    within: [{ addresses: [at("0x75497999432B8701330fB68058bd21918C02Ac58")] }],
    without: [
      { addresses: [at("0x75497999432B8701330fB68058bd21918C02Ac59")] },
      { addresses: [at("0x75497999432b8701330fb68058bd21918c02ac58")] },
      { addresses: [at("0x75497999432B8701330FB68058BD21918C02AC58")] },
    ],
  },
  "stale-suspicion": {
    within: [
      { attributions: [said({ on: null })] },
      { attributions: [said({ on: "2024-06-14" })] },
      { attributions: [said({ on: "2023" }), said({ by: "Another", on: "2024-05" })] },
      // Somebody else is surer, but of another actor.
      { attributions: [said({ on: null }), said({ actor: "other", confidence: "confirmed" })] },
    ],
    without: [
      { attributions: [] },
      { attributions: [said({ on: "2024-06-15" })] },
      { attributions: [said({ on: "2019" }), said({ by: "Another", on: "2025-01" })] },
      { attributions: [said({ on: null }), said({ by: "Another", confidence: "likely" })] },
    ],
  },
  "no-range": {
    within: [{ lossUsdLow: null }],
    without: [
      { lossUsdLow: null, lossUsdHigh: 60_000_000 },
      { lossUsd: null, lossUsdLow: null },
    ],
  },
};

function at(address: string) {
  return anAddress(address, { source: "https://example.org/report" });
}

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  const states = {
    gone: "gone",
    "also-gone": "gone",
    down: "unreachable",
    refused: "refused",
    moved: "moved",
    report: "found",
  } as const;
  await db.linkCheck.createMany({
    data: Object.entries(states).map(([name, state]) => ({
      key: name,
      url: `https://example.org/${name}`,
      host: "example.org",
      state,
      detail: "was looked at",
      checkedAt: new Date(),
    })),
  });
});

async function slugsIn(name: WorklistName): Promise<string[]> {
  const { records, count } = await worklistPage(db, list(name), 1, TODAY);
  expect(count).toBe(records.length);
  return records.map(({ slug }) => slug ?? "").sort();
}

function list(name: WorklistName) {
  const found = findWorklist(name);
  if (found === null) throw new Error(`no list ${name}`);
  return found;
}

describe.each(Object.entries(CASES))("the worklist %s", (name, { within, without }) => {
  test("holds what lacks it, nothing else, and what is in no other list", async () => {
    const inside = within.map((given, place) => complete(`in-${place}`, given));
    const outside = without.map((given, place) => complete(`out-${place}`, given));
    const withdrawn = complete("withdrawn", within[0]);
    const actors = [anActor(), anActor({ slug: "other", name: "Other" })];
    await publish(
      db,
      publicationOf({ actors, incidents: [...inside, ...outside, withdrawn] }),
      "A test",
    );
    await reviseIncident(db, "withdrawn", { retraction: "It did not happen.", mergedInto: null });
    const expected = inside.map(({ slug }) => slug).sort();
    expect(await slugsIn(name as WorklistName)).toEqual(expected);
    expect((await worklistCounts(db, TODAY))[name as WorklistName]).toBe(inside.length);
    const { records } = await worklistPage(db, list(name as WorklistName), 1, TODAY);
    const all = await db.incidentRevision.findMany({ select: { incidentId: true } });
    const held = await heldByWorklist(
      db,
      list(name as WorklistName),
      all.map(({ incidentId }) => incidentId),
      TODAY,
    );
    expect([...held].sort()).toEqual(records.map(({ recordId }) => recordId).sort());

    // Mended, each leaves.
    const mended = inside.map(({ slug }) => complete(slug, without[0]));
    await publish(db, publicationOf({ incidents: mended }), "Mended");
    expect(await slugsIn(name as WorklistName)).toEqual([]);
  });
});

test("what lacks nothing is in no worklist", async () => {
  await publish(db, publicationOf({ incidents: [complete("one")] }), "A test");
  expect(Object.values(await worklistCounts(db, TODAY)).every((count) => count === 0)).toBe(true);
});

test("the largest losses are first, and say what is lacking", async () => {
  await publish(
    db,
    publicationOf({
      incidents: [
        complete("small", { sources: [archived("report")], lossUsd: 50_000_001 }),
        complete("unknown", { sources: [archived("report")], lossUsd: null }),
        complete("large", { sources: [archived("report")], lossUsd: 90_000_000 }),
      ],
    }),
    "A test",
  );
  const { records } = await worklistPage(db, list("one-source"), 1, TODAY);
  expect(records.map(({ slug, lacks }) => [slug, lacks])).toEqual([
    ["large", "report"],
    ["small", "report"],
    ["unknown", "report"],
  ]);
});

test("a dead link is said with its publisher", async () => {
  const sources = [archived("report"), page("gone"), page("also-gone")];
  await publish(db, publicationOf({ incidents: [complete("one", { sources })] }), "A test");
  const { records } = await worklistPage(db, list("dead-link"), 1, TODAY);
  expect(records[0]?.lacks).toBe(
    "gone: https://example.org/gone; also-gone: https://example.org/also-gone",
  );
});

test("thin months are listed, claimed by their number, and looked up anew with each version", async () => {
  const inMonth = (month: string, count: number) =>
    Array.from({ length: count }, (_, place) =>
      complete(`m-${month}-${place}`, {
        occurredOn: `${month}-${String(place + 1).padStart(2, "0")}`,
      }),
    );
  const months = ["2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06"];
  const incidents = months.flatMap((month) => inMonth(month, month === "2021-03" ? 2 : 9));
  const coverage = [aCoverage({ coveredThrough: "2021-06-30", missing: [] })];
  await publish(db, publicationOf({ incidents, coverage }), "A test");
  const thin = list("thin-months");
  const { records, count } = await worklistPage(db, thin, 1, TODAY);
  expect(count).toBe(1);
  expect(records).toMatchObject([
    {
      recordId: 202_103,
      title: "March 2021",
      lacks: "2 incidents, where 9 are usual around it",
      href: "/incidents?from=2021-03-01&to=2021-03-31",
    },
  ]);
  expect((await worklistCounts(db, TODAY))["thin-months"]).toBe(1);
  expect(await heldByWorklist(db, thin, [202_103, 202_104, 1])).toEqual(new Set([202_103]));
  expect((await worklistPage(db, thin, 2, TODAY)).records).toEqual([]);

  await publish(db, publicationOf({ incidents: inMonth("2021-03", 9).slice(2) }), "More");
  expect((await worklistPage(db, thin, 1, TODAY)).count).toBe(0);
});

test("counts are those of the newest version, the day and the links that were followed until now", async () => {
  const said2025 = said({ on: "2025-03" });
  const incidents = [
    complete("one", { technique: "unknown" }),
    complete("two", { attributions: [said2025] }),
  ];
  await publish(db, publicationOf({ actors: [anActor()], incidents }), "A test");
  const counted = async (day: string) => {
    const counts = await worklistCounts(db, day);
    return [counts["no-technique"], counts["stale-suspicion"], counts["dead-link"]];
  };
  expect(await counted(TODAY)).toEqual([1, 0, 0]);
  expect(await counted("2027-04-01")).toEqual([1, 1, 0]);
  await db.linkCheck.create({
    data: {
      key: "other",
      url: "https://example.org/other",
      host: "example.org",
      state: "gone",
      detail: "was looked at",
      checkedAt: new Date(),
    },
  });
  expect(await counted(TODAY)).toEqual([1, 0, 2]);
  await publish(db, publicationOf({ incidents: [complete("one")] }), "Mended");
  expect(await counted(TODAY)).toEqual([0, 0, 2]);
});

test("checksums are looked at a few at once, each of them, and those of later versions too", async () => {
  const wrong = "0x75497999432B8701330fB68058bd21918C02Ac58";
  const right = "0x75497999432B8701330fB68058bd21918C02Ac59";
  const holding = (slug: string, ...addresses: string[]) =>
    complete(slug, { addresses: addresses.map(at) });
  const found = async () =>
    [...(await wrongChecksums(db, 2)).values()].map((addresses) => addresses.length);
  await publish(db, publicationOf({ incidents: [holding("none", right)] }), "A test");
  expect(await found()).toEqual([]);
  const many = ["a", "b", "c", "d"].map((slug) => holding(slug, right, wrong));
  await publish(db, publicationOf({ incidents: many }), "More");
  expect(await found()).toEqual([1, 1, 1, 1]);
  await publish(db, publicationOf({ incidents: [holding("last", wrong)] }), "One more");
  expect(await found()).toEqual([1, 1, 1, 1, 1]);
});

test("counts wait for checksums only so long, and say whether all were looked at", async () => {
  const incident = complete("one", {
    technique: "unknown",
    addresses: [at("0x75497999432B8701330fB68058bd21918C02Ac58")],
  });
  await publish(db, publicationOf({ incidents: [incident] }), "A test");
  const silent = { $queryRaw: () => new Promise(() => {}) } as unknown as Database;
  expect(await wrongChecksumsSoon(silent, 10)).toEqual({ wrong: new Map(), areAll: false });
  const soon = await worklistCountsSoon(db, TODAY);
  expect(soon.counts["no-technique"]).toBe(1);
  expect(await worklistCounts(db, TODAY)).toMatchObject({ "wrong-checksum": 1 });
  expect(await worklistCountsSoon(db, TODAY)).toMatchObject({
    counts: { "wrong-checksum": 1 },
    areAllAddressesChecked: true,
  });
});

test("snapshots are found by their index, whose pattern is that of the rule", async () => {
  const plan = await db.$transaction(async (transaction) => {
    // As small as the table is here, it would be read whole.
    await transaction.$executeRaw`SET LOCAL enable_seqscan = off`;
    await transaction.$executeRaw`SET LOCAL enable_bitmapscan = off`;
    return transaction.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT count(*) FROM incident_source s WHERE ${isAmongSnapshots}`;
  });
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("incident_source_snapshot");
});
