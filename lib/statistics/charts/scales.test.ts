import { describe, expect, it } from "vitest";
import { writeJson } from "@/lib/site/exports/chart-document";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { layoutColumns } from "@/lib/statistics/charts/columns/columns-layout";
import { layoutCumulative } from "@/lib/statistics/charts/cumulative/cumulative-layout";
import { CHART_SIZES } from "@/lib/statistics/charts/layout/chart-sizes";
import { CHART_NAMES, CHARTS, type ChartModel } from "@/lib/statistics/charts/registry";
import {
  AXES,
  type Axis,
  DIMENSIONS,
  MEASURES,
  type Measure,
} from "@/lib/statistics/rules/parameters";
import { sum } from "@/lib/values/lists/sum";
import { PRICE_INDEX } from "@/lib/values/money/price-index";
import { EXAMPLE_CHARTS, exampleModel, exampleView } from "@/testing/example-charts";

// Dollars of a year, shares, logarithmic axes and medians: which chart has them, and what it then says.

const NOW = "2026-11-22";
const read = (chart: (typeof CHART_NAMES)[number], query: string) =>
  readChart(chart, new URLSearchParams(query), { asOf: NOW, now: NOW });

describe.each(CHART_NAMES)("%s", (chart) => {
  const { axes, measures } = CHARTS[chart];

  it.each(Object.keys(AXES) as Axis[])("has an axis that is %s, or says why not", (axis) => {
    const found = read(chart, `axis=${axis}`);
    expect(found.ok).toBe(axes.allowed.includes(axis));
    if (!found.ok) expect(found.problems[0]?.allowed).toContain(axes.why);
  });

  it.each(Object.keys(MEASURES) as Measure[])("knows %s, or refuses it", (measure) => {
    if (!(CHARTS[chart].knows as readonly string[]).includes("measure")) return;
    expect(read(chart, `measure=${measure}`).ok).toBe(
      (measures as readonly string[]).includes(measure),
    );
  });

  it("takes every year of the index, and no other", () => {
    for (const { year } of PRICE_INDEX) expect(read(chart, `dollars=${year}`).ok).toBe(true);
    const years = PRICE_INDEX.map(({ year }) => year);
    for (const year of [Math.min(...years) - 1, Math.max(...years) + 1])
      expect(read(chart, `dollars=${year}`).ok).toBe(false);
  });
});

it("never has a logarithmic axis for what is a length", () => {
  const log = CHART_NAMES.filter((chart) => CHARTS[chart].axes.allowed.includes("log"));
  expect(log).toEqual(["year-to-date", "timeline"]);
});

it("has no shares of medians, and no medians that are stacked", () => {
  for (const chart of CHART_NAMES) expect(read(chart, "measure=median&axis=share").ok).toBe(false);
  for (const by of Object.keys(DIMENSIONS)) {
    const found = read("monthly", `measure=median&by=${by}`);
    // A form sends the usual split with whatever measure.
    expect(found.ok ? found.value.by : "refused").toBe(by === "category" ? null : "refused");
  }
});

it("counts incidents in no money", () => {
  const found = read("monthly", "measure=count&dollars=2024");
  expect(found.ok && found.value.dollars).toBe(undefined);
});

const MONTHS = ["2023-01", "2023-02", "2023-04", "2023-09"];
const KEYS = ["phishing", "exit-scam", "unknown", "flash-loan"] as const;
const rows = MONTHS.flatMap((period, month) =>
  KEYS.map((key, place) => ({
    period,
    key,
    incidents: 2,
    unknownSize: place === 3 ? 2 : 0,
    amount: place === 3 ? 0 : (month * 7 + 1) * (place + 0.33) * 1e6,
  })),
);
const periods = MONTHS.map((period) => {
  const own = rows.filter((row) => row.period === period);
  return {
    period,
    incidents: 8,
    unknownSize: 2,
    amount: sum(own.map(({ amount }) => amount)),
  };
});
const total = { incidents: 32, unknownSize: 8, amount: sum(periods.map(({ amount }) => amount)) };

function columnsOf(query: string) {
  const isSplit = exampleView(`monthly?${query}`).by !== null;
  const model = exampleModel(`monthly?${query}`, {
    chart: "monthly",
    rows: isSplit ? rows : [],
    periods,
    total: isSplit ? total : { ...total, amount: 123_456 },
    overlapping: 0,
    chargedTogether: 0,
    names: {},
  });
  if (model.kind !== "columns") throw new Error("not columns");
  return model;
}

/** The rows of a chart's file by the names of its columns. */
const recordsOf = ({ numbers }: ChartModel) =>
  numbers.rows.map((row) =>
    Object.fromEntries(numbers.columns.map(({ name }, place) => [name, row[place] ?? null])),
  );

describe("columns of shares", () => {
  const query = "year=2023&through=2023-09-15";
  const [amounts, shares] = [columnsOf(query), columnsOf(`${query}&axis=share`)];

  it("add up to 100 where anything is known, and have nothing elsewhere", () => {
    for (const column of shares.plot.columns)
      expect(sum(column.amounts)).toBeCloseTo(column.total > 0 ? 100 : 0, 9);
    expect(shares.plot.columns.map(({ total: all }) => all)).toEqual(
      amounts.plot.columns.map(({ total: all }) => all),
    );
  });

  it.each(CHART_SIZES)("fill the plot, whatever each amounts to, $name", (size) => {
    const drawing = layoutColumns(shares.plot, size);
    const pixels = drawing.area.bottom - drawing.area.top;
    for (const period of MONTHS) {
      const marks = drawing.marks.filter((mark) => mark.period === period);
      expect(sum(marks.map(({ height }) => height))).toBeCloseTo(pixels, 6);
    }
    expect(drawing.marks.every(({ text }) => text.includes("%"))).toBe(true);
  });

  it("keep their place on the axis where others are switched off", () => {
    const [size] = CHART_SIZES;
    if (size === undefined) throw new Error("no size");
    const [all, some] = [[], ["phishing"]].map((hidden) =>
      layoutColumns(shares.plot, size, new Set(hidden)),
    );
    const heightOf = (drawing: typeof all) =>
      drawing?.marks.find(({ key }) => key === "2023-04|exit-scam")?.height;
    expect(heightOf(some)).toBeCloseTo(heightOf(all) ?? 0, 6);
  });

  it("stand in the file beside the amounts, empty where the amount is unknown", () => {
    const records = recordsOf(shares);
    for (const period of MONTHS) {
      const own = records.filter(({ month }) => month === period);
      expect(sum(own.map((row) => Number(row.share_of_month)))).toBeCloseTo(1, 9);
      for (const row of own) expect(row.share_of_month === null).toBe(row.loss_usd === null);
    }
    expect(records.map(({ loss_usd }) => loss_usd)).toEqual(
      recordsOf(amounts).map(({ loss_usd }) => loss_usd),
    );
    expect(shares.numbers.totals).toEqual(amounts.numbers.totals);
  });

  it("say what 100 % is and what is in no share", () => {
    expect(shares.title).toBe("Share of losses by month and category, 1 Jan – 15 Sep 2023");
    expect(shares.subtitle).toContain("Percent of US$");
    expect(shares.notes.join(" ")).toContain("100% is the sum of all known amounts of a month");
    expect(shares.notes.join(" ")).toContain("8 incidents of unknown size are left out");
    expect(shares.alternative).toContain("share of losses");
  });
});

describe.each(["actors-shares", "techniques-shares"])("bars of shares, %s", (name) => {
  const [model, amounts] = [
    EXAMPLE_CHARTS[name]?.(),
    EXAMPLE_CHARTS[name.replace("shares", "levels")]?.(),
  ];
  if (model?.kind !== "bars") throw new Error("not bars");

  it("are percent of the total, and so are their levels", () => {
    expect(model.plot.axis.unit).toBe("%");
    for (const bar of model.plot.bars) {
      const level = bar.levels?.reduce((all, { amount }) => all + amount, 0);
      if (level !== undefined && level > 0) expect(level).toBeCloseTo(bar.amount ?? 0, 9);
      if (bar.kind === "part" && bar.amount !== null) expect(bar.aside).toMatch(/^\$/);
    }
  });

  it("add up to all of it in the file, by the rows that add up", () => {
    const first = recordsOf(model).filter(({ level = 1 }) => level === 1);
    expect(sum(first.map((row) => Number(row.share_of_total)))).toBeCloseTo(1, 6);
    expect(model.notes[0]).toMatch(/^100% is the sum of all known amounts, \$/);
    if (amounts !== undefined) expect(model.numbers.totals).toEqual(amounts.numbers.totals);
  });

  it("stand in the table beside the amounts", () => {
    expect(model.table.columns).toContain("Share of the total");
  });
});

describe("columns of medians", () => {
  const model = columnsOf("year=2023&measure=median&through=2023-09-15");

  it("are single, without a sum of them anywhere", () => {
    expect(model.plot.series).toHaveLength(1);
    expect(model.plot.series[0]?.amount).toBe(123_456);
    expect(model.numbers.sums).toBeNull();
    expect(model.numbers.totals.rows.at(-1)).toEqual(["all", 123_456, 32, 8]);
    expect(model.table.rows.at(-1)?.cells[0]?.text).toBe("$123,456");
    expect(model.table.columns).toEqual([
      "Month",
      "Median loss, US dollars",
      "Incidents",
      "Of unknown size",
    ]);
  });

  it("have none where nothing happened, which is not zero", () => {
    const march = recordsOf(model).find(({ month }) => month === "2023-03");
    expect(march).toMatchObject({ median_loss_usd: null, incidents: 0 });
    const row = model.table.rows.find(({ header }) => header.text.startsWith("March"));
    expect(row?.cells[0]?.text).toBe("none");
    for (const size of CHART_SIZES) {
      const texts = layoutColumns(model.plot, size).labels.map(({ text }) => text);
      expect(texts).toContain("none");
      expect(texts).not.toContain("0");
    }
  });

  it("say of how many incidents they are", () => {
    expect(model.subtitle).toContain("median of incidents whose amount is known");
    expect(model.notes).toContain("The median of a month is of 6 incidents.");
  });
});

describe("cumulative lines on a logarithmic axis", () => {
  const days = [1000, 9000, 90_000, 900_000].map((amount, place) => ({
    day: `2023-0${place + 2}-10`,
    incidents: 1,
    unknownSize: 0,
    amount,
  }));
  const model = exampleModel("year-to-date?year=2023&axis=log", {
    chart: "year-to-date",
    years: [{ year: 2023, days }],
  });
  if (model.plot.kind !== "cumulative") throw new Error("not cumulative");
  const { plot } = model;

  it("are as far apart for ten times as much wherever they are", () => {
    for (const size of CHART_SIZES) {
      const { lines, area } = layoutCumulative(plot, size);
      const heights = [
        ...new Set(
          [...(lines[0]?.path ?? "").matchAll(/[ML,]([\d.]+),([\d.]+)/g)].map(([, , y]) =>
            Number(y),
          ),
        ),
      ];
      const steps = heights.slice(1).map((y, place) => (heights[place] ?? 0) - y);
      expect(steps).toHaveLength(3);
      for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 1);
      // The line begins with its first amount, and never comes from a zero that has no place.
      expect(Math.max(...heights)).toBeLessThanOrEqual(area.bottom);
    }
  });

  it("say so on the picture and to those who do not see it", () => {
    expect(model.subtitle).toContain("logarithmic axis");
    expect(model.alternative).toMatch(/^Logarithmic step line chart of/);
    expect(model.notes[0]).toContain("The axis is logarithmic");
  });
});

describe("amounts in a year's dollars", () => {
  const asked = "year=2023&through=2023-09-15";
  const [own, adjusted] = [columnsOf(asked), columnsOf(`${asked}&dollars=2024`)];

  it("are named in title, subtitle, caption, alternative text, and every column of money", () => {
    expect(adjusted.title).toBe(
      "Losses by month and category in 2024 dollars, 1 Jan – 15 Sep 2023",
    );
    expect(adjusted.subtitle).toContain("in 2024 dollars (US CPI-U)");
    expect(adjusted.subtitle).not.toContain("at the time of theft");
    expect(adjusted.notes.join(" ")).toContain("US Bureau of Labor Statistics, series CUUR0000SA0");
    expect(adjusted.alternative).toContain("in 2024 dollars");
    for (const of of ["numbers", "totals"] as const) {
      const table = of === "numbers" ? adjusted.numbers : adjusted.numbers.totals;
      const before = of === "numbers" ? own.numbers : own.numbers.totals;
      expect(table.columns.map(({ name }) => name)).toEqual(
        before.columns.map(({ name, unit }) =>
          unit?.startsWith("US dollars") ? `${name}_2024` : name,
        ),
      );
    }
    expect(adjusted.numbers.sums?.column).toBe("loss_usd_2024");
  });

  it("say that a year without an average counts like the last that has one, and only then", () => {
    const notes = (query: string) => columnsOf(query).notes.join(" ");
    expect(notes("from=2025-01-01&to=2026-02-01&dollars=2024")).toContain(
      "2026 has no annual average yet: amounts of that year count like those of 2025.",
    );
    expect(notes(`${asked}&dollars=2024`)).not.toContain("no annual average");
  });

  it("carry the index in JSON", () => {
    const document = {
      model: adjusted,
      view: exampleView(`monthly?${asked}&dollars=2024`),
      version: { number: 1, publishedOn: "2026-01-01", log: null, logInAllFiles: null },
      coverage: null,
      lag: null,
    };
    const json = JSON.parse(writeJson(document));
    expect(json.rule.dollars).toBe(2024);
    expect(json.priceIndex).toMatchObject({ series: "CUUR0000SA0", averages: PRICE_INDEX });
  });
});
