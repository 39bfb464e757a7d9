import { expect, test } from "vitest";
import { waitText } from "@/lib/desk/people/wait-text";

test.each([
  [1, "1 second"],
  [59, "59 seconds"],
  [60, "1 minute"],
  [61, "2 minutes"],
  [900, "15 minutes"],
  [7200, "2 hours"],
  [172_800, "2 days"],
])("%i seconds are %s", (seconds, words) => {
  expect(waitText(seconds)).toBe(words);
});
