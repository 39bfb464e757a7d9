import { expect, it } from "vitest";
import { givenDataset } from "@/testing/dataset";
import { wrongSuperlatives, wrongSuperlativesIn } from "@/testing/superlatives";

const dataset = givenDataset();
const of = (slug: string) => (incident: { slug: string }) => incident.slug === slug;

it("finds no superlative about thefts in the dataset that its own numbers contradict", () => {
  expect(wrongSuperlativesIn(dataset)).toEqual([]);
});

it.each([
  // LuBian and Thodex are larger.
  ["bybit-2025-02", "Signed away: the largest theft on record.", 1],
  ["bybit-2025-02", "The biggest crypto heist ever.", 1],
  ["bybit-2025-02", "The largest hack.", 1],
  ["bybit-2025-02", "The largest theft of 2025.", 0],
  ["bybit-2025-02", "The largest theft of 2024.", 1],
  ["bybit-2025-02", "One of the largest thefts on record.", 0],
  ["lubian-2020-12", "The largest theft on record.", 0],
  ["indodax-2024-09", "A breach at Indonesia's largest exchange.", 0],
  ["indodax-2024-09", "One of the largest thefts on record.", 1],
  ["indodax-2024-09", "Among the largest hacks of the month in CertiK's count.", 0],
  ["allinvain-2011-06", "The first large theft on record.", 0],
  ["mt-gox-2014-02", "The first large theft on record.", 1],
] as const)("of %s: “%s” has %i", (slug, text, count) => {
  expect(wrongSuperlatives(text, dataset, of(slug))).toHaveLength(count);
});
