import { expect, test } from "vitest";
import { subjectEmail } from "@/lib/desk/people/audit-text";

test.each([
  ["proposal 12", "/desk/proposals/12/review"],
  ["suggestion 3", "/desk/suggestions/3"],
  ["import 4", "/desk/imports/4"],
  ["ada@desk.example", null],
  ["proposal 12 of somebody", null],
])("%s leads to %s", (subject, address) => {
  expect(subjectEmail(subject)).toBe(address);
});
