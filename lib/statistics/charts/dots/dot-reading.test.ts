import { describe, expect, it } from "vitest";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { CHART_SIZES } from "../layout/chart-sizes";
import { dotPlaces } from "./dot-places";
import {
  dotsOf,
  dotText,
  type IncidentData,
  namedDots,
  nearestPlace,
  placeAfter,
  placeOfDot,
} from "./dot-reading";
import { layoutDots } from "./dots-layout";

const timelines = Object.entries(EXAMPLE_CHARTS).flatMap(([name, make]) => {
  const model = make();
  return model.plot.kind === "dots" ? [{ name, model, plot: model.plot }] : [];
});

/** A chart's rows as its JSON file has them. */
function rowsOf({ numbers }: (typeof timelines)[number]["model"]): IncidentData[] {
  return numbers.rows.map(
    (row) =>
      Object.fromEntries(
        numbers.columns.map(({ name }, place) => [name, row[place]]),
      ) as unknown as IncidentData,
  );
}

describe.each(timelines)("$name", ({ model, plot }) => {
  const places = dotPlaces(plot);
  const dots = dotsOf(rowsOf(model));

  it("has a reading for every dot that is drawn, in the order of days", () => {
    expect(dots).toHaveLength(plot.series.reduce((sum, series) => sum + series.days.length, 0));
    const days = dots.map((dot) => dot.occurredOn);
    expect(
      days.toSorted((one, other) =>
        one.padEnd(7, "-01").padEnd(10, "-01") < other.padEnd(7, "-01").padEnd(10, "-01") ? -1 : 1,
      ),
    ).toEqual(days);
  });

  it.each(CHART_SIZES)("finds each dot where it is drawn, $name", (size) => {
    const { named } = layoutDots(plot, size);
    for (const dot of namedDots(places)) {
      const drawn = named.find(({ slug }) => slug === dot.slug);
      const { x, y } = placeOfDot(places, size.name, dot);
      expect(x).toBeCloseTo(drawn?.x ?? Number.NaN, 6);
      expect(y).toBeCloseTo(drawn?.y ?? Number.NaN, 6);
    }
  });

  it("walks past every dot and back", () => {
    let place = placeAfter(dots, null, "ArrowRight");
    for (let count = 0; count < dots.length; count++) {
      expect(place).toBe(count);
      place = placeAfter(dots, place, "ArrowRight");
    }
    for (const [key, back] of [
      ["PageDown", "PageUp"],
      ["End", "Home"],
    ] as const) {
      let forth: number | null = 0;
      for (let step = 0; step < dots.length && forth !== dots.length - 1; step++)
        forth = placeAfter(dots, forth, key);
      expect(forth).toBe(dots.length === 0 ? 0 : dots.length - 1);
      for (let step = 0; step < dots.length && forth !== 0; step++)
        forth = placeAfter(dots, forth, back);
      expect(forth ?? 0).toBe(0);
    }
  });
});

it("goes a year on to the first dot of then, over years without any", () => {
  const dots = ["2019-03-01", "2019-12", "2020-02-29", "2020-03-01", "2024", "2024-06-01"].map(
    (occurredOn) => ({ occurredOn }),
  );
  expect(placeAfter(dots, 0, "PageDown")).toBe(3);
  expect(placeAfter(dots, 3, "PageDown")).toBe(4);
  expect(placeAfter(dots, 4, "PageUp")).toBe(3);
  expect(placeAfter(dots, 3, "PageUp")).toBe(0);
  expect(placeAfter(dots, 2, "Tab")).toBeNull();
  expect(placeAfter([], null, "Home")).toBeNull();
});

it("says what a dot is, when, how, and by how much sources differ", () => {
  const [example] = timelines;
  if (example === undefined) throw new Error("no example has dots");
  const { axis } = dotPlaces(example.plot);
  const dot = { slug: "a", name: "A theft", amount: 54e6, category: "phishing" };
  const text = (more: { occurredOn: string; low: number | null; high: number | null }) =>
    dotText({ axis, categories: { phishing: "Phishing" } }, { ...dot, ...more });
  expect(text({ occurredOn: "2023-09", low: 53e6, high: 70e6 })).toEqual({
    heading: "A theft: $54.0m",
    note: "September 2023 · Phishing · sources say $53.0m to $70.0m",
  });
  expect(text({ occurredOn: "2023-09-12", low: 54e6, high: 54e6 }).note).toBe(
    "12 September 2023 · Phishing",
  );
});

it("finds the nearest dot within reach, and none beyond", () => {
  const places = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 100, y: 100 },
  ];
  expect(nearestPlace(places, { x: 6, y: 1 }, 12)).toBe(1);
  expect(nearestPlace(places, { x: 100, y: 88 }, 12)).toBe(2);
  expect(nearestPlace(places, { x: 100, y: 87 }, 12)).toBeNull();
});
