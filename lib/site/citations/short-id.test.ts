import { describe, expect, test } from "vitest";
import { decodeCitation, encodeCitation } from "@/lib/site/citations/short-id";
import { CHART_KEYS, ENUMERATIONS, FIELDS } from "@/lib/site/citations/short-id-tables";
import { CHART_FILTERS, readChart } from "@/lib/statistics/charts/chart-view";
import { CHART_NAMES, CHARTS, type ChartName } from "@/lib/statistics/charts/registry";
import {
  AXES,
  DIMENSIONS,
  ESTIMATES,
  INTERVALS,
  MEASURES,
} from "@/lib/statistics/rules/parameters";
import { CATEGORIES, CONFIDENCES, TARGET_KINDS, TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";

const NOW = "2026-11-22";

function viewOf(chart: ChartName, query = "") {
  const read = readChart(chart, new URLSearchParams(query), { asOf: NOW, now: NOW });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const VIEWS: [ChartName, string][] = [
  ["monthly", ""],
  ["monthly", "year=2023&through=2023-09-15"],
  ["monthly", "from=2011-06-19&to=2026-11-22&by=actor&interval=quarter&measure=net&estimate=high"],
  ["monthly", "from=2011-06-19&to=2011-06-19"],
  ["monthly", "to=2008-12-31"],
  ["monthly", "from=0001-01-01&to=1999-01-01"],
  ["monthly", "q=caf%C3%A9+%E2%82%BF&least=100000000000000&category=phishing"],
  ["monthly", "actor=none&by=chain"],
  ["monthly", "actor=lazarus-group&confidence=suspected&chain=ethereum"],
  ["monthly", "chain=some-chain-9&target=mev-bot&technique=unknown"],
  ["monthly", "technique=fake-airdrop"],
  ["largest", "target=liquid"],
  ["largest", `target=${"a-9".repeat(33)}&chain=tron`],
  ["monthly", "sources=one"],
  ["largest", "sources=copies&least=1000000"],
  ["monthly", "target-name=B%C2%B2+Network&target=blockchain&q=x"],
  ["largest", `target-name=${"年".repeat(200)}`],
  ["techniques", `technique=${"a-9".repeat(20)}&chain=tron&q=x`],
  ["year-to-date", "years=1"],
  ["timeline", "axis=linear"],
  ["year-to-date", "axis=log&dollars=2009"],
  ["monthly", "axis=share&by=actor&dollars=2025"],
  ["monthly", "measure=median"],
  ["monthly", "measure=median&interval=year&dollars=2024&estimate=high"],
  ["chains", "measure=median&dollars=2024"],
  ["largest", "top=50"],
  ...CHART_NAMES.map((chart): [ChartName, string] => [chart, ""]),
];

describe("a short id", () => {
  test.each(VIEWS)("finds %s?%s again", (chart, query) => {
    for (const version of [1, 15, 16, 412, 999_999_999]) {
      const citation = { version, view: viewOf(chart, query) };
      expect(decodeCitation(encodeCitation(citation))).toEqual(citation);
    }
  });

  test("is short, and stays what it was", () => {
    const view = viewOf("monthly", "year=2023&through=2023-09-15");
    expect(encodeCitation({ version: 1, view })).toMatchInlineSnapshot(`"01Z8-5503"`);
    expect(encodeCitation({ version: 412, view })).toMatchInlineSnapshot(`"0WS1-Z855-00"`);
  });

  test("of each technique that has a number stays what it was", () => {
    const ids = TECHNIQUES.map(({ value }) =>
      encodeCitation({ version: 1, view: viewOf("monthly", `year=2023&technique=${value}`) }),
    );
    expect(ids.join(" ")).toMatchInlineSnapshot(
      `"01WM-59M0-04 01WM-59M1-06 01WM-59M2-00 01WM-59M3-02 01WM-59M4-0C 01WM-59M5-0E 01WM-59M6-08 01WM-59M7-0A 01WM-59M8-2P 01WM-59M9-2M 01WM-59MA-2J 01WM-59MB-2G 01WM-59MC-2Y 01WM-59MD-2W 01WM-59ME-2T 01WM-59MF-2R 01WM-59M8-4G 01WM-59M9-4J 01WM-59MA-4M 01WM-59MB-4P 01WM-59MC-4R 01WM-59MD-4T 01WM-59ME-4W 01WM-59MF-4Y 01WM-59M8-6J 01WM-59M9-6G 01WM-59MA-6P 01WM-59MB-6M"`,
    );
    const spelt = viewOf("monthly", "year=2023&technique=fake-airdrop");
    expect(encodeCitation({ version: 1, view: spelt })).toMatchInlineSnapshot(
      `"01WM-59MC-6R50-2GJ8-0448-D2E7-GA"`,
    );
  });

  test("of each filter stays what it was", () => {
    const rule =
      "category=phishing&technique=insider&target=dex&chain=bsc&actor=none&confidence=likely&least=5&q=a";
    const ids = [rule, `${rule}&target-name=Liquid`].map((query) =>
      encodeCitation({ version: 1, view: viewOf("monthly", `year=2023&${query}`) }),
    );
    expect(ids).toMatchInlineSnapshot(`
      [
        "01WM-59KK-MB59-DA2N-J39R-T4P1-PHDR-5GGX",
        "01WM-59KK-MB59-DA2N-J39R-T4P1-PHDR-5GVS-JCD5-RQAT-B40D",
      ]
    `);
  });

  test("is read as people write it", () => {
    const citation = { version: 1, view: viewOf("chains", "year=2021") };
    const id = encodeCitation(citation);
    const sloppy = id.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").replaceAll("-", " ");
    expect(decodeCitation(sloppy)).toEqual(citation);
    expect(decodeCitation(id.replaceAll("-", ""))).toEqual(citation);
  });

  test("is not taken for another with one wrong digit or two that changed places", () => {
    const id = encodeCitation({ version: 7, view: viewOf("monthly", "year=2023") });
    const digits = [...id.replaceAll("-", "")];
    const wrong: string[] = [];
    digits.forEach((digit, place) => {
      for (const other of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
        if (other !== digit) wrong.push(digits.with(place, other).join(""));
      }
      const next = digits[place + 1];
      if (next !== undefined && next !== digit)
        wrong.push(
          digits
            .with(place, next)
            .with(place + 1, digit)
            .join(""),
        );
    });
    expect(wrong.length).toBeGreaterThan(200);
    expect(wrong.filter((text) => decodeCitation(text) !== null)).toEqual([]);
  });

  test.each([
    "",
    "0",
    "-",
    "????",
    "UUUU-UUUU",
    "00000000",
    "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ",
    "constructor",
  ])("“%s” names nothing", (text) => {
    expect(decodeCitation(text)).toBeNull();
  });
});

describe("the tables behind short ids", () => {
  test("hold every chart and every value of the grammar", () => {
    expect(CHART_KEYS.map(({ chart }) => chart).toSorted()).toEqual(CHART_NAMES.toSorted());
    const grammar = {
      measure: Object.keys(MEASURES),
      estimate: Object.keys(ESTIMATES),
      by: Object.keys(DIMENSIONS),
      interval: Object.keys(INTERVALS),
      axis: Object.keys(AXES),
      category: CATEGORIES.map(({ value }) => value),
      target: TARGET_KINDS.map(({ value }) => value),
      confidence: CONFIDENCES.map(({ value }) => value),
    };
    for (const [name, values] of Object.entries(grammar))
      expect(ENUMERATIONS[name as keyof typeof grammar]).toEqual(expect.arrayContaining(values));
  });

  test("hold every filter of a chart", () => {
    expect(
      CHART_FILTERS.filter((filter) => !(FIELDS as readonly string[]).includes(filter)),
    ).toEqual([]);
  });

  test("number the charts as ids on paper do; new ones come after these", () => {
    const places = CHART_KEYS.slice(0, 9).map((key) => Object.values(key).join(" "));
    expect(places).toEqual([
      "monthly category linear 6",
      "year-to-date  linear 5",
      "actors actor linear 12",
      "techniques technique linear 12",
      "targets target linear 12",
      "chains chain linear 12",
      "timeline category log 8",
      "largest  linear 15",
      "actor-years actor linear 12",
    ]);
  });

  test("know what is usual for a chart today", () => {
    for (const { chart, ...usual } of CHART_KEYS) expect(CHARTS[chart]).toMatchObject(usual);
  });
});
