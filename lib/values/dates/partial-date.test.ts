import { describe, expect, it } from "vitest";
import { daysAfter, daysOf, whenText } from "@/lib/values/dates/partial-date";

describe("daysOf", () => {
  it.each([
    ["2023-09-12", "2023-09-12", "2023-09-12"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2017", "2017-01-01", "2017-12-31"],
  ])("spans %s", (partial, from, to) => {
    expect(daysOf(partial)).toEqual({ from, to });
  });
});

it("says when", () => {
  expect(["2023-09-12", "2023-09", "2023"].map(whenText)).toEqual([
    "on 12 September 2023",
    "in September 2023",
    "in 2023",
  ]);
});

it("counts days over the end of a month and a year", () => {
  expect(daysAfter("2023-07-22", "2023-09-04")).toBe(44);
  expect(daysAfter("2023-12-31", "2024-01-01")).toBe(1);
});
