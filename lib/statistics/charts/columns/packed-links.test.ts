import { expect, it } from "vitest";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { packColumns, unpackColumns } from "./packed-links";

const plots = Object.entries(EXAMPLE_CHARTS).flatMap(([name, make]) => {
  const { plot } = make();
  return plot.kind === "columns" ? [{ name, plot }] : [];
});
const [example] = plots;

it.each(plots)("gives back exactly the plot of $name", ({ plot }) => {
  expect(unpackColumns(JSON.parse(JSON.stringify(packColumns(plot))))).toEqual(plot);
});

it.each([
  [["/a?x=1", null, "/a?x=2", "/a"]],
  [["/a", "/a"]],
  [["/a", "b"]],
  [[null, null]],
  [["", "/a"]],
  [["/a"]],
  [[]],
])("gives back exactly the links %j", (hrefs) => {
  const [column] = example?.plot.columns ?? [];
  if (example === undefined || column === undefined) throw new Error("no example has columns");
  const plot = { ...example.plot, columns: [{ ...column, hrefs }] };
  expect(unpackColumns(packColumns(plot))).toEqual(plot);
});

it("is shorter, all in all", () => {
  const length = (values: readonly object[]) => JSON.stringify(values).length;
  const whole = plots.map(({ plot }) => plot);
  expect(length(whole.map(packColumns))).toBeLessThan(length(whole) * 0.9);
});
