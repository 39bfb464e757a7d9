import { describe, expect, it } from "vitest";
import { levelsFrom, rangeText } from "@/lib/statistics/totals/actor-levels";
import { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";

const write = (amount: number) => `$${amount}`;

describe("an amount with its range", () => {
  it.each([
    [
      [
        ["confirmed", 10],
        ["likely", 5],
        ["suspected", 1],
      ],
      "$10 confirmed to $16 suspected",
    ],
    [
      [
        ["likely", 5],
        ["suspected", 0],
      ],
      "$5 likely",
    ],
    [[["acquitted", 7]], "$7 (acquitted)"],
    [[["suspected", 0]], null],
    [[], null],
  ] as const)("of %j is %s", (levels, text) => {
    const amounts = levels.map(([confidence, amount]) => ({ confidence, amount }));
    expect(rangeText(amounts, write)).toBe(text);
  });
});

it.each(CONFIDENCES.map(({ value }) => value))("never ranks an acquittal from %s down", (least) => {
  const levels = levelsFrom(least);
  expect(levels[0]).toBe("confirmed");
  expect(levels.indexOf("acquitted")).toBe(levels.length - 1);
});
