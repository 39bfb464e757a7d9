import { expect, test } from "vitest";
import { ownRule } from "@/lib/statistics/figures/compared-figure";

const YEAR = {
  from: "2023-01-01",
  to: "2023-12-31",
  category: null,
  actor: null,
  selection: null,
} as const;
const DAYS = { from: "2023-01-01", to: "2023-12-31" };

test.each([
  ["a year over everything", YEAR, DAYS],
  ["of a category", { ...YEAR, category: "phishing" }, { ...DAYS, category: "phishing" }],
  ["of an actor", { ...YEAR, actor: "a" }, { ...DAYS, actor: "a" }],
  ["months from January", { ...YEAR, to: "2023-08-31" }, { from: DAYS.from, to: "2023-08-31" }],
  ["a year of named thefts", { ...YEAR, actor: "a", selection: "named" }, "named"],
  ["a year of exchanges only", { ...YEAR, selection: "part" }, "part"],
  ["a year net of returns", { ...YEAR, category: "phishing", selection: "net" }, "net"],
  ["a year with collapses", { ...YEAR, selection: "more" }, "more"],
  ["an actor's days", { ...YEAR, from: "2023-06-03", to: "2023-09-15", actor: "a" }, "days"],
  ["a year that is cut", { ...YEAR, to: "2023-12-28" }, "days"],
  ["a month without its first day", { ...YEAR, from: "2023-12-02" }, "days"],
  ["categories together", { ...YEAR, category: "exploit-any" }, "scope"],
] as const)("of %s", (_, figure, rule) => {
  expect(ownRule(figure, "2023-12-31")).toEqual(rule);
  expect(ownRule(figure, null)).toEqual(rule);
});

test("of days that are not covered there is no number", () => {
  expect(ownRule(YEAR, "2023-12-30")).toBe("uncovered");
});

test("how sure an attribution must be counts for an actor's figures alone", () => {
  expect(ownRule({ ...YEAR, actor: "a" }, null, "likely")).toEqual({
    ...DAYS,
    actor: "a",
    confidence: "likely",
  });
  expect(ownRule(YEAR, null, "likely")).toEqual(DAYS);
});
