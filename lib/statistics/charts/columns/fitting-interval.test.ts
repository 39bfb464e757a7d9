import { describe, expect, it } from "vitest";
import { decodeCitation, encodeCitation } from "@/lib/site/citations/short-id";
import { routes } from "@/lib/site/urls/routes";
import { readChart, writeChart } from "@/lib/statistics/charts/chart-view";
import { valueOrThrow } from "@/lib/statistics/rules/parameters";
import { EXAMPLE_CHARTS, exampleView } from "@/testing/example-charts";
import { fittingInterval } from "./fitting-interval";

describe("what columns are of where nobody chose", () => {
  it.each([
    ["2023-01-01", "2023-12-31", "month"],
    ["2021-01-31", "2023-12-01", "month"],
    ["2021-01-01", "2024-01-01", "quarter"],
    ["2016-02-01", "2026-01-31", "quarter"],
    ["2011-01-01", "2026-11-22", "year"],
  ] as const)("from %s to %s: %s", (from, to, interval) => {
    expect(fittingInterval({ from, to })).toBe(interval);
  });

  it("draws fifteen years in columns that can be read, and says so", () => {
    const model = EXAMPLE_CHARTS["monthly-fifteen-years"]?.();
    expect(model?.title).toContain("by year");
    expect(model?.notes).toContain(
      "Columns are years because the span is long; months or quarters can be chosen.",
    );
    expect(model?.plot.kind === "columns" && model.plot.columns.length).toBe(16);
    expect(EXAMPLE_CHARTS["monthly-two-years"]?.().notes.join(" ")).not.toContain("Columns are");
  });
});

describe("an interval in addresses and printed ids", () => {
  it.each([
    ["monthly?from=2011-01-01&to=2026-11-22", null],
    ["monthly?from=2011-01-01&to=2026-11-22&interval=year", null],
    ["monthly?from=2011-01-01&to=2026-11-22&interval=month", "month"],
    ["monthly?to=2026-11-22", null],
    ["monthly?to=2026-11-22&interval=year", "year"],
    ["monthly?to=2026-11-22&interval=month", "month"],
    ["monthly?year=2023&interval=month", null],
    ["monthly?year=2023&interval=quarter", "quarter"],
  ])("%s: %s", (address, interval) => {
    const view = exampleView(address);
    expect(view.interval).toBe(interval);
    // What is written means the same for ever, whatever a span needs where nothing is written.
    const written = new URLSearchParams(writeChart(view));
    const days = { asOf: "2026-11-22", now: "2026-11-22" };
    expect(valueOrThrow(readChart("monthly", written, { ...days, columns: "month" }))).toEqual(
      view,
    );
    const id = encodeCitation({ version: 7, view });
    expect(decodeCitation(id)).toEqual({ version: 7, view });
  });

  it("is months in URLs of a version that were printed before the span decided", () => {
    const query = new URLSearchParams("from=2011-01-01&to=2026-11-22");
    const read = (isPinned: boolean) =>
      routes.chart.parse("/charts/monthly", query, {
        asOf: "2026-11-22",
        now: "2026-11-22",
        covered: null,
        newest: 7,
        isPinned,
      });
    expect(read(true)).toMatchObject({ value: { view: { interval: "month" } } });
    expect(read(false)).toMatchObject({ value: { view: { interval: null } } });
  });

  it("is months in ids that were printed before the span decided", () => {
    // Written when a chart of all months had no interval in its id.
    expect(decodeCitation("07GR-6C0W")?.view.interval).toBe("month");
  });
});
