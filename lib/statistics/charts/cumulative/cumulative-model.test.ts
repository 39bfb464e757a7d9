import { describe, expect, it } from "vitest";
import { WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import { dayRow, exampleContext, exampleYears } from "@/testing/example-rows";
import { cumulativeLosses, yearToDate } from "./cumulative-model";
import { endTexts } from "./line-ends";

const model = (through = "2023-09-15", years = exampleYears) =>
  cumulativeLosses({ ...exampleContext, year: 2023, through, years });

describe("cumulativeLosses", () => {
  it("puts the year shown first, then the years before it, each in its own colour", () => {
    expect(model().plot.series.map((line) => [line.key, line.colour])).toEqual([
      ["2023", "--series-4"],
      ["2022", "--series-3"],
      ["2021", "--series-2"],
      ["2020", "--series-1"],
    ]);
  });

  it("stops the year shown at the day, and compares the others on it", () => {
    const [shown, before] = model("2023-09-11").plot.series;
    expect(shown).toMatchObject({ amount: 217e6, amountAtThrough: 217e6 });
    expect(before).toMatchObject({ amount: 1520e6, amountAtThrough: 950e6 });
  });

  it("lays 29 February over nothing in other years", () => {
    const [, , , leap] = model().plot.series;
    expect(leap?.days).toEqual([59, 268]);
    expect(model("2023-02-28").plot.series[3]?.amountAtThrough).toBe(0);
  });

  it("keeps at most five years, and shows a year that has no rows", () => {
    const many = [2023, 2022, 2021, 2020, 2019, 2018].map((year) => ({
      year,
      days: [dayRow(`${year}-05-05`, 1e6)],
    }));
    expect(model("2023-09-15", many).plot.series.map((line) => line.year)).toEqual([
      2023, 2022, 2021, 2020, 2019,
    ]);
    expect(model("2023-09-15", []).plot.series).toMatchObject([{ key: "2023", amount: 0 }]);
    const first = [...exampleYears.slice(0, 1), { year: 2022, days: [] }];
    expect(model("2023-09-15", first)).toMatchObject({
      title: "Cumulative losses, 2023 to 15 Sep",
      plot: { series: [{ key: "2023" }] },
    });
    expect(model("2023-09-15", []).alternative).toContain("no amount is recorded");
  });

  it("says what it found, and what it left out", () => {
    expect(model()).toMatchObject({
      title: "Cumulative losses, 2023 to 15 Sep against 2020–2022",
      alternative:
        "Step line chart of cumulative losses, 2023 to 15 Sep against 2020–2022, where 2023 reached $271m by 15 September 2023, against $950m by the same day of 2022.",
      notes: [
        "The dashed line marks 15 Sep, the day on which the years are compared.",
        "Incidents of unknown size are left out (2023: 3, 2021: 1).",
      ],
    });
  });

  it("names the years that it draws, where one between them is missing too", () => {
    const titleOf = (...years: number[]) =>
      model(
        "2023-12-31",
        years.map((year) => ({ year, days: [dayRow(`${year}-05-05`, 1e6)] })),
      ).title;
    expect(titleOf(2023, 2022)).toBe("Cumulative losses, 2023 against 2022");
    expect(titleOf(2023, 2022, 2021)).toBe("Cumulative losses, 2023 against 2021–2022");
    expect(titleOf(2023, 2021, 2020, 2018)).toBe(
      "Cumulative losses, 2023 against 2018, 2020 and 2021",
    );
  });

  it("says at the comparison which earlier years had other sources", () => {
    const notes = (otherSources: number[]) =>
      cumulativeLosses({
        ...exampleContext,
        year: 2023,
        through: "2023-09-15",
        years: exampleYears,
        otherSources,
      }).notes;
    expect(notes([2021, 2022, 2010])).toContain(
      "Sources differ from those of 2023 in 2022 and 2021: a change may be one of sources, not of thefts.",
    );
    expect(notes([]).join(" ")).not.toContain("Sources differ");
  });

  it("names the end of a line unknown, not $0, where no size is known", () => {
    const unknown = { ...dayRow("2022-05-05", 0), incidents: 2, unknownSize: 2 };
    const known = { year: 2023, days: [dayRow("2023-05-05", 1e6)] };
    const { plot, alternative } = model("2023-09-15", [known, { year: 2022, days: [unknown] }]);
    const texts = plot.series.map((line) =>
      endTexts(plot, line, WIDE)
        .map(([text]) => text)
        .join("; "),
    );
    expect(texts).toEqual(["2023: $1.00m", "2022: unknown; by 15 Sep: unknown"]);
    expect(alternative).toContain("against an unknown amount by the same day of 2022");
    const { plot: counts } = yearToDate({
      ...exampleContext,
      year: 2023,
      through: "2023-09-15",
      measure: "count",
      years: [{ year: 2023, days: [{ ...unknown, day: "2023-05-05", amount: 2 }] }],
    });
    expect(counts.series[0]).toMatchObject({ amount: 2, isUnknown: false });
  });

  it("claims no $0 of a year of which no size is known", () => {
    const unknown = { ...dayRow("2023-05-05", 0), incidents: 2, unknownSize: 2 };
    const years = [{ year: 2023, days: [unknown] }, ...exampleYears.slice(1)];
    expect(model("2023-09-15", years).alternative).toContain(
      "where what 2023 reached by 15 September 2023 is unknown, against $950m",
    );
    expect(model("2023-09-15", years).alternative).not.toContain("$0");
  });

  it("tabulates the ends of months and the day shown, blank after it", () => {
    const { rows, columns } = model().table;
    expect(columns).toEqual(["Through", "2023", "2022", "2021", "2020"]);
    expect(rows.map((row) => row.header.text)).toEqual([
      "31 Jan",
      "end of Feb",
      "31 Mar",
      "30 Apr",
      "31 May",
      "30 Jun",
      "31 Jul",
      "31 Aug",
      "15 Sep",
      "30 Sep",
      "31 Oct",
      "30 Nov",
      "31 Dec",
    ]);
    expect(rows[8]).toMatchObject({
      strong: true,
      cells: [{ text: "$271,000,000" }, { text: "$950,000,000" }, {}, {}],
    });
    expect(rows[9]?.cells[0]?.text).toBe("");
  });

  it("ends February on its last day in every year", () => {
    const { table } = cumulativeLosses({
      ...exampleContext,
      year: 2023,
      through: "2023-02-28",
      years: exampleYears,
      hrefFor: (from, to) => `${from}…${to}`,
    });
    expect(table.rows[1]).toMatchObject({
      header: { text: "end of Feb" },
      strong: true,
      cells: [
        { href: "2023-01-01…2023-02-28" },
        { href: "2022-01-01…2022-02-28" },
        {},
        { href: "2020-01-01…2020-02-29" },
      ],
    });
  });
});
