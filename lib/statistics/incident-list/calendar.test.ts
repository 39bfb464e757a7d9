import { expect, test } from "vitest";
import { calendarOf, shadeOf } from "./calendar";

const total = { incidents: 1, unknownSize: 0, lossUsd: 5 };
const month = (name: string) => ({ ...total, month: name, running: total });

test("a calendar has twelve months of every year between, and says what is not in the selection", () => {
  const years = calendarOf(
    [month("2021-11"), month("2021"), month("2023-02")],
    { from: "2021-06-15" },
    "2023-03-31",
  );
  expect(years.map(({ year }) => year)).toEqual(["2023", "2022", "2021"]);
  expect(years.every(({ months }) => months.length === 12)).toBe(true);
  const covered = years.map(({ months }) => months.filter(({ isCovered }) => isCovered).length);
  expect(covered).toEqual([3, 12, 7]);
  expect(years[2]?.yearOnly?.month).toBe("2021");
  expect(years[2]?.months[10]?.total?.month).toBe("2021-11");
  expect(years[1]?.months.every(({ total }) => total === null)).toBe(true);
  expect(calendarOf([], {}, null)).toEqual([]);
});

test("a darker shade is never a smaller amount, and only nothing has none", () => {
  const amounts = [0, 1, 10, 1e3, 1e6, 5e8, 1e9];
  const shades = amounts.map((amount) => shadeOf(amount, 1e9, 4));
  expect(shades).toEqual(shades.toSorted());
  expect(shades[0]).toBe(0);
  expect(shades[1]).toBe(1);
  expect(shades.at(-1)).toBe(4);
});
