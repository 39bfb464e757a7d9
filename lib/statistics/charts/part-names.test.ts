import { describe, expect, it } from "vitest";
import { writeJson } from "@/lib/site/exports/chart-document";
import { writeCsv } from "@/lib/site/exports/csv";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import { CHARTS, type ChartName } from "@/lib/statistics/charts/registry";
import {
  DIMENSIONS,
  type Dimension,
  MEASURES,
  type Measure,
} from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import type { ActorTotal } from "@/lib/statistics/totals/totals";
import { slugSchema } from "@/lib/values/slugs/slug";
import {
  CATEGORIES,
  chainSchema,
  TARGET_KINDS,
  TECHNIQUES,
  techniqueSchema,
} from "@/lib/values/taxonomy/taxonomy";
import { exampleModel, exampleView } from "../../../testing/example-charts";
import { exampleRecovery, exampleSpread } from "../../../testing/example-distributions";
import { rowSums } from "../../../testing/row-sums";

/** Slugs that an actor may have and names that may be on open lists, and that charts call or called parts of their own. */
const TRAPS = [
  "none",
  "other",
  "all",
  "rest",
  "total",
  "several",
  "unattributed",
  "unknown",
  "period",
  "loss",
];
const values = (terms: readonly { value: string }[]) => terms.map(({ value }) => value);

/** Those of them that an open list takes. */
const trapsOf = (schema: { safeParse(value: string): { success: boolean } }) =>
  TRAPS.filter((trap) => schema.safeParse(trap).success);
const CHAINS = [
  "ethereum",
  "ethereum-classic",
  "bsc",
  "tron",
  "near",
  "sui",
  ...trapsOf(chainSchema),
];
const NAMED_TECHNIQUES = [...new Set([...trapsOf(techniqueSchema), ...values(TECHNIQUES)])];

/** Every value of a dimension that matters here; null is of incidents that have none, SEVERAL of those that have several. */
const KEYS: Record<Dimension, (string | null)[]> = {
  category: values(CATEGORIES),
  technique: NAMED_TECHNIQUES,
  target: values(TARGET_KINDS).toReversed(),
  chain: [...CHAINS, SEVERAL, null],
  actor: [...TRAPS, SEVERAL, null],
};

const YEARS = [2022, 2023];
/** Twice what the one before has, so that no two sums are the same; the first has most. */
const amountAt = (keys: readonly unknown[], place: number) => 2 ** (keys.length - place);
const measured = (amount: number) => ({ incidents: 1, unknownSize: 0, amount });
const asTotal = (amount: number) => ({ incidents: 1, unknownSize: 0, lossUsd: amount });

/** A chart over one incident for each value of its dimension in each year. */
function modelOf(chart: ChartName, by: Dimension, keys: readonly (string | null)[], query = "") {
  const parts = keys.map((key, place) => ({ key, ...measured(amountAt(keys, place)) }));
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  const names = Object.fromEntries(keys.map((key) => [key ?? "", `The part ${key}`]));
  const total = { incidents: parts.length, unknownSize: 0, amount: whole };
  const own = parts.find(({ key }) => key === null)?.amount ?? 0;
  const actors = keys.filter((key) => key !== null);
  const address = `${chart}?from=2022-01-01&to=2023-12-31${query}`;
  const dots = [{ ...measured(1), slug: "one", name: "One", occurredOn: "2023-01-01" }].map(
    (dot) => ({
      ...dot,
      category: "unknown" as const,
      low: 1,
      high: 1,
    }),
  );
  switch (chart) {
    case "monthly":
      return exampleModel(`${address}&by=${by}&interval=year`, {
        chart,
        rows: YEARS.flatMap((year) => parts.map((part) => ({ ...part, period: String(year) }))),
        periods: YEARS.map((year) => ({ ...total, period: String(year) })),
        total,
        overlapping: 0,
        chargedTogether: 0,
        names,
      });
    case "actors":
      return exampleModel(address, {
        chart,
        breakdown: {
          total: { ...asTotal(whole), incidents: parts.length },
          unattributed: asTotal(own),
          sharedIncidents: 0,
          chargedTogether: 0,
          actors: parts.flatMap(({ key, amount }): ActorTotal[] =>
            key === null ? [] : [{ slug: key, name: key, ...asTotal(amount), parts: [] }],
          ),
        },
      });
    case "actor-years":
      return exampleModel(address, {
        chart,
        rows: YEARS.flatMap((year) =>
          parts.flatMap(({ key, ...part }) =>
            key === null ? [] : [{ ...part, actor: key, year }],
          ),
        ),
        unattributed: YEARS.map((year) => ({ ...measured(own), year })),
        years: YEARS.map((year) => ({ ...total, year })),
        actors: actors.map((slug) => ({ slug, name: slug, parent: null })),
      });
    case "techniques":
    case "targets":
    case "chains":
      return exampleModel(address, {
        chart,
        split: { total, parts, overlapping: 0, chargedTogether: 0, names },
      });
    case "year-to-date":
      return exampleModel(`year-to-date?year=2023${query}`, {
        chart,
        years: [{ year: 2023, days: [{ day: "2023-01-01", ...measured(1) }] }],
      });
    case "timeline":
    case "largest":
      return exampleModel(address, { chart, total: measured(1), dots });
    case "quantiles":
    case "concentration": {
      const groups = parts.map((part) => exampleSpread(part.key, [part.amount]));
      const spreads = {
        total: exampleSpread(
          null,
          parts.map(({ amount }) => amount),
        ),
        groups,
        names,
      };
      return exampleModel(`${address}&by=${by}`, { chart, spreads });
    }
    case "recovery": {
      const groups = parts.map((part) => ({ key: part.key, ...exampleRecovery(1, part.amount) }));
      const recoveries = { total: exampleRecovery(parts.length, whole), groups, names };
      return exampleModel(`${address}&by=${by}`, { chart, recoveries });
    }
    case "sizes":
      return exampleModel(address, {
        chart,
        total: measured(12),
        sizes: [{ from: 0, below: 1e4, incidents: 1, amount: 12 }],
      });
    case "thresholds":
      return exampleModel(address, {
        chart,
        total: measured(2e6),
        thresholds: [{ least: 1e6, incidents: 1, amount: 2e6 }],
      });
  }
}

/** Every chart by every split and measure that it knows, whatever its number of parts. */
const EVERY: [ChartName, Dimension, Measure][] = Object.entries(CHARTS).flatMap(([name, chart]) => {
  const knows: readonly string[] = chart.knows;
  const splits = knows.includes("by") ? (Object.keys(DIMENSIONS) as Dimension[]) : [chart.by];
  return splits.flatMap((by) =>
    (Object.keys(MEASURES) as Measure[])
      .filter((measure) => (chart.measures as readonly Measure[]).includes(measure))
      // Medians are never stacked, so there is one such chart where others are.
      .filter((measure) => measure !== "median" || by === chart.by || chart.by === null)
      .map((measure): [ChartName, Dimension, Measure] => [
        name as ChartName,
        by ?? "category",
        measure,
      ]),
  );
});

const queryOf = (chart: ChartName, measure: Measure) =>
  measure === "gross" || !(CHARTS[chart].knows as readonly string[]).includes("measure")
    ? ""
    : `&measure=${measure}`;
const columnsOf = (model: ChartModel) => model.numbers.columns.map(({ name }) => name);
/** The keys of the parts in the rows of a file, each once, in their order. */
const partKeys = (model: ChartModel, by: Dimension) => {
  const place = columnsOf(model).indexOf(by);
  return [...new Set(model.numbers.rows.map((row) => row[place]))];
};

describe.each(EVERY)("%s by %s, %s", (chart, by, measure) => {
  const view = exampleView(
    `${chart}?to=2023-12-31`.replace("year-to-date?to", "year-to-date?through"),
  );
  const version = { number: 1, publishedOn: "2023-12-31", log: null, logInAllFiles: null };
  const counts = Array.from({ length: KEYS[by].length }, (_, index) => index + 1);

  it("has no column's name twice, however many parts there are", () => {
    for (const count of counts) {
      const model = modelOf(chart, by, KEYS[by].slice(-count), queryOf(chart, measure));
      const names = columnsOf(model);
      expect(names).toEqual([...new Set(names)]);
      for (const name of names) expect(name).toMatch(/^[a-z0-9_]+$/);
      expect(writeCsv(model.numbers).split("\r\n")[0]).toBe(names.join(","));
      const json = JSON.parse(writeJson({ model, view, version, coverage: null, lag: null }));
      for (const row of json.rows) expect(Object.keys(row)).toEqual(names);
      expect(json.totals.length).toBeGreaterThan(0);
    }
  });

  it("has rows that add up to its totals, and no total among them", () => {
    for (const count of counts) {
      const { numbers } = modelOf(chart, by, KEYS[by].slice(-count), queryOf(chart, measure));
      // Each threshold holds the incidents of the higher ones.
      if (measure === "median" || chart === "thresholds") {
        expect(numbers.sums).toBeNull();
        continue;
      }
      const { summed, stated } = rowSums(numbers);
      expect(summed).toEqual(stated);
      expect(numbers.columns.map(({ name }) => name)).toContain(numbers.sums?.column);
    }
  });
});

describe.each(Object.keys(DIMENSIONS) as Dimension[])("losses over time by %s", (by) => {
  const keys = KEYS[by];
  const model = modelOf("monthly", by, keys);
  if (model.plot.kind !== "columns") throw new Error("not columns");
  const { plot, numbers } = model;

  it("have a key and a colour for each part, and add up to the whole", () => {
    expect(new Set(plot.series.map(({ key }) => key)).size).toBe(plot.series.length);
    expect(new Set(plot.series.map(({ colour }) => colour)).size).toBe(plot.series.length);
    expect(numbers.rows).toHaveLength(plot.series.length * YEARS.length);
    const whole = keys.reduce((sum: number, _, place) => sum + amountAt(keys, place), 0);
    const { summed } = rowSums(numbers);
    for (const year of YEARS) expect(summed[year]).toBe(BigInt(whole) * 100n);
  });
});

describe("a part that is no value of its dimension", () => {
  const last = (by: Dimension, count: number) =>
    partKeys(modelOf("monthly", by, KEYS[by]), by).slice(-count);

  it("keeps its key where no value can be called so", () => {
    expect(last("technique", 2)).toEqual(["other", "unknown"]);
    expect(last("chain", 3)).toEqual(["other", "_several", "none"]);
    expect(last("category", 1)).toEqual(["unknown"]);
  });

  it("has a key that no value can have elsewhere, whether or not one does in the view", () => {
    expect(last("target", 9)).toContain("other");
    expect(last("target", 1)).toEqual(["_other"]);
    const without = KEYS.target.filter((kind) => kind !== "other");
    expect(partKeys(modelOf("monthly", "target", without), "target").at(-1)).toBe("_other");
    expect(last("actor", 3)).toEqual(["_other", "_several", "_none"]);
    const actors = ["a", "b", "c", "d", "e", "f", "g", null];
    expect(partKeys(modelOf("monthly", "actor", actors), "actor").slice(-2)).toEqual([
      "_other",
      "_none",
    ]);
    const series = modelOf("monthly", "actor", KEYS.actor).plot;
    const keys = "series" in series ? series.series.map(({ key }) => key) : [];
    expect(keys.filter((key) => !slugSchema.safeParse(key).success)).toEqual([
      "_other",
      "_several",
      "_none",
    ]);
  });

  it("has a colour of its own, and a value that is called alike another", () => {
    for (const [by, value, own] of [
      ["target", "other", "_other"],
      ["actor", "other", "_other"],
      ["actor", "none", "_none"],
      ["actor", "several", "_several"],
    ] as const) {
      // The value has most, so that it is a part by itself.
      const keys = [value, ...KEYS[by].filter((key) => key !== value)];
      const { plot } = modelOf("monthly", by, keys);
      if (plot.kind !== "columns") throw new Error("not columns");
      const colourOf = (key: string) => plot.series.find((each) => each.key === key)?.colour;
      expect(colourOf(value), `${by} ${value}`).toBe("--part-1");
      expect(colourOf(own), `${by} ${own}`).toMatch(/^--part-(?!1$)/);
    }
  });

  it("leads to no incidents where it gathers, and to those of nobody by actor", () => {
    const { plot } = modelOf("monthly", "actor", ["other", "all", "a", "b", "c", "d", "e", null]);
    if (plot.kind !== "columns") throw new Error("not columns");
    const actors = plot.columns[0]?.hrefs.map(
      (href) => href && new URLSearchParams(href.split("?")[1]).get("actor"),
    );
    expect(actors).toEqual(["other", "all", "a", "b", null, "none"]);
  });
});

describe("rows of a file", () => {
  it.each([
    ["actors", "actor", ["_unattributed"]],
    ["actor-years", "actor", ["_unattributed"]],
    ["techniques", "technique", ["unknown"]],
    ["targets", "target", []],
    ["chains", "chain", ["_several", "none"]],
    ["quantiles", "chain", ["_several", "none"]],
    ["concentration", "technique", ["unknown"]],
    ["recovery", "chain", ["_several", "none"]],
  ] as const)("of %s have a key each, and what is no value is the last", (chart, by, own) => {
    // Under several actors an incident is each one's: a tree has no part for it.
    const parts = KEYS[by].filter((key) => by !== "actor" || key !== SEVERAL);
    const { numbers } = modelOf(chart, by, parts);
    const year = numbers.columns.findIndex(({ name }) => name === "year");
    const rows = year === -1 ? numbers.rows : numbers.rows.filter((row) => row[year] === 2023);
    const keys = rows.map(([key]) => key);
    expect(keys).toEqual([...new Set(keys)]);
    expect(keys).toHaveLength(parts.length);
    expect(keys.slice(keys.length - own.length)).toEqual(own);
  });

  it("has each bar and row of a drawing under a key of its own", () => {
    for (const [chart, by] of [
      ["actors", "actor"],
      ["actor-years", "actor"],
      ["targets", "target"],
    ] as const) {
      const { plot } = modelOf(chart, by, KEYS[by], "&top=8");
      const parts = plot.kind === "bars" ? plot.bars : plot.kind === "heat" ? plot.rows : [];
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
      const kinds = by === "actor" ? ["rest", "nobody"] : ["part", "rest"];
      expect(parts.slice(-2).map(({ kind }) => kind)).toEqual(kinds);
    }
  });
});
