import { describe, expect, it } from "vitest";
import { layoutBars } from "@/lib/statistics/charts/bars/bars-layout";
import { layoutColumns } from "@/lib/statistics/charts/columns/columns-layout";
import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import { layoutCumulative } from "@/lib/statistics/charts/cumulative/cumulative-layout";
import { layoutDots } from "@/lib/statistics/charts/dots/dots-layout";
import type { DotPlot } from "@/lib/statistics/charts/dots/dots-plot";
import { inUnit } from "@/lib/statistics/charts/model/amount-unit";
import { amountAxis, logMoneyAxis, moneyAxis } from "@/lib/statistics/charts/model/money-axis";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { Dice } from "@/testing/random";
import { randomColumns, randomDots, randomYears } from "@/testing/random-plots";
import { CHART_SIZES, WIDE } from "./chart-sizes";
import type { ChartSize, TextMark } from "./geometry";
import { type Box, touches } from "./label-box";
import { type NamedMark, namePlaces } from "./name-places";
import { textWidth } from "./text-width";

// The rule: what is largest is named first and has its place whatever smaller ones want; one that has no name had no
// room, whichever smaller ones were there; and then no smaller one has a name either.

const SEEDS = Array.from({ length: 24 }, (_, index) => index + 1);
const SIZES: ChartSize[] = [
  ...CHART_SIZES,
  ...CHART_SIZES.map((size) => ({ ...size, height: 300 })),
];

function boxOf({ anchor, fontSize, strong, text, x, y }: TextMark): Box {
  const width = textWidth(text, fontSize, strong ? 600 : 400);
  const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
  return { left: left + 0.5, right: left + width - 0.5, top: y - fontSize * 0.7, bottom: y };
}

function expectApart(texts: readonly TextMark[], right: number) {
  for (const [index, text] of texts.entries()) {
    const box = boxOf(text);
    expect(box.left, text.text).toBeGreaterThanOrEqual(-1);
    expect(box.right, text.text).toBeLessThanOrEqual(right + 1);
    for (const other of texts.slice(index + 1))
      expect(touches(box, boxOf(other)), `"${text.text}" and "${other.text}"`).toBe(false);
  }
}

/** A number without its unit. */
const plain = (text = "") => text.replace(/^\$|[a-z]+$/g, "");

const heightOf = (column: ColumnPlot["columns"][number]) =>
  column.amounts.reduce((sum, amount) => sum + amount, 0);

describe.each(SIZES)("labels by rank, $name $height", (size) => {
  it.each(SEEDS)("columns %i", (seed) => {
    const plot = randomColumns(seed);
    const numbersOf = (shown: ColumnPlot) =>
      layoutColumns(shown, size).labels.filter(({ strong }) => strong);
    const numbers = numbersOf(plot);
    expectApart(layoutColumns(plot, size).labels, size.width);
    const ranked = plot.columns.toSorted((one, other) => heightOf(other) - heightOf(one));
    const [largest] = ranked;
    expect(plain(numbers[0]?.text)).toBe(
      plain(inUnit(plot.axis.unit, largest ? heightOf(largest) : 0)),
    );
    for (const [rank, column] of ranked.entries()) {
      if (heightOf(column) === 0) break;
      const kept = new Set(ranked.slice(0, rank + 1));
      const columns = plot.columns.map((each) =>
        kept.has(each) ? each : { ...each, amounts: each.amounts.map(() => 0), total: 0 },
      );
      // On the whole chart the numbers may have more rows, and so more room.
      const alone = numbersOf({ ...plot, columns }).map(({ text }) => plain(text));
      const texts = numbers.map(({ text }) => plain(text));
      expect(texts.slice(0, alone.length)).toEqual(alone.slice(0, texts.length));
    }
  });

  it.each(SEEDS)("numbers of columns without a gap %i", (seed) => {
    const plot = randomColumns(seed);
    const { labels, leaders } = layoutColumns(plot, size);
    const ranked = plot.columns.map(heightOf).toSorted((one, other) => other - one);
    const numbers = labels.filter(({ strong }) => strong).map(({ text }) => text);
    expect(numbers.map(plain)).toEqual(
      ranked.slice(0, numbers.length).map((total) => plain(inUnit(plot.axis.unit, total))),
    );
    // All with their unit, or none.
    expect(new Set(numbers.map((text) => text.startsWith("$") || text.startsWith("<"))).size).toBe(
      1,
    );
    for (const { x1, y1, y2 } of leaders) {
      const line: Box = { left: x1 - 0.5, right: x1 + 0.5, top: y2, bottom: y1 };
      for (const label of labels)
        expect(touches(line, boxOf(label)), `a line through ${label.text}`).toBe(false);
    }
  });

  it.each(SEEDS)("dots %i", (seed) => {
    const plot = randomDots(seed);
    const namesOf = (shown: DotPlot) =>
      layoutDots(shown, size).labels.filter((each) => each.strong);
    const names = namesOf(plot);
    expectApart(names, size.width);
    const [largest] = plot.named;
    const unit = plot.axis.unit;
    const rankOf = (text: string) =>
      /^\d+$/.test(text) ? Number(text) - 1 : Number(/^Theft (\d+)/.exec(text)?.[1]);
    expect(names.map(({ text }) => rankOf(text))).toEqual(names.map((_, rank) => rank));
    expect(names[0]?.text.endsWith(` ${inUnit(unit, largest?.amount ?? 0)}`)).toBe(true);
    // What is only numbered is in the key, in full.
    const drawing = layoutDots(plot, size);
    const key = drawing.labels.filter(({ strong, x }) => !strong && x === 0);
    expectApart(key, size.width);
    const printed = key.map(({ text }) => text.replaceAll("\u00a0", " ")).join(" ");
    for (const [rank, { text }] of names.entries()) {
      const dot = plot.named[rank];
      const entry = `${rank + 1} ${dot?.label} ${inUnit(unit, dot?.amount ?? 0)}`;
      expect(printed.includes(entry)).toBe(/^\d+$/.test(text));
    }
    for (const { y } of key) expect(y).toBeLessThanOrEqual(drawing.height);
  });

  it.each(SEEDS)("names that no smaller one displaces %i", (seed) => {
    const next = new Dice(seed);
    const named = Array.from({ length: 12 }, (): NamedMark => {
      const y = 20 + next.fraction() * 120;
      return {
        x: 40 + next.fraction() * 150,
        y,
        top: y - next.below(3) * 4,
        bottom: y,
        texts: [{ text: "x", width: 40 + next.below(80) }],
      };
    });
    const around = {
      area: { left: 40, right: size.width, top: 20, bottom: 160 },
      top: 8,
      right: size.width,
      marks: named.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 })),
      points: Array.from({ length: 600 }, () => ({
        x: 40 + next.fraction() * (size.width - 40),
        y: 20 + next.fraction() * 140,
      })),
      fontSize: size.fontSize,
      radius: 4,
    };
    const all = namePlaces(named, around);
    expect(all[0]).not.toBeNull();
    const unnamed = all.indexOf(null);
    if (unnamed >= 0) expect(new Set(all.slice(unnamed))).toEqual(new Set([null]));
    for (const [rank] of named.entries())
      expect(namePlaces(named.slice(0, rank + 1), around)).toEqual(all.slice(0, rank + 1));
  });

  it.each(SEEDS)("lines %i", (seed) => {
    const plot = randomYears(seed);
    const drawing = layoutCumulative(plot, size);
    const texts = drawing.legend.flatMap((label) => label.texts);
    for (const year of plot.series)
      expect(texts.some(({ text }) => text.startsWith(year.label))).toBe(true);
    expectApart(texts, size.width);
  });
});

it.each(SEEDS)("the year shown is named off every line where there is room for it %i", (seed) => {
  const plot = { ...randomYears(seed), through: 200 };
  const [shown] = plot.series;
  const drawing = layoutCumulative(plot, { ...WIDE, height: 420 });
  const label = drawing.legend.find(({ key }) => key === shown?.key);
  for (const text of label?.texts ?? [])
    for (const { path } of drawing.lines) {
      // Steps: to a corner's place, and then up to its height.
      const corners = [...path.matchAll(/[ML]([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      for (const [index, [x = 0, y = 0]] of corners.slice(1).entries()) {
        const [left = x, top = y] = corners[index] ?? [];
        const line: Box = {
          left: Math.min(left, x) - 0.5,
          right: Math.max(left, x) + 0.5,
          top: Math.min(top, y) - 0.5,
          bottom: Math.max(top, y) + 0.5,
        };
        expect(touches(boxOf(text), line), text.text).toBe(false);
      }
    }
});

it("names every bar with its amount", () => {
  for (const { plot } of Object.values(EXAMPLE_CHARTS).map((example) => example())) {
    if (plot.kind !== "bars") continue;
    for (const size of CHART_SIZES) {
      const texts = layoutBars(plot, size).labels.map(({ text }) => text);
      for (const bar of plot.bars.filter(({ kind }) => kind !== "rest")) {
        const amount = inUnit(plot.axis.unit, bar.amount);
        // A divided bar's amount ends its range.
        expect(
          texts.some((text) => text.split(/[ –]/).includes(amount)),
          bar.label,
        ).toBe(true);
      }
    }
  }
});

it("writes one unit down an axis and all beside it", () => {
  const axis = amountAxis("usd", 2e9, [593_267, 4e6]);
  expect(axis.unit).toBe("US$ million");
  expect(axis.ticks.at(-1)?.label).toBe("$2,000m");
  expect([593_267, 4e6, 1.463e9, 900, 0, null].map((amount) => inUnit(axis.unit, amount))).toEqual([
    "$0.59m",
    "$4.00m",
    "$1,463m",
    "<$0.01m",
    "$0",
    "unknown",
  ]);
  expect(amountAxis("usd", 2e9, [4e8]).unit).toBe("US$ billion");
  expect(moneyAxis(593_267).unit).toBe("US$");
  expect(logMoneyAxis(2_000, 1.4e9).ticks.map(({ label }) => label)).toEqual([
    "0.001",
    "0.01",
    "0.1",
    "1",
    "10",
    "100",
    "1,000",
    "$10,000m",
  ]);
});
