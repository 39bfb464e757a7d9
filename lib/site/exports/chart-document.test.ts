import { expect, test } from "vitest";
import { type ChartDocument, writeJson } from "@/lib/site/exports/chart-document";
import { writeCsv } from "@/lib/site/exports/csv";
import { writeDataPackage, writeReadme } from "@/lib/site/exports/data-package";
import { fileName } from "@/lib/site/exports/file-name";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { type ChartView, readChart } from "@/lib/statistics/charts/chart-view";
import { COUNTING_RULES, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { aCoverage } from "@/testing/records";

const NOW = "2024-03-15";
const read = readChart("monthly", new URLSearchParams("year=2023"), { asOf: NOW, now: NOW });
if (!read.ok) throw new Error("refused");
const view: ChartView = read.value;
const counted = { incidents: 2, unknownSize: 1, amount: 1_234_567.5 };
const model = chartModel(
  view,
  {
    chart: "monthly",
    span: { from: "2023-01-01", to: "2023-12-31" },
    actorName: null,
    unplaced: { incidents: 0, unknownSize: 0, amount: 0 },
    targetName: null,
    published: null,
    covered: null,
    rows: [{ period: "2023-02", key: "phishing", ...counted }],
    periods: [{ period: "2023-02", ...counted }],
    total: counted,
    overlapping: 0,
    chargedTogether: 0,
    names: { phishing: "Phishing" },
  },
  { version: 7, permanentUrl: "lossline/v/7/charts/monthly?year=2023", shortId: "01Z8-5503" },
);
const coverage = aCoverage();
const lag = { incidents: 40, half: 0, nineOfTen: 11, nineteenOfTwenty: 99 };
const document: ChartDocument = {
  model,
  view,
  version: {
    number: 7,
    publishedOn: "2024-01-09",
    log: { size: 3, root: "AAAA" },
    logInAllFiles: null,
  },
  coverage,
  lag,
};

test("every file says how far editors had looked, or that nobody has said", () => {
  const csv = { rows: new Uint8Array(), totals: new Uint8Array() };
  const { coveredThroughReason, families, ...said } = coverage;
  expect(JSON.parse(writeJson(document)).coverage).toEqual({
    ...said,
    families: [{ name: "Example", kind: "press", from: "2011-06", to: "2023-12" }],
    sourceLagDays: { incidents: 40, "50 %": 0, "90 %": 11, "95 %": 99 },
  });
  expect(JSON.parse(writeDataPackage(document, csv)).coverage.coveredThrough).toBe("2023-12-31");
  expect(writeReadme(document, [])).toContain("editors have looked through 31 December 2023");
  const silent = { ...document, coverage: null };
  expect(JSON.parse(writeJson(silent)).coverage).toBeNull();
  expect(JSON.parse(writeDataPackage(silent, csv)).coverage).toBeNull();
  expect(writeReadme(silent, [])).toContain("does not say how far editors had looked");
});

test("files name the rules that their numbers are counted by", () => {
  const rows = new TextEncoder().encode(writeCsv(model.numbers));
  const csv = { rows, totals: rows };
  expect(JSON.parse(writeJson(document)).countingRules).toBe(NEWEST_RULES);
  const { countingRules, description } = JSON.parse(writeDataPackage(document, csv));
  expect(countingRules).toEqual({ number: NEWEST_RULES, text: COUNTING_RULES[NEWEST_RULES] });
  expect(description.startsWith(`${model.subtitle}. `)).toBe(true);
  expect(writeReadme(document, [])).toContain(
    `Counting rules ${NEWEST_RULES}: ${COUNTING_RULES[NEWEST_RULES]}`,
  );
});

test("JSON and CSV hold the same numbers, unrounded", () => {
  const json = JSON.parse(writeJson(document));
  expect(json).toMatchObject({
    version: 7,
    publishedOn: "2024-01-09",
    shortId: "01Z8-5503",
    rule: { chart: "monthly", from: "2023-01-01", to: "2023-12-31", measure: "gross" },
  });
  const [header = "", ...lines] = writeCsv(model.numbers).trimEnd().split("\r\n");
  expect(json.rows).toHaveLength(lines.length);
  expect(Object.keys(json.rows[0])).toEqual(header.split(","));
  const february = json.rows.find((row: { month: string }) => row.month === "2023-02");
  expect(february).toMatchObject({ loss_usd: 1_234_567.5, incidents: 2 });
  expect(lines.find((line) => line.startsWith("2023-02"))).toContain("1234567.5");
});

test("the package describes every column, and the readme every file", () => {
  const rows = new TextEncoder().encode(writeCsv(model.numbers));
  const description = JSON.parse(writeDataPackage(document, { rows, totals: rows }));
  const [resource] = description.resources;
  expect(resource.path).toBe(`${fileName(view, 7)}.csv`);
  expect(resource.bytes).toBe(rows.length);
  expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual(
    model.numbers.columns.map(({ name }) => name),
  );
  const types = new Set(resource.schema.fields.map(({ type }: { type: string }) => type));
  expect([...types].toSorted()).toEqual(["date", "integer", "number", "string"]);
  const readme = writeReadme(document, ["a.csv", "b.png"]);
  for (const words of [
    model.title,
    model.alternative,
    "CC BY 4.0",
    "01Z8-5503",
    "b.png",
    "loss_usd",
  ])
    expect(readme).toContain(words);
});

test("the package says of dates that they may be months or years", () => {
  const timeline = EXAMPLE_CHARTS["timeline-no-days"]?.();
  if (timeline === undefined) throw new Error("no chart");
  const rows = new TextEncoder().encode(writeCsv(timeline.numbers));
  const csv = { rows, totals: rows };
  const [resource] = JSON.parse(writeDataPackage({ ...document, model: timeline }, csv)).resources;
  const { fields } = resource.schema;
  expect(fields[2]).toMatchObject({ name: "day", type: "string" });
  expect(fields.at(-1)).toMatchObject({ name: "date_precision", type: "string" });
  const pattern = new RegExp(`^${fields[2].constraints.pattern}$`);
  for (const [, , date] of timeline.numbers.rows) expect(date).toMatch(pattern);
  expect("2019-1").not.toMatch(pattern);
});
