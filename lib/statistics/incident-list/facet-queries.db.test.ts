import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { FACETS, type Facet } from "@/lib/statistics/incident-list/facet";
import { facetCounts } from "@/lib/statistics/incident-list/facet-queries";
import type { Filters } from "@/lib/statistics/rules/views";
import { CATEGORIES, CONFIDENCES, TARGET_KINDS, TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { incidentsUnder } from "@/testing/naive-totals";
import { Dice } from "@/testing/random";

const dataset = givenDataset();
let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
}, 120_000);

const slugs = (terms: readonly { value: string }[]) => terms.map(({ value }) => value);

/** Values of each filter that are counted: all of them, of publishers some. */
const VALUES: Record<Facet, readonly string[]> = {
  category: slugs(CATEGORIES),
  technique: slugs(TECHNIQUES).slice(0, 10),
  target: slugs(TARGET_KINDS),
  chain: [...new Set(dataset.incidents.flatMap(({ chains }) => chains))].slice(0, 20),
  actor: ["none", ...dataset.actors.map(({ slug }) => slug).slice(0, 25)],
  level: slugs(CONFIDENCES),
  loss: ["known", "unknown"],
  returned: ["some", "none", "unknown"],
  date: ["day", "month", "year"],
  sources: ["one", "copies"],
  addresses: ["yes", "no"],
  transactions: ["yes", "no"],
  "source-publisher": ["SlowMist", "CertiK", "Chainalysis"],
};

const SELECTIONS: Filters[] = [
  { actor: "lazarus-group", known: "2023-09-15" },
  { actor: "north-korea", statements: "one-undated", category: "wallet-compromise" },
  {},
  { category: "phishing" },
  { category: "-phishing" },
  { category: "exit-scam,phishing", chain: "ethereum,-bsc" },
  { chain: "ethereum", chains: "counted" },
  { actor: "north-korea", level: "confirmed" },
  { actor: "-lazarus-group", confidence: "likely" },
  { level: "-suspected", returned: "some", from: "2020-01-01" },
  { "source-publisher": "-SlowMist", least: 1_000_000, q: "wallet" },
  { target: "exchange,-liquid", addresses: "yes", date: "day" },
  { actor: "lazarus-group", sources: "one", transactions: "no", most: 1e8 },
];

/** A selection by chance, of several filters with several values each. */
function drawn(dice: Dice): Filters {
  const filters: Record<string, unknown> = {};
  if (dice.chance(0.4)) filters.from = `${2014 + dice.below(10)}-01-01`;
  if (dice.chance(0.3)) filters.least = 10 ** dice.below(8);
  for (const facet of FACETS) {
    if (!dice.chance(0.2)) continue;
    const pick = () => dice.pick(VALUES[facet].slice(0, 12));
    const isSeveral = ["category", "technique", "target", "chain", "actor", "level"].includes(
      facet,
    );
    const sign = isSeveral && dice.chance(0.3) ? "-" : "";
    const picked = new Set(isSeveral && dice.chance(0.5) ? [pick(), pick()] : [pick()]);
    filters[facet] = [...picked].map((value) => `${sign}${value}`).join(",");
  }
  return filters as Filters;
}

/** What decides what another filter means. */
function companions({ actor, confidence, known, statements, chains, date }: Filters): Filters {
  return {
    ...(known === undefined ? {} : { known }),
    ...(statements === undefined ? {} : { statements }),
    ...(actor === undefined ? {} : { actor }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(chains === undefined ? {} : { chains }),
    ...(date === "unplaced" ? { date } : {}),
  };
}

const dice = new Dice(11);
test.each([...SELECTIONS, ...Array.from({ length: 12 }, () => drawn(dice))])(
  "%j counts beside each value what it would list under all other filters",
  async (filters) => {
    const counts = await facetCounts(db, 1, filters);
    for (const facet of FACETS) {
      const { [facet]: _, ...others } = filters;
      const incidents = incidentsUnder(dataset, others);
      const found: Record<string, number> = {};
      const recount: Record<string, number> = {};
      for (const value of VALUES[facet]) {
        found[value] = counts[facet].get(value) ?? 0;
        const alone = { ...companions(others), [facet]: value };
        recount[value] =
          facet === "target"
            ? incidents.filter(({ targetKind }) => targetKind === value).length
            : incidentsUnder({ ...dataset, incidents }, alone).length;
      }
      expect({ facet, ...found }).toEqual({ facet, ...recount });
    }
  },
  60_000,
);
