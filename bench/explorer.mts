import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { facetCounts } from "@/lib/statistics/incident-list/facet-queries";
import type { Filters } from "@/lib/statistics/rules/views";
import { type Measured, measurement } from "./measurement.mjs";
import { loadBase } from "./record/base.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { timed } from "./samples.mjs";
import type { Server } from "./server.mjs";

/** Times that each selection is counted. */
const ROUNDS = 10;
/** How long the counts of one selection may take in milliseconds, at 100,000 incidents. */
const GOALS = { native: 100, embedded: 400 };

const SELECTIONS: [label: string, filters: Filters][] = [
  ["Nothing selected", {}],
  ["A category", { category: "phishing" }],
  ["All but a category", { category: "-phishing" }],
  ["A technique", { technique: "reentrancy" }],
  ["A chain", { chain: "ethereum" }],
  ["Attributed to nobody", { actor: "none" }],
  ["$10m and more", { least: 10_000_000 }],
  ["A year", { from: "2023-01-01", to: "2023-12-31" }],
];

/** How long the counts beside the filters of the list take. */
export async function measureExplorer(server: Server, size: number): Promise<Measured[]> {
  const database = await server.create("explorer");
  const db = openDatabase(database.url);
  try {
    await applyMigrations(database.url);
    await loadBase(db);
    await loadRecord(database.url, size);
    const atMost = server.name.startsWith("PostgreSQL") ? GOALS.native : GOALS.embedded;
    const figures = [];
    for (const [label, filters] of SELECTIONS) {
      const times: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1)
        times.push(await timed(() => facetCounts(db, 2, filters)));
      figures.push(measurement(label, "ms", times.slice(1), { atMost }));
    }
    return [
      {
        title: "Counts beside the filters of the list",
        notes: [`On ${server.name}, ${size.toLocaleString("en-GB")} incidents.`],
        figures,
      },
    ];
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}
