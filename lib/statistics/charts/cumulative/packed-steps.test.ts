import { expect, it } from "vitest";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import type { CumulativePlot } from "./cumulative-plot";
import { packPlot, unpackPlot } from "./packed-steps";

const plots = Object.entries(EXAMPLE_CHARTS).flatMap(([name, make]) => {
  const { plot } = make();
  return plot.kind === "cumulative" ? [{ name, plot }] : [];
});

it.each(plots)("gives back exactly the plot of $name", ({ plot }) => {
  expect(unpackPlot(JSON.parse(JSON.stringify(packPlot(plot))))).toEqual(plot);
});

it("gives back every amount exactly, and is shorter", () => {
  const [example] = plots;
  if (example === undefined) throw new Error("no example has lines");
  const added = [
    0, 1, 10, 100, 1200, 0.5, -1, 1234567.89, 1_000_000_000_000, 9_000_000_000_000_000,
    9007199254740991, 1e21, 1e-7,
  ];
  const [first] = example.plot.series;
  if (first === undefined) throw new Error("the example has no line");
  const plot: CumulativePlot = {
    ...example.plot,
    series: [
      { ...first, days: added.map((_, index) => Math.floor(index / 2) * 30 + (index % 2)), added },
      { ...first, days: [], added: [] },
    ],
  };
  const packed = packPlot(plot);
  expect(unpackPlot(packed)).toEqual(plot);
  expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(plot).length);
});
