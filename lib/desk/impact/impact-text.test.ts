import { expect, test } from "vitest";
import type { Impact } from "@/lib/desk/impact/impact";
import { impactText } from "@/lib/desk/impact/impact-text";

const total = (incidents: number, lossUsd: number, unknownSize = 0) => ({
  incidents,
  lossUsd,
  unknownSize,
});

const impact: Impact = {
  totals: [
    { of: "year", label: "2023", filters: {}, before: total(3, 1e6), after: total(4, 55e6) },
    { of: "month", label: "September 2023", filters: {}, before: total(1, 5), after: total(1, 5) },
    {
      of: "actor",
      label: "Lazarus Group",
      filters: {},
      before: total(2, 1_460_000_000),
      after: total(1, 1_460_000_001, 1),
    },
  ],
  ranks: [
    { of: "incident", label: "CoinEx, of 2023", before: null, after: { place: 7, among: 1200 } },
    {
      of: "actor",
      label: "North Korea, among actors",
      before: { place: 1, among: 9 },
      after: { place: 1, among: 10 },
    },
  ],
  bounds: [
    {
      name: "A theft",
      before: { lossUsd: null, lossUsdLow: null, lossUsdHigh: null },
      after: { lossUsd: null, lossUsdLow: null, lossUsdHigh: 70e6 },
    },
    { name: "Another", before: null, after: { lossUsd: null, lossUsdLow: 5e6, lossUsdHigh: 9e6 } },
  ],
  figures: [
    {
      publisher: "Example",
      title: "Thefts",
      from: "2023-01-01",
      to: "2023-12-31",
      amountUsd: 1.7e9,
      before: null,
      after: total(1, 2e6),
    },
  ],
  incidents: 1,
};

test("says what moves, and only names what does not", () => {
  expect(impactText(impact)).toEqual([
    {
      title: "Totals",
      lines: [
        {
          label: "2023",
          before: "$1.00m, 3 incidents",
          after: "$55.0m, 4 incidents",
          change: "+$54.0m, +1 incident",
        },
      ],
      unchanged: ["September 2023"],
    },
    {
      title: "Attributed to",
      lines: [
        {
          label: "Lazarus Group",
          before: "$1,460,000,000, 2 incidents",
          after: "$1,460,000,001, 1 incident",
          change: "+$1, −1 incident, +1 of unknown size",
        },
      ],
      unchanged: [],
    },
    {
      title: "Rank by loss",
      lines: [{ label: "CoinEx, of 2023", before: "none", after: "7 of 1,200", change: null }],
      unchanged: ["North Korea, among actors"],
    },
    {
      title: "Known by a bound alone, and left out of totals of best estimates",
      lines: [
        { label: "A theft", before: "unknown", after: "up to $70.0m", change: null },
        { label: "Another", before: "none", after: "$5.00m to $9.00m", change: null },
      ],
      unchanged: [],
    },
    {
      title: "The record’s own total beside what others published",
      lines: [
        {
          label: "Thefts (Example says $1.70bn)",
          before: "not compared",
          after: "$2.00m",
          change: null,
        },
      ],
      unchanged: [],
    },
  ]);
});

test("says nothing of what is not there", () => {
  expect(impactText({ totals: [], ranks: [], bounds: [], figures: [], incidents: 0 })).toEqual([]);
});
