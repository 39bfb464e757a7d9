import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { termCounts } from "@/lib/record/versions/count-queries";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { readIncidents } from "@/lib/statistics/rules/views";
import { TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";
import { testDatabase } from "@/testing/database";
import { anIncident, publicationOf } from "@/testing/records";

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await publish(db, publicationOf({ incidents: [anIncident()] }), "as the taxonomy has it");
  const technique = "fake-airdrop";
  const incidents = [
    anIncident({ slug: "one", technique, lossUsd: 7_000_000 }),
    anIncident({ slug: "two", technique, lossUsd: 3_000_000 }),
  ];
  await publish(db, publicationOf({ incidents }), "with a technique of its own");
});

async function modelOf(address: string, version: number) {
  const [chart, query] = address.split("?");
  if (chart !== "techniques" && chart !== "monthly") throw new Error(`no chart ${chart}`);
  const read = readChart(chart, new URLSearchParams(query), {
    asOf: "2026-11-22",
    now: "2026-11-22",
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const rows = await chartData(db, version, read.value);
  return chartModel(read.value, rows, { version, permanentUrl: "https://example.org/" });
}

describe("a technique that the taxonomy does not have", () => {
  test("is listed after the taxonomy's, from the version on that holds it", async () => {
    expect(await techniquesAt(db, 1)).toEqual(TECHNIQUES);
    const added = (await techniquesAt(db, 2)).slice(TECHNIQUES.length);
    expect(added).toEqual([
      {
        value: "fake-airdrop",
        label: "Fake airdrop",
        definition: "Added by an editor; no definition yet.",
      },
    ]);
  });

  test("is counted where the methodology counts", async () => {
    const of = async (version: number) =>
      (await termCounts(db, version)).filter(({ value }) => value === "fake-airdrop");
    expect(await of(1)).toEqual([]);
    expect(await of(2)).toEqual([{ taxonomy: "technique", value: "fake-airdrop", incidents: 2 }]);
  });

  test("filters the list of incidents", async () => {
    const read = readIncidents(new URLSearchParams("technique=fake-airdrop"));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { filters, sort } = read.value;
    const found = await listIncidents(db, 2, filters, sort);
    expect(found.map(({ slug }) => slug).toSorted()).toEqual(["one", "two"]);
    expect(await listIncidents(db, 1, filters, sort)).toEqual([]);
  });

  test("is a bar of its own under its label", async () => {
    const model = await modelOf("techniques?year=2023", 2);
    if (model.kind !== "bars") throw new Error(model.kind);
    expect(model.plot.bars.map(({ key, label, amount }) => [key, label, amount])).toEqual([
      ["private-key-compromise", "Private-key compromise", 54_000_000],
      ["fake-airdrop", "Fake airdrop", 10_000_000],
    ]);
  });

  test("is a part of columns, and is told in a rule", async () => {
    const split = await modelOf("monthly?year=2023&by=technique", 2);
    if (split.kind !== "columns") throw new Error(split.kind);
    expect(split.plot.series.map(({ label }) => label)).toEqual([
      "Private-key compromise",
      "Fake airdrop",
    ]);
    const filtered = await modelOf("monthly?year=2023&technique=fake-airdrop", 2);
    expect(filtered.subtitle).toContain("technique fake airdrop");
  });
});
