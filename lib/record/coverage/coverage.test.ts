import { describe, expect, test } from "vitest";
import { coverageSchema } from "@/lib/record/coverage/coverage";
import { today } from "@/lib/values/dates/day";
import { aCoverage } from "@/testing/records";

/** The fields that a coverage is refused for, each with what is said of it. */
function problemsOf(given: unknown): string[] {
  const parsed = coverageSchema.safeParse(given);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const family = (given: object) => ({
  families: [
    { name: "A list", kind: "aggregator", from: "2016-01", to: "2023-12", note: "–", ...given },
  ],
});
const gap = (given: object) => ({
  missing: [{ from: "2016-01", to: "2023-12", note: "–", ...given }],
});

describe("coverage", () => {
  test.each([
    ["of today", { coveredThrough: today() }],
    ["of long ago", { coveredThrough: "2011-06-13" }],
    ["with a family of one month", family({ from: "2023-01", to: "2023-01" })],
    ["with a family of several kinds", family({ kind: null })],
    ["without families and gaps", { families: [], missing: [] }],
  ])("%s is accepted as it is", (_, given) => {
    const coverage = { ...aCoverage(), ...given };
    expect(coverageSchema.parse(coverage)).toEqual(coverage);
  });

  test.each([
    ["coveredThrough: must not be in the future", { coveredThrough: tomorrow }],
    ["coveredThrough: must be a day", { coveredThrough: "2023-09" }],
    ["coveredThrough: must be a day", { coveredThrough: "2023-02-30" }],
    ["coveredThrough: must be a day", { coveredThrough: "today" }],
    ["coveredThroughReason: ", { coveredThroughReason: "" }],
    ["statement: ", { statement: " " }],
    ["threshold: ", { threshold: "" }],
    ["families.0.name: ", family({ name: "" })],
    ["families.0.kind: ", family({ kind: "hearsay" })],
    ["families.0.from: must be a month that exists, as YYYY-MM", family({ from: "2023-13" })],
    ["families.0.from: must be a month that exists, as YYYY-MM", family({ from: "2023-01-01" })],
    ["families.0.to: must be a month that exists, as YYYY-MM", family({ to: "2023" })],
    [
      "families.0.to: must not be before the first month",
      family({ from: "2023-02", to: "2023-01" }),
    ],
    ["missing.0.to: must not be before the first month", gap({ from: "2024-01", to: "2023-12" })],
    ["missing.0.note: ", gap({ note: "" })],
    [": Unrecognized key", { perYear: {} }],
  ])("is refused: %s", (said, given) => {
    const problems = problemsOf({ ...aCoverage(), ...given });
    expect(problems).toEqual([expect.stringContaining(said)]);
    expect(problems[0]?.startsWith(said.split(": ")[0] ?? "")).toBe(true);
  });

  test("needs every field", () => {
    for (const field of Object.keys(aCoverage()))
      expect(problemsOf({ ...aCoverage(), [field]: undefined })).toEqual([
        expect.stringContaining(`${field}: `),
      ]);
  });
});
