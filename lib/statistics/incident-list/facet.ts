import type { Filters } from "@/lib/statistics/rules/views";

/** Filters beside whose values it is counted how many incidents each would list, all other filters kept. */
export const FACETS = [
  "category",
  "technique",
  "target",
  "chain",
  "actor",
  "level",
  "loss",
  "returned",
  "date",
  "sources",
  "addresses",
  "transactions",
  "source-publisher",
] as const satisfies readonly (keyof Filters)[];
export type Facet = (typeof FACETS)[number];

/** By facet, how many incidents each value would list alone under all other filters; a value without one is not in it. */
export type FacetCounts = Record<Facet, ReadonlyMap<string, number>>;
