import { expect, test } from "vitest";
import { creditText } from "@/lib/record/history/history";

test.each([
  [null, null, 1, "From the starting dataset"],
  [null, null, 7, "Loaded from a file of records"],
  ["Ada", null, 7, "Entered by Ada, published without a second reviewer"],
  ["Ada", "Bea", 7, "Entered by Ada, reviewed by Bea"],
])("work of %s, reviewed by %s, in version %i: %s", (enteredBy, reviewedBy, version, words) => {
  expect(creditText({ enteredBy, reviewedBy }, version)).toBe(words);
});
