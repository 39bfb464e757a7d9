import path from "node:path";
import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import type { Typed } from "@/lib/desk/forms/typed";
import { readDatasetFolder } from "@/lib/seed/dataset";
import { measurePairs } from "@/testing/duplicate-measure";
import { labelledPairs } from "@/testing/duplicate-pairs";
import { root, step } from "../scripts/progress.mjs";
import { type Measured, measurement } from "./measurement.mjs";
import { loadStartingDataset } from "./pages.mjs";
import { loadBase } from "./record/base.mjs";
import { generatedIncidents } from "./record/generated-incidents.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { timed } from "./samples.mjs";
import type { Server } from "./server.mjs";

/** Pairs of each label. */
const PAIRS = 500;
/** Incidents typed into the large record. */
const TYPED = 200;

/** How well and how fast the guard against duplicates finds them. */
export async function measureDuplicates(server: Server, largest: number): Promise<Measured[]> {
  return [await measureLabelled(server), await measureLarge(server, largest)];
}

async function measureLabelled(server: Server): Promise<Measured> {
  return onDatabase(server, "duplicates", loadStartingDataset, async (db) => {
    const { incidents } = await readDatasetFolder(path.join(root, "prisma", "seed"));
    const pairs = labelledPairs(incidents, PAIRS);
    const { precision, recall, falseAlarms, times } = await measurePairs(pairs, (typed) =>
      findDuplicates(db, typed, null),
    );
    return {
      title: "Duplicates, on pairs made from the starting dataset",
      notes: [
        `On ${server.name}: ${PAIRS} incidents retold as others would enter them, and ${PAIRS} pairs of two different ones, the hard ones first.`,
      ],
      figures: [
        measurement("Precision", "%", [precision * 100], { atLeast: 95 }),
        measurement("Recall", "%", [recall * 100], { atLeast: 95 }),
        measurement("Retold incidents beside which another is shown too", "%", [falseAlarms * 100]),
        measurement("One question", "ms", times, { atMost: 30 }),
      ],
    };
  });
}

async function measureLarge(server: Server, size: number): Promise<Measured> {
  const load = async (url: string) => {
    const db = openDatabase(url, 1);
    await loadBase(db);
    await db.$disconnect();
    await loadRecord(url, size);
  };
  return onDatabase(server, "duplicates_large", load, async (db) => {
    const typed: Typed[] = [];
    for (const incident of generatedIncidents(TYPED, ["lazarus-group"])) {
      typed.push({
        name: incident.name,
        target: incident.target,
        occurredOn: incident.occurredOn,
        lossUsd: String(incident.lossUsd ?? ""),
        addresses: incident.addresses.map(({ chain, address }) => ({ chain, address })),
        sources: incident.sources.map(({ url }) => ({ url })),
      });
    }
    const times: number[] = [];
    for (const given of typed) times.push(await timed(() => findDuplicates(db, given, null)));
    return {
      title: `Duplicates, in a record of ${size.toLocaleString("en-GB")} generated incidents`,
      notes: [
        `On ${server.name}. Generated names share their words with thousands of others, which is the worst for finding by letters.`,
      ],
      figures: [measurement("One question", "ms", times)],
    };
  });
}

async function onDatabase(
  server: Server,
  name: string,
  load: (url: string) => Promise<void>,
  measure: (db: Database) => Promise<Measured>,
): Promise<Measured> {
  const database = await server.create(name);
  const db = openDatabase(database.url);
  try {
    await step("Record", async () => {
      await applyMigrations(database.url);
      await load(database.url);
    });
    return await measure(db);
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}
