import { describe, expect, it } from "vitest";
import { layoutBars } from "@/lib/statistics/charts/bars/bars-layout";
import { CHART_SIZES, WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";
import { exampleBreakdown, exampleContext, exampleLevels } from "@/testing/example-rows";
import { rowSums } from "@/testing/row-sums";
import { actorBreakdown } from "./actors-model";

const model = (breakdown = exampleBreakdown) =>
  actorBreakdown({ ...exampleContext, year: 2023, through: "2023-09-15", breakdown });

describe("actorBreakdown", () => {
  it("draws wholes before their parts, the largest first, and what is nobody's last", () => {
    expect(model().plot.bars.map((bar) => [bar.key, bar.depth, bar.amount])).toEqual([
      ["north-korea", 0, 330_000_000],
      ["lazarus-group", 1, 324_000_000],
      ["tradertraitor", 2, 292_000_000],
      ["dprk-it-workers", 1, 5_720_000],
      ["a-thief", 0, 24_000_000],
      ["nobody-knows", 0, null],
      ["_unattributed", 0, 801_000_000],
    ]);
  });

  it("says how incidents are counted", () => {
    expect(model().notes).toEqual([
      "Indented actors are part of the one above them, whose bar holds their incidents, each once.",
      "1 incident is attributed to several actors and counts once for each of them.",
      "4 incidents of unknown size are left out.",
    ]);
    expect(model().alternative).toBe(
      "Bar chart of losses by attributed actor, 1 Jan – 15 Sep 2023, where North Korea is named for the most, $330m; $801m is attributed to nobody.",
    );
  });

  it("adds up over the first level of a file, in which what several share is taken off", () => {
    const { numbers } = model();
    const { summed, stated } = rowSums(numbers);
    expect(summed).toEqual(stated);
    const overlap = numbers.rows.at(-1) ?? [];
    expect(overlap.slice(0, 4)).toEqual(["_overlap", expect.any(String), 1, null]);
    expect(overlap[4]).toBeLessThan(0);
    const levels = numbers.rows.map((row) => [row[0], row[2], row[3]]);
    expect(levels).toContainEqual(["tradertraitor", 3, "lazarus-group"]);
    expect(levels).toContainEqual(["_unattributed", 1, null]);
  });

  it("names actors beyond the largest without summing them, and keeps them in the table", () => {
    const actors = Array.from({ length: 15 }, (_, index) => ({
      slug: `actor-${index}`,
      name: `Actor ${index}`,
      incidents: 1,
      unknownSize: 0,
      lossUsd: (15 - index) * 1e6,
      parts: [],
    }));
    const { plot, table } = model({ ...exampleBreakdown, actors });
    expect(plot.bars).toHaveLength(13);
    expect(plot.bars.at(-2)).toMatchObject({
      kind: "rest",
      label: "4 more actors, each $4.00m or less",
      amount: null,
    });
    expect(table.rows).toHaveLength(17);
    expect(table.rows.at(-1)).toMatchObject({
      header: { text: "All incidents, each once" },
      strong: true,
    });
  });

  it("never shows a part without its whole", () => {
    const parts = Array.from({ length: 12 }, (_, index) => ({
      slug: `part-${index}`,
      name: `Part ${index}`,
      incidents: 1,
      unknownSize: 0,
      lossUsd: 50e6,
      parts: [],
    }));
    const whole = {
      slug: "whole",
      name: "Whole",
      incidents: 12,
      unknownSize: 0,
      lossUsd: 50e6,
      parts,
    };
    const { bars } = model({ ...exampleBreakdown, actors: [whole] }).plot;
    expect(bars[0]?.key).toBe("whole");
    expect(bars.filter((bar) => bar.kind === "part")).toHaveLength(11);
  });

  it("says so when nobody is named, or nothing is recorded", () => {
    expect(model({ ...exampleBreakdown, actors: [] }).alternative).toContain(
      "none of the 60 incidents is attributed",
    );
    const nothing = { incidents: 0, unknownSize: 0, lossUsd: 0 };
    const empty = model({
      total: nothing,
      unattributed: nothing,
      actors: [],
      sharedIncidents: 0,
      chargedTogether: 0,
    });
    expect(empty.plot.bars).toEqual([]);
    expect(empty.alternative).toContain("nothing is recorded");
  });
});

describe("how surely actors are named", () => {
  const divided = (least: Confidence = "suspected") =>
    actorBreakdown({
      ...exampleContext,
      year: 2023,
      through: "2023-09-15",
      breakdown: exampleBreakdown,
      levels: exampleLevels,
      least,
    });

  it("divides each bar into what adds up to it, the surest first", () => {
    const { plot } = divided();
    expect(plot.levels).toEqual(["confirmed", "likely", "suspected"]);
    for (const bar of plot.bars.filter(({ kind }) => kind === "part")) {
      const levels = bar.levels ?? [];
      expect(levels.reduce((sum, level) => sum + level.amount, 0)).toBeCloseTo(bar.amount ?? 0, 2);
      const places = levels.map(({ confidence }) => plot.levels?.indexOf(confidence) ?? -1);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
    for (const size of CHART_SIZES) {
      for (const mark of layoutBars(plot, size).marks.filter(({ kind }) => kind === "part")) {
        const ends = mark.levels.map(({ x, width }) => x + width);
        expect(ends.at(-1)).toBeCloseTo(mark.x + mark.width, 6);
        for (const [index, level] of mark.levels.entries())
          expect(level.x).toBeCloseTo(ends[index - 1] ?? mark.x, 6);
      }
    }
  });

  it("quotes amounts with their range, in picture, text, table and file", () => {
    const { alternative, numbers, plot, table } = divided();
    const texts = layoutBars(plot, WIDE).labels.map(({ text }) => text);
    expect(texts).toContain("$250m confirmed to $330m suspected");
    expect(texts).toContain("$24.0m likely");
    expect(alternative).toContain("named for the most, $250m confirmed to $330m suspected;");
    expect(table.columns.slice(2, 5)).toEqual([
      "Of which confirmed",
      "Of which likely",
      "Of which suspected",
    ]);
    expect(table.rows[0]?.cells.slice(0, 4).map(({ text }) => text)).toEqual([
      "$330,000,000",
      "$250,000,001",
      "$40,000,000",
      "$40,000,000",
    ]);
    const { summed, stated } = rowSums(numbers);
    expect(summed).toEqual(stated);
    expect(numbers.columns.map(({ name }) => name)).toContain("confidence");
    const rows = numbers.rows.filter(([actor]) => actor === "north-korea");
    expect(rows.map((row) => [row[4], row[5], row[6]])).toEqual([
      ["confirmed", 250_000_000.5, 5],
      ["likely", 40_000_000, 2],
      ["suspected", 39_999_999.5, 4],
    ]);
  });

  it("shows no level below the least that counts", () => {
    expect(divided("likely").plot.levels).toEqual(["confirmed", "likely"]);
    expect(divided("confirmed").plot.levels).toEqual(["confirmed"]);
  });
});
