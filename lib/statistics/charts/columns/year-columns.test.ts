import { describe, expect, it } from "vitest";
import { layoutColumns } from "@/lib/statistics/charts/columns/columns-layout";
import { WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import { exampleContext, exampleMonths, monthRow } from "@/testing/example-rows";
import { monthlyLosses } from "./year-columns";

const model = (through = "2023-09-15", rows = exampleMonths) =>
  monthlyLosses({ ...exampleContext, year: 2023, through, rows });

describe("monthlyLosses", () => {
  it("always has the year's twelve months and says how far each is counted", () => {
    const { columns: months } = model().plot;
    expect(months.map((month) => month.label).join(" ")).toBe(
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    );
    expect(months[7]).toMatchObject({ state: "counted", until: null });
    expect(months[8]).toMatchObject({ state: "unfinished", until: "to 15" });
    expect(months[9]).toMatchObject({ state: "blank", until: null });
  });

  it("does not call a month unfinished whose last day is counted", () => {
    expect(
      model("2023-02-28")
        .plot.columns.map((month) => month.state)
        .slice(0, 3),
    ).toEqual(["counted", "counted", "blank"]);
    expect(model("2023-12-31").notes).toEqual(["3 incidents of unknown size are left out."]);
  });

  it("shades the months that may still grow, never those that are not counted", () => {
    const young = { from: "2023-07-31", within: 46 };
    const shaded = monthlyLosses({
      ...exampleContext,
      year: 2023,
      through: "2023-09-15",
      rows: exampleMonths,
      covered: { through: "2023-09-15", young },
    });
    const months = shaded.plot.columns.filter((month) => month.isYoung);
    expect(months.map((month) => month.label)).toEqual(["Jul", "Aug", "Sep"]);
    expect(shaded.notes).toContain(
      "The shaded months may still grow: 19 in 20 thefts on record had their first source within 46 days.",
    );
    expect(shaded.notes[0]).toBe(
      "The dashed month is counted through 15 September 2023; later months are not yet covered, which is not zero.",
    );
    expect([shaded.plot.blankText, model().plot.blankText]).toEqual([
      "not yet covered",
      "not counted",
    ]);
    const drawing = layoutColumns(shaded.plot, WIDE);
    const left = drawing.area.left + ((drawing.area.right - drawing.area.left) / 12) * 6;
    expect(drawing.young?.x).toBeCloseTo(left);
    expect(drawing.young?.width).toBeCloseTo(((drawing.area.right - drawing.area.left) / 12) * 3);
    expect(model().plot.columns.some((month) => month.isYoung)).toBe(false);
    expect(layoutColumns(model().plot, WIDE).young).toBeNull();
  });

  it("keeps the categories' order and leaves out those without an incident", () => {
    expect(model().plot.series.map((series) => series.key)).toEqual([
      "contract-exploit",
      "flash-loan",
      "wallet-compromise",
      "phishing",
      "exit-scam",
      "unknown",
    ]);
    const one = model("2023-12-31", [monthRow("2023-06", "phishing", 5)]);
    expect(one.plot.series).toEqual([
      { key: "phishing", label: "Phishing", colour: "--cat-phishing", amount: 5 },
    ]);
  });

  it("adds up to its rows, and leaves out other years and later months", () => {
    const extra = [
      ...exampleMonths,
      monthRow("2022-09", "phishing", 9e9),
      monthRow("2023-10", "phishing", 9e9),
    ];
    const total = model("2023-09-15", extra).plot.series.reduce(
      (sum, series) => sum + (series.amount ?? 0),
      0,
    );
    expect(total).toBe(exampleMonths.reduce((sum, row) => sum + row.lossUsd, 0));
  });

  it("has what is known only to the year in no month, and apart in table and file", () => {
    const rows = [...exampleMonths, monthRow("2023", "phishing", 50_000_000)];
    const { plot, table, numbers, notes } = model("2023-12-31", rows);
    expect(plot.columns).toHaveLength(12);
    expect(plot.columns.reduce((sum, month) => sum + month.total, 0)).toBe(
      exampleMonths.reduce((sum, row) => sum + row.lossUsd, 0),
    );
    expect(notes).toContain(
      "1 incident known only to the year is in no month, and stands apart in the table.",
    );
    expect(table.rows.at(-2)?.header.text).toBe("2023, month not known");
    expect(table.rows.at(-2)?.cells.at(-3)?.text).toBe("$50,000,000");
    const row = numbers.rows.at(-1) ?? [];
    expect(row.slice(0, 3)).toEqual(["2023", "2023-01-01", "2023-12-31"]);
    const place = numbers.columns.findIndex(({ name }) => name === "loss_usd");
    const total = numbers.rows.reduce((sum, each) => sum + Number(each[place] ?? 0), 0);
    expect(total).toBe(rows.reduce((sum, each) => sum + each.lossUsd, 0));
  });

  it("says measure, unit, rule, period, source, and what is left out", () => {
    expect(model()).toMatchObject({
      title: "Losses by month and category, 1 Jan – 15 Sep 2023",
      subtitle:
        "US$ million at the time of theft, gross, best estimates, 1\u00a0Jan – 15\u00a0Sep 2023",
      source: "Lossline, version 412",
      notes: [
        "The dashed month is counted through 15 September 2023; later months are blank, not zero.",
        "3 incidents of unknown size are left out.",
      ],
      alternative:
        "Stacked column chart of losses by month and category, 1 Jan – 15 Sep 2023, where July 2023 is the largest month with $234m, most of it by unknown means.",
    });
  });

  it("says so when there is nothing, or nothing of known size", () => {
    expect(model("2023-09-15", []).alternative).toContain(
      "where nothing is recorded through 15 September 2023.",
    );
    const unknown = model("2023-09-15", [monthRow("2023-02", "phishing", 0, 2, 2)]);
    expect(unknown.alternative).toContain("where the size of all 2 incidents is unknown.");
    expect(unknown.plot.axis.ticks).toEqual([{ value: 0, label: "$0" }]);
  });

  it("writes the same numbers as a table, exact, unknown apart from zero and blank", () => {
    const { table } = model();
    expect(table.columns).toHaveLength(10);
    const cells = (row: number) => table.rows[row]?.cells.map((cell) => cell.text);
    expect(cells(0)).toEqual([
      "$8,956,000",
      "$0",
      "$0",
      "$0",
      "$5,417,000",
      "$0",
      "$14,373,000",
      "21",
      "1",
    ]);
    expect(cells(4)?.[6]).toBe("unknown");
    expect(cells(9)?.every((text) => text === "")).toBe(true);
    expect(table.rows.at(-1)).toMatchObject({
      header: { text: "1 Jan – 15 Sep 2023" },
      strong: true,
    });
    expect(cells(12)?.[6]).toBe("$579,943,944");
  });

  it("leads each number to its incidents", () => {
    const { plot, table } = monthlyLosses({
      ...exampleContext,
      year: 2023,
      through: "2023-09-15",
      rows: exampleMonths,
      hrefFor: (month, category) => `${month}/${category}`,
    });
    expect(plot.columns[6]?.hrefs).toEqual([
      null,
      null,
      "2023-07/wallet-compromise",
      null,
      null,
      "2023-07/unknown",
    ]);
    expect(table.rows[6]?.cells[6]?.href).toBe("2023-07/null");
    expect(table.rows[12]?.cells[2]?.href).toBe("null/wallet-compromise");
    expect(table.rows[12]?.cells[6]?.href).toBe("null/null");
  });
});
