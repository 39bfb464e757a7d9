import { describe, expect, it } from "vitest";
import { EXAMPLE_CHARTS, exampleView, FILTERED_CHARTS } from "@/testing/example-charts";
import {
  describeRule,
  dimensionNoun,
  lowerFirst,
  sinceStartInTitle,
  spanInTitle,
  spanText,
  yearThroughInTitle,
} from "./chart-text";
import { wordsIn } from "./chart-title";

const nbsp = (text: string) => text.replaceAll("\u00a0", " ");

describe("a span", () => {
  it.each([
    ["2023-01-01", "2023-12-31", "2023", "1 Jan – 31 Dec 2023"],
    ["2023-01-01", "2023-09-15", "1 Jan – 15 Sep 2023", "1 Jan – 15 Sep 2023"],
    ["2023-07-01", "2023-09-30", "Q3 2023", "1 Jul – 30 Sep 2023"],
    ["2023-07-02", "2023-09-30", "2 Jul – 30 Sep 2023", "2 Jul – 30 Sep 2023"],
    ["2023-09-01", "2023-09-30", "Sep 2023", "1–30 Sep 2023"],
    ["2023-09-05", "2023-09-05", "5 Sep 2023", "5 Sep 2023"],
    ["2022-08-12", "2023-09-03", "12 Aug 2022 – 3 Sep 2023", "12 Aug 2022 – 3 Sep 2023"],
    ["2022-01-01", "2023-12-31", "2022–2023", "1 Jan 2022 – 31 Dec 2023"],
    ["2011-06-13", "2026-11-22", "13 Jun 2011 – 22 Nov 2026", "13 Jun 2011 – 22 Nov 2026"],
    ["2021-01-01", "2021-01-02", "1–2 Jan 2021", "1–2 Jan 2021"],
    ["2021-01-01", "2021-01-01", "1 Jan 2021", "1 Jan 2021"],
    ["2021-01-01", "2021-01-31", "Jan 2021", "1–31 Jan 2021"],
    ["2021-01-01", "2021-03-31", "Q1 2021", "1 Jan – 31 Mar 2021"],
    ["2021-01-01", "2021-06-30", "Jan–Jun 2021", "1 Jan – 30 Jun 2021"],
    ["2021-02-01", "2021-12-31", "Feb–Dec 2021", "1 Feb – 31 Dec 2021"],
    ["2020-02-01", "2020-02-28", "1–28 Feb 2020", "1–28 Feb 2020"],
    ["2021-01-01", "2021-12-30", "1 Jan – 30 Dec 2021", "1 Jan – 30 Dec 2021"],
    ["2021-01-02", "2021-12-31", "2 Jan – 31 Dec 2021", "2 Jan – 31 Dec 2021"],
    ["2020-01-01", "2021-01-01", "1 Jan 2020 – 1 Jan 2021", "1 Jan 2020 – 1 Jan 2021"],
    ["2020-03-01", "2021-02-28", "Mar 2020 – Feb 2021", "1 Mar 2020 – 28 Feb 2021"],
    ["2015-01-01", "2021-06-30", "Jan 2015 – Jun 2021", "1 Jan 2015 – 30 Jun 2021"],
  ])("from %s to %s is titled %s", (from, to, title, words) => {
    expect(spanInTitle({ from, to })).toBe(title);
    expect(nbsp(spanText({ from, to }))).toBe(words);
  });
});

it("names a year by itself only where all of it is counted", () => {
  expect(yearThroughInTitle("2021-12-31")).toBe("2021");
  expect(yearThroughInTitle("2021-01-31")).toBe("2021 to 31 Jan");
  expect(sinceStartInTitle("2021-12-31")).toBe("to 31 Dec 2021");
});

const NAMES = { actorName: "Lazarus Group", targetName: "Liquid" };

describe("describeRule", () => {
  it.each([
    ["monthly?year=2023", "gross, best estimates"],
    ["monthly?year=2023&measure=net&estimate=low", "net of what was returned, low estimates"],
    ["monthly?year=2023&measure=returned", "known to have been returned"],
    ["monthly?year=2023&measure=count&category=flash-loan", "category flash-loan attack"],
    [
      "techniques?target=nft&chain=bsc&technique=reentrancy",
      "gross, best estimates, technique reentrancy, target NFT, on BNB Smart Chain",
    ],
    [
      "monthly?year=2023&confidence=likely",
      "gross, best estimates, attributed to anyone, attributions at least likely",
    ],
    ["actors?year=2023&confidence=likely", "gross, best estimates, attributions at least likely"],
    [
      "monthly?actor=lazarus-group&least=1000000&q=bridge",
      "gross, best estimates, attributed to Lazarus Group, attributions at least suspected, at least $1m each, mentioning “bridge”",
    ],
    [
      "monthly?year=2023&target-name=LI.FI&target=bridge&chain=bsc",
      "gross, best estimates, target bridge, at “LI.FI”, on BNB Smart Chain",
    ],
    ["largest?target=liquid", "gross, best estimates, at Liquid"],
    [
      "monthly?actor=none",
      "gross, best estimates, attributed to nobody, attributions at least suspected",
    ],
  ])("says of %s: %s", (address, words) => {
    expect(describeRule(exampleView(address), NAMES)).toBe(words);
  });
});

it.each(Object.entries(EXAMPLE_CHARTS))("%s has a title of ten words at most", (_, model) => {
  expect(wordsIn(model().title)).toBeLessThanOrEqual(10);
});

it("names every filter in the title, and a long search in full below it", () => {
  const { alternative, heading, subtitle, title } =
    FILTERED_CHARTS["monthly-every-filter"]?.() ?? {};
  for (const text of [title, alternative])
    expect(text).toMatch(
      /attributed to North Korea, confirmed attributions, phishing, approval phishing, payment processors, on BNB Smart Chain, at least \$2.5m each, mentioning “x{100}”, low estimates, 12 Feb – 3 Nov 2023/,
    );
  expect(heading).toBe(
    "Losses by month, attributed to North Korea, 8 more filters, 12 Feb – 3 Nov 2023",
  );
  expect(subtitle).toContain(`mentioning “${"x".repeat(100)}”`);
});

describe.each(Object.entries({ ...EXAMPLE_CHARTS, ...FILTERED_CHARTS }))("%s", (_, model) => {
  const { alternative, notes, numbers, subtitle, table, title } = model();

  it("says what it is and what it found, and of what", () => {
    expect(alternative).toMatch(/^[A-Z][a-z ]*(chart|map) of .+, where .+\.$/);
    expect(alternative).toContain(` of ${lowerFirst(title)}, where `);
    expect(subtitle).toMatch(/^(US\$|Number of incidents|Percent of (US\$|incidents))/);
    for (const note of notes) expect(note).toMatch(/^[A-Z0-9].*\.$/);
  });

  it("has a table and numbers whose rows are as wide as their headings", () => {
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length - 1);
    const names = numbers.columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    for (const row of numbers.rows) {
      expect(row).toHaveLength(names.length);
      for (const [index, value] of row.entries()) {
        const kind = numbers.columns[index]?.kind;
        if (value === null) continue;
        const isText = kind === "text" || kind === "day" || kind === "date";
        expect(typeof value).toBe(isText ? "string" : "number");
        if (kind === "date") expect(value).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
        if (kind === "day") expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (kind === "whole") expect(Number.isInteger(value)).toBe(true);
      }
    }
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(model()))).toEqual(model());
  });
});

it("says of a split by target that it is by kind: the target itself is a filter of its own", () => {
  expect(dimensionNoun("target")).toBe("kind of target");
});
