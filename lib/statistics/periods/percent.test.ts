import { expect, test } from "vitest";
import { changeInPercent, shareInPercent } from "@/lib/statistics/periods/percent";

test.each([
  [134, 100, "+34%"],
  [91.7, 100, "−8.3%"],
  [100, 100, "±0%"],
  [100.01, 100, "±0%"],
  [12_000, 1, "+1,199,900%"],
  [0, 5, "−100%"],
  [0, 0, "nothing in either"],
  [5, 0, "from nothing"],
])("from %d to %d is %s", (now, before, words) => {
  expect(changeInPercent(now, before)).toBe(words);
});

test.each([
  [34, 100, "34%"],
  [0, 100, "0%"],
  [0.1, 100, "<1%"],
  [99.9, 100, ">99%"],
  [100, 100, "100%"],
  [0, 0, null],
])("%d of %d is %s", (part, whole, words) => {
  expect(shareInPercent(part, whole)).toBe(words);
});
