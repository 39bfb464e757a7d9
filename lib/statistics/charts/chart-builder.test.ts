import { describe, expect, it } from "vitest";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { EXAMPLE_CHARTS, exampleModel } from "../../../testing/example-charts";

const part = (period: string, key: string | null, amount: number) => ({
  period,
  key,
  incidents: 1,
  unknownSize: 0,
  amount,
});

const columns = (
  address: string,
  rows: ReturnType<typeof part>[],
  overlapping = 0,
  chargedTogether = 0,
) => {
  const model = exampleModel(address, {
    chart: "monthly",
    rows,
    periods: rows.map(({ key: _, ...row }) => row),
    total: { incidents: rows.length, unknownSize: 0, amount: 0 },
    overlapping,
    chargedTogether,
    names: { ethereum: "Ethereum", "lazarus-group": "Lazarus Group" },
  });
  if (model.plot.kind !== "columns") throw new Error("not columns");
  return { ...model, plot: model.plot };
};

const query = (href: string | null | undefined) =>
  Object.fromEntries(new URLSearchParams(href?.split("?")[1]));

describe("where a chart's numbers lead", () => {
  it("is to the incidents under its own rule", () => {
    const { plot } = columns("monthly?year=2023&through=2023-09-15&least=5", [
      part("2023-09", "phishing", 7),
    ]);
    expect(query(plot.columns[8]?.hrefs[0])).toEqual({
      least: "5",
      from: "2023-09-01",
      to: "2023-09-15",
      category: "phishing",
    });
  });

  it("is nowhere for parts that no list of incidents can name", () => {
    const chains = ["ethereum", "a", "b", "c", "d", "e", "f"].map((key, index) =>
      part("2023-09", key, 100 - index),
    );
    const { plot } = columns("monthly?year=2023&by=chain", [...chains, part("2023-09", null, 3)]);
    expect(plot.series.map((series) => series.label)).toEqual([
      "Ethereum",
      "a",
      "b",
      "c",
      "3 others",
      "No chain named",
    ]);
    expect(query(plot.columns[8]?.hrefs[0])).toMatchObject({
      chain: "ethereum",
      chains: "counted",
    });
    expect(plot.columns[8]?.hrefs[4]).toBeNull();
    expect(query(plot.columns[8]?.hrefs[5])).toMatchObject({ chains: "none" });
  });

  it("is to the incidents on several chains for the part that they are", () => {
    const rows = [part("2023-09", "ethereum", 1), part("2023-09", SEVERAL, 5)];
    const { plot, notes, alternative } = columns("monthly?year=2023&by=chain", rows);
    expect(query(plot.columns[8]?.hrefs[1])).toMatchObject({ chains: "undivided" });
    expect(notes).toContain(
      "“On several chains”: incidents of which no source says how much was lost on which of their chains.",
    );
    expect(alternative).toContain("most of it on several chains");
  });

  it("names who is at least of the rule's confidence for a part by actor, and nobody for the unattributed", () => {
    const { plot } = columns("monthly?year=2023&by=actor&confidence=likely", [
      part("2023-09", "lazarus-group", 9),
      part("2023-09", null, 4),
    ]);
    expect(plot.columns[8]?.hrefs.map((href) => query(href)?.actor)).toEqual([
      "lazarus-group",
      "none",
    ]);
    expect(query(plot.columns[8]?.hrefs[0])).toMatchObject({ confidence: "likely" });
  });

  it("is nowhere where the rule already names another part", () => {
    const { plot } = columns("monthly?year=2023&by=chain&chain=bsc", [
      part("2023-09", "ethereum", 9),
    ]);
    expect(plot.columns[8]?.hrefs).toEqual([null]);
  });
});

it("says of one part by itself no share of it", () => {
  const rows = [part("2023-09", "phishing", 7)];
  const { alternative, title } = columns("monthly?year=2023&category=phishing", rows);
  expect(title).toBe("Losses by month, phishing, 2023");
  expect(alternative).toBe(
    "Column chart of losses by month, phishing, 2023, where September 2023 is the largest month with $7.",
  );
  expect(columns("monthly?year=2023", rows).alternative).toMatch(
    /with \$7, most of it phishing\.$/,
  );
});

describe("columns of any interval", () => {
  it("are cut where the span is, and say so", () => {
    const { notes, plot } = columns("monthly?from=2022-11-15&to=2023-05-02&interval=quarter", [
      part("2022-Q4", "phishing", 2),
    ]);
    expect(plot.columns.map(({ period, state, until }) => [period, state, until])).toEqual([
      ["2022-Q4", "unfinished", "from 15 Nov"],
      ["2023-Q1", "counted", null],
      ["2023-Q2", "unfinished", "to 2 May"],
    ]);
    expect(notes[0]).toBe(
      "The dashed quarters are counted only from 15 November 2022 and through 2 May 2023.",
    );
  });

  it("go to the end of a year that they begin", () => {
    const { plot } = columns("monthly?year=2023&through=2023-05-31&interval=quarter", []);
    expect(plot.columns.map((column) => column.state)).toEqual([
      "counted",
      "unfinished",
      "blank",
      "blank",
    ]);
  });

  it("say what is divided, and who is in the part of several", () => {
    const rows = [part("2023-09", "a", 1)];
    expect(columns("monthly?year=2023&by=chain", rows, 2).notes).toContain(
      "2 incidents on several chains count on each with what their assets say.",
    );
    expect(columns("monthly?year=2023&by=actor", rows, 1).notes).toContain(
      "1 incident is attributed to several actors of whom none is part of another, and counts under “several actors”.",
    );
  });

  it("count incidents on an axis of incidents, and leave none out", () => {
    const { numbers, plot, subtitle } = columns("monthly?year=2022&measure=count", [
      part("2022-03", "phishing", 12),
    ]);
    expect(subtitle).toContain("Number of incidents");
    expect(plot.axis.ticks.map((tick) => tick.label)).toEqual([
      "0",
      "2",
      "4",
      "6",
      "8",
      "10",
      "12",
    ]);
    expect(numbers.columns.map((column) => column.name)).toEqual([
      "month",
      "first_day",
      "last_day",
      "category",
      "name",
      "incidents",
    ]);
  });
});

it("keeps what is unknown apart from zero and from what is not counted", () => {
  const { numbers, plot } = columns("monthly?year=2023&through=2023-02-10", [
    { ...part("2023-01", "phishing", 0), unknownSize: 1 },
    part("2023-02", "exit-scam", 5.25),
  ]);
  const january = ["2023-01", "2023-01-01", "2023-01-31"];
  const february = ["2023-02", "2023-02-01", "2023-02-10"];
  expect(numbers.rows).toEqual([
    [...january, "phishing", "Phishing", null, 1, 1],
    [...january, "exit-scam", "Exit scam", 0, 0, 0],
    [...february, "phishing", "Phishing", 0, 0, 0],
    [...february, "exit-scam", "Exit scam", 5.25, 1, 0],
  ]);
  expect(numbers.totals.rows).toEqual([
    ["2023-01", null, 1, 1],
    ["2023-02", 5.25, 1, 0],
    ["all", 5.25, 2, 1],
  ]);
  expect(plot.series.map((series) => series.amount)).toEqual([null, 5.25]);
});

describe("ranked parts", () => {
  it("say their share, and what is too small to show without summing it", () => {
    const model = EXAMPLE_CHARTS.techniques?.();
    if (model?.plot.kind !== "bars") throw new Error("not bars");
    expect(model.plot.bars).toHaveLength(12);
    expect(model.plot.bars[0]).toMatchObject({ label: "Reentrancy", aside: "62%, 30 incidents" });
    expect(model.plot.bars.at(-1)).toMatchObject({ kind: "rest", amount: null, href: null });
    expect(model.numbers.rows).toHaveLength(26);
    expect(model.numbers.totals.rows.map(([of]) => of)).toEqual(["all"]);
  });

  it("keep the part that nobody knows, last", () => {
    const model = exampleModel("chains?year=2023", {
      chart: "chains",
      split: {
        total: { incidents: 4, unknownSize: 0, amount: 20 },
        parts: [
          { key: null, incidents: 1, unknownSize: 0, amount: 8 },
          { key: SEVERAL, incidents: 1, unknownSize: 0, amount: 8 },
          { key: "ethereum", incidents: 2, unknownSize: 0, amount: 4 },
        ],
        overlapping: 1,
        chargedTogether: 0,
        names: { ethereum: "Ethereum", [SEVERAL]: "On several chains" },
      },
    });
    if (model.plot.kind !== "bars") throw new Error("not bars");
    expect(model.plot.bars.map(({ kind, label, href }) => [kind, label, href === null])).toEqual([
      ["part", "Ethereum", false],
      ["part", "On several chains", false],
      ["nobody", "No chain named", false],
    ]);
    expect(model.plot.bars.map(({ aside }) => aside.split(",")[0])).toEqual(["20%", "40%", "40%"]);
    expect(model.alternative).toContain(
      "the part on several chains is the largest with $8, 40% of",
    );
    expect(model.notes).toEqual([
      "1 incident on several chains counts on each with what its assets say.",
      "“On several chains”: incidents of which no source says how much was lost on which of their chains.",
    ]);
  });
});

describe("the largest incidents", () => {
  it("have the range that sources span, and an axis that holds it", () => {
    const model = EXAMPLE_CHARTS.largest?.();
    if (model?.plot.kind !== "bars") throw new Error("not bars");
    const { axis, bars } = model.plot;
    const ranges = bars.flatMap((bar) => bar.range ?? []);
    expect(ranges.length).toBeGreaterThan(2);
    expect(axis.max).toBeGreaterThanOrEqual(Math.max(...ranges.map((range) => range.high)));
    expect(bars.at(-1)?.label).toMatch(/^1,785 more incidents, each \$[\d.]+bn or less$/);
    expect(bars[0]?.href).toMatch(/^\/incidents\/incident-\d+$/);
  });
});

describe("incidents of which no day is known", () => {
  const largest = EXAMPLE_CHARTS["largest-no-days"]?.();
  const timeline = EXAMPLE_CHARTS["timeline-no-days"]?.();
  if (largest?.plot.kind !== "bars" || timeline?.plot.kind !== "dots") throw new Error("no charts");

  it("are dated as they are known, in the drawing, the table and the words", () => {
    expect(largest?.plot).toMatchObject({
      bars: [{ aside: "Jan 2019" }, { aside: "7\u00a0May 2019" }, { aside: "2019" }],
    });
    for (const model of [largest, timeline]) {
      expect(model?.alternative).toContain("Whole-month exchange of January 2019 is the largest");
      expect(model?.table.rows.map((row) => row.cells[0]?.text)).toEqual([
        "2019-01",
        "2019-05-07",
        "2019",
      ]);
      expect(JSON.stringify(model)).not.toMatch(
        /\b0?1[\s\u00a0]Jan(uary)? 2019|2019-01-01(?!","(to|2019-(01|12)-31))/,
      );
    }
  });

  it("are dated as they are known in files, which say how precisely and give no day that nobody knows", () => {
    for (const model of [largest, timeline]) {
      expect(model?.numbers.columns.map(({ name, kind }) => [name, kind])).toEqual([
        ["incident", "text"],
        ["name", "text"],
        ["day", "date"],
        ["category", "text"],
        ["loss_usd", "number"],
        ["loss_low_usd", "number"],
        ["loss_high_usd", "number"],
        ["date_precision", "text"],
      ]);
      expect(model?.numbers.rows.map((row) => [row[2], ...row.slice(7)])).toEqual([
        ["2019-01", "month"],
        ["2019-05-07", "day"],
        ["2019", "year"],
      ]);
    }
  });

  it("stand where their month or year begins, and the chart says so", () => {
    expect(timeline?.plot).toMatchObject({ named: [{ at: 0 }, { at: 126 }, { at: 0 }] });
    expect(timeline?.notes).toContain(
      "2 incidents known only to the month or year stand where that begins.",
    );
  });

  it("are named where the span holds only a part of their month or year", () => {
    const view = "largest?from=2019-01-01&to=2019-01-02";
    const rows = { dots: [], total: { incidents: 0, unknownSize: 0, amount: 0 } };
    const unplaced = { incidents: 2, unknownSize: 0, amount: 51_000_000 };
    const model = exampleModel(view, { chart: "largest", ...rows }, { unplaced });
    expect(model.notes).toContain("2 incidents, $51.0m, whose day is not known, are not placed.");
    expect(exampleModel(view, { chart: "largest", ...rows }).notes).toEqual([]);
  });

  it("say what the number was where their version was published under other rules", () => {
    const total = { incidents: 0, unknownSize: 0, amount: 0 };
    const published = { version: 1, rules: 1, incidents: 2, amount: 51_000_000 } as const;
    const said = (measure: string) =>
      exampleModel(
        `monthly?year=2019&measure=${measure}`,
        {
          chart: "monthly",
          rows: [],
          periods: [],
          total,
          overlapping: 0,
          chargedTogether: 0,
          names: {},
        },
        { published },
      ).notes.at(-1);
    expect(said("gross")).toBe(
      "Counted by rules 2. As published, under rules 1, version 1 said $51.0m, 2 incidents.",
    );
    expect(said("count")).toContain("version 1 said 51,000,000 incidents.");
  });

  it("are rows of their own where days add up, and count from the last day that they can have had", () => {
    const days = [
      { day: "2019", incidents: 1, unknownSize: 0, amount: 4 },
      { day: "2019-01", incidents: 2, unknownSize: 1, amount: 2 },
      { day: "2019-01-01", incidents: 1, unknownSize: 0, amount: 1 },
    ];
    const { notes, numbers, plot } = exampleModel("year-to-date?year=2019", {
      chart: "year-to-date",
      years: [{ year: 2019, days }],
    });
    expect(plot).toMatchObject({ series: [{ days: [0, 30, 365], added: [1, 2, 4] }] });
    expect(numbers.columns.at(-1)?.name).toBe("date_precision");
    expect(numbers.rows).toEqual([
      [2019, "2019-01-01", 1, 1, 1, 0, "day"],
      [2019, "2019-01", 2, 3, 2, 1, "month"],
      [2019, "2019", 4, 7, 1, 0, "year"],
    ]);
    expect(notes).toContain(
      "3 incidents known only to the month or year count from its last day on.",
    );
  });
});

describe("the timeline", () => {
  it("has a dot for each incident of known size and a tick for each other", () => {
    const model = EXAMPLE_CHARTS.timeline?.();
    if (model?.plot.kind !== "dots") throw new Error("not dots");
    const { named, series, unknownDays } = model.plot;
    const shown = series.reduce((sum, each) => sum + each.days.length, 0);
    expect([shown, unknownDays.length, named.length]).toEqual([1895, 105, 8]);
    expect(model.subtitle).toContain("logarithmic axis");
    expect(model.table.rows).toHaveLength(51);
    expect(model.numbers.rows).toHaveLength(2000);
  });
});

describe("actors by year", () => {
  it("has a row for each whole before its parts, the largest first, and nobody's last", () => {
    const model = EXAMPLE_CHARTS["actor-years"]?.();
    if (model?.plot.kind !== "heat") throw new Error("not a heat map");
    expect(model.plot.rows.map((row) => [row.key, row.depth])).toEqual([
      ["north-korea", 0],
      ["lazarus-group", 1],
      ["tradertraitor", 2],
      ["a-thief", 0],
      ["_unattributed", 0],
    ]);
    const [first] = model.plot.rows;
    expect(first?.cells).toHaveLength(16);
    expect(first?.cells[2]).toEqual({ amount: null, incidents: 0, href: null });
    expect(query(first?.cells[15]?.href)).toMatchObject({
      actor: "north-korea",
      from: "2026-01-01",
      to: "2026-11-22",
    });
    expect(model.plot.columns.at(-1)).toEqual({ label: "2026", until: "to 22 Nov" });
  });
});

it("takes no rows of another chart", () => {
  const rows = {
    chart: "largest",
    total: { incidents: 0, unknownSize: 0, amount: 0 },
    dots: [],
  } as const;
  expect(() => exampleModel("timeline", { ...rows, dots: [] })).toThrow(
    "rows of largest for timeline",
  );
});
