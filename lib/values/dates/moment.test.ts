import { expect, it } from "vitest";
import { ageText, momentText } from "@/lib/values/dates/moment";

it("says a moment to the minute, in UTC", () => {
  expect(momentText(new Date("2023-09-12T23:59:59Z"))).toBe("12\u00a0Sep 2023, 23:59\u00a0UTC");
});

it.each([
  ["2026-01-02T12:00:00Z", "just now"],
  ["2026-01-02T11:59:00Z", "1 minute"],
  ["2026-01-02T11:00:01Z", "59 minutes"],
  ["2026-01-02T11:00:00Z", "1 hour"],
  ["2026-01-01T12:00:01Z", "23 hours"],
  ["2026-01-01T12:00:00Z", "1 day"],
  ["2025-12-03T12:00:00Z", "30 days"],
  // A clock that runs ahead.
  ["2026-01-02T12:05:00Z", "just now"],
])("%s was %s ago", (moment, age) => {
  expect(ageText(new Date(moment), new Date("2026-01-02T12:00:00Z"))).toBe(age);
});
