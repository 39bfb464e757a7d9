import { expect, it } from "vitest";
import { chargedTogetherText } from "@/lib/statistics/totals/charged-together";

it.each([
  [3, 0, ""],
  [3, 1, " In 1 of them they were charged together."],
  [3, 3, " In each of them they were charged together."],
  [1, 1, " They were charged together."],
])("of %i shared incidents, %i charged: %j", (shared, together, text) => {
  expect(chargedTogetherText(shared, together)).toBe(text);
});
