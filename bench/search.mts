import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { makeSearchAnew } from "@/lib/record/search/search-entry-commands";
import { searchRecord } from "@/lib/statistics/search/search-queries";
import { measureSearches } from "@/testing/search-measure";
import { searchQueries } from "@/testing/search-queries";
import { step } from "../scripts/progress.mjs";
import { type Measured, measurement } from "./measurement.mjs";
import { loadStartingDataset } from "./pages.mjs";
import { loadBase } from "./record/base.mjs";
import { generatedIncidents } from "./record/generated-incidents.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { timed } from "./samples.mjs";
import type { Server } from "./server.mjs";

/** Times that each text is searched for. */
const ROUNDS = 15;
/** How long a search may take in milliseconds, by the number of incidents and the database. */
const GOALS = { native: 100, embedded: 400, million: 1_000 };

/** How well and how fast the search finds. */
export async function measureSearch(server: Server, largest: number): Promise<Measured[]> {
  return [await measureFound(server), await measureLarge(server, largest)];
}

async function measureFound(server: Server): Promise<Measured> {
  return onDatabase(server, "search", loadStartingDataset, async (db) => {
    const queries = searchQueries();
    const search = async (q: string) => (await searchRecord(db, 1, { q, kind: null })).results;
    const { first, amongFive, times } = await measureSearches(queries, search);
    const share = (count: number) => [(count / queries.length) * 100];
    return {
      title: "Searches made from the starting dataset",
      notes: [`On ${server.name}: ${queries.length} searches.`],
      figures: [
        measurement("The right record first", "%", share(first), { atLeast: 95 }),
        measurement("Among the first five", "%", share(amongFive), { atLeast: 99 }),
        measurement("One search", "ms", times, { atMost: GOALS.native }),
      ],
    };
  });
}

async function measureLarge(server: Server, size: number): Promise<Measured> {
  const load = async (url: string) => {
    const db = openDatabase(url, 1);
    await loadBase(db);
    await loadRecord(url, size);
    await makeSearchAnew(db);
    await db.$executeRawUnsafe("VACUUM ANALYZE");
    await db.$disconnect();
  };
  return onDatabase(server, "search_large", load, async (db) => {
    const named = [...generatedIncidents(size, ["a"])].find(
      ({ addresses }) => addresses.length > 0,
    );
    const address = named?.addresses[0]?.address ?? "";
    const name = named?.target ?? "";
    const texts: [string, string][] = [
      ["A name", name],
      ["A name with a further word", `${name} hack`],
      ["A misspelt name", `${name.slice(0, 2)}${name.slice(3)}`],
      ["Two words of names", "amber bridge"],
      ["A common word of names", "vault"],
      ["A word of a fifth of all incidents", "reentrancy"],
      ["Nothing", "zzqqxx"],
      ["An address", address],
      ["A part of an address", address.slice(4, 12)],
    ];
    const million = size > 100_000;
    const atMost = million
      ? GOALS.million
      : server.name.startsWith("PostgreSQL")
        ? GOALS.native
        : GOALS.embedded;
    const figures = [];
    for (const [label, q] of texts) {
      const times: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1)
        times.push(await timed(() => searchRecord(db, 2, { q, kind: null })));
      // The first brings what it reads into memory.
      figures.push(measurement(label, "ms", times.slice(1), { atMost }));
    }
    return {
      title: `Searches in a record of ${size.toLocaleString("en-GB")} generated incidents`,
      notes: [`On ${server.name}. Whole answers: rows, order, numbers and what matched.`],
      figures,
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
