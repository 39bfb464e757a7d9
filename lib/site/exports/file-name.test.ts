import { describe, expect, it } from "vitest";
import { actorFileName, fileName, pictureSuffix, textSuffix } from "@/lib/site/exports/file-name";
import { readImageOptions } from "@/lib/site/exports/image";
import { readChart } from "@/lib/statistics/charts/chart-view";
import type { ChartName } from "@/lib/statistics/charts/registry";
import type { YearThrough } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

const NOW = "2026-11-22";
function nameOf(address: string): string {
  const [chart = "", query = ""] = address.split("?");
  const read = readChart(chart as ChartName, new URLSearchParams(query), { asOf: NOW, now: NOW });
  if (!read.ok) throw new Error(`no chart: ${address}`);
  return fileName(read.value, 7);
}

describe("the name of a chart's file", () => {
  it.each([
    ["monthly?year=2023", "lossline-monthly-losses-by-category-2023-01-01-to-2023-12-31-v7"],
    ["timeline", "lossline-incidents-by-day-and-size-to-2026-11-22-v7"],
    [
      "monthly?year=2025&actor=north-korea",
      "lossline-monthly-losses-by-category-2025-01-01-to-2025-12-31_actor-north-korea-v7",
    ],
    [
      "monthly?year=2025&measure=net&by=actor&interval=quarter",
      "lossline-quarterly-net-losses-by-actor-2025-01-01-to-2025-12-31-v7",
    ],
    ["actors?year=2025&measure=count", "lossline-incidents-by-actor-2025-01-01-to-2025-12-31-v7"],
    [
      "largest?to=2023-12-31&top=5&least=1000000",
      "lossline-largest-losses-to-2023-12-31_least-1000000_top-5-v7",
    ],
  ])("of %s is %s", (address, name) => {
    expect(nameOf(address)).toBe(name);
  });

  it("is another one for every other view, and the same for the same", () => {
    const addresses = [
      "monthly?year=2025",
      "monthly?year=2025&through=2025-12-30",
      "monthly?year=2025&measure=net",
      "monthly?year=2025&by=actor",
      "monthly?year=2025&interval=quarter",
      "monthly?year=2025&estimate=low",
      "monthly?year=2025&category=unknown",
      "monthly?year=2025&technique=unknown",
      "monthly?year=2025&technique=bridge-verification",
      "monthly?year=2025&chain=ethereum&actor=x",
      "monthly?year=2025&chain=ethereum-actor-x",
      "monthly?year=2025&q=wallet",
      "monthly?year=2025&q=Wallet",
      "monthly?year=2025&q=wállet",
      "monthly?year=2025&q=wallet!",
      "monthly?year=2025&q=wallet_by-actor",
      "monthly?year=2025&q=交易所",
      "monthly?year=2025&q=取引所",
      `monthly?year=2025&q=${"a".repeat(99)}`,
      `monthly?year=2025&q=${"a".repeat(100)}`,
    ];
    const names = addresses.map(nameOf);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(addresses.length);
    expect(addresses.map(nameOf)).toEqual(names);
    expect(nameOf("monthly?from=2025-01-01&to=2025-12-31&measure=gross")).toBe(names[0]);
  });

  it("is short and of plain letters, whatever is searched for", () => {
    const every =
      "actor=north-korea&confidence=confirmed&category=wallet-compromise&technique=private-key-compromise&target=payment-processor&chain=polygon-zkevm&least=999999999999999&estimate=high&by=technique&interval=quarter";
    for (const q of [
      "../../etc/passwd",
      "a\\b:c*?|<>\"'",
      "CON",
      "%00;rm",
      "桜コイン取引所",
      "é".repeat(100),
    ]) {
      const name = nameOf(`monthly?year=2025&${every}&q=${encodeURIComponent(q)}`);
      expect(name).toMatch(/^[a-z0-9_-]+$/);
      expect(name.length).toBeLessThanOrEqual(160);
    }
    expect(nameOf("monthly?year=2025&q=hot wallet")).toMatch(/_search-hot-wallet_[0-9a-f]{10}-v7$/);
  });
});

it("tells the pictures of an actor apart by how sure attributions must be and by the year", () => {
  const nameOf = (confidence: Confidence, period: YearThrough | null, known: Day | null = null) =>
    actorFileName("lazarus-group", { confidence, period, known }, 7);
  expect(nameOf("suspected", null)).toBe("lossline-actor-lazarus-group-v7");
  expect(nameOf("suspected", null, "2023-09-15")).toBe(
    "lossline-actor-lazarus-group_known-2023-09-15-v7",
  );
  expect(nameOf("likely", null)).toBe("lossline-actor-lazarus-group_confidence-likely-v7");
  expect(nameOf("suspected", { year: 2023, through: "2023-09-15" })).toBe(
    "lossline-actor-lazarus-group_2023-01-01_2023-09-15-v7",
  );
});

it("tells pictures of one view apart by shape, look and pixels", () => {
  const suffix = (query: string) => {
    const read = readImageOptions("png", new URLSearchParams(query));
    if (!read.ok) throw new Error(query);
    return pictureSuffix(read.value);
  };
  expect(suffix("scale=1")).toBe("");
  expect(suffix("shape=story&theme=dark&background=transparent")).toBe(
    "-story-dark-transparent@2x",
  );
  expect(suffix("width=640&height=480&scale=3")).toBe("-640x480@3x");
});

it("tells pictures with another publisher's text apart, without printing it", () => {
  const names = [{}, { headline: "a" }, { headline: "b" }, { note: "a" }].map(textSuffix);
  expect(names[0]).toBe("");
  expect(new Set(names).size).toBe(names.length);
  for (const name of names.slice(1)) expect(name).toMatch(/^-text-[0-9a-f]{10}$/);
});
