import { describe, expect, test } from "vitest";
import { isForeign } from "@/lib/site/urls/shared-url";
import { readCompare, writeCompare } from "@/lib/statistics/compare/compare-view";

const NOW = "2026-11-28";
const AS_OF = "2026-11-20";
const read = (query: string) => readCompare(new URLSearchParams(query), AS_OF, NOW);
const canonical = (query: string) => {
  const found = read(query);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return writeCompare(found.value);
};
const problemsOf = (query: string) => {
  const found = read(query);
  return found.ok ? [] : found.problems;
};

const YEARS = "from=2024-01-01&to=2024-12-31";

describe("a comparison's query", () => {
  test.each([
    ["", `${YEARS}&with-from=2025-01-01&with-to=2025-12-31`],
    ["with-actor=&actor=&from=", `${YEARS}&with-from=2025-01-01&with-to=2025-12-31`],
    ["category=phishing", `${YEARS}&category=phishing&with-from=2025-01-01&with-to=2025-12-31`],
    ["year=2024&with-year=2026", `${YEARS}&with-from=2026-01-01&with-to=2026-11-20`],
    ["year=2024&with-category=phishing", `${YEARS}&with-category=phishing`],
    ["actor=a&with-actor=b&with-measure=net", "actor=a&with-actor=b&with-measure=net"],
    ["measure=net&with-measure=gross", "measure=net&with-measure=gross"],
    ["least=1&with-least=2&with-from=2025-01-01", "least=1&with-from=2025-01-01&with-least=2"],
  ])("%s is written as %s, and read as the same again", (query, written) => {
    expect(canonical(query)).toBe(written);
    expect(read(written)).toEqual(read(query));
  });

  test("has the last two years that are whole by the day that is covered", () => {
    const at = readCompare(new URLSearchParams(), "2025-12-31", NOW);
    expect(at.ok && at.value.second.filters).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  });

  test.each([
    ["with-category=theft", "with-category"],
    ["category=theft", "category"],
    ["year=2024", "with-from"],
    ["year=2024&with-year=2024", "with-year"],
    ["actor=a&with-actor=a", "with-actor"],
    ["from=2024-02-01&to=2024-01-01&with-year=2025", "to"],
    ["year=2024&with-from=2025-02-01&with-to=2025-01-01", "with-to"],
    ["year=2024&with-year=2025&with-from=2025-02-01", "with-from"],
    ["year=2024&with-year=2025&measure=count", "measure"],
    ["year=2024&with-measure=count", "with-measure"],
    ["year=2024&with-by=actor", "with-by"],
    ["year=2024&with-year=2025&with-year=2026", "with-year"],
    ["year=2024&with-year=2027", "with-year"],
    ["year=2024&with-q=x", "with-q"],
    ["year=2024&with-=x", "with-"],
  ])("%s is refused, naming %s and what is allowed", (query, parameter) => {
    const problems = problemsOf(query);
    expect(problems.map((problem) => problem.parameter)).toContain(parameter);
    for (const { allowed } of problems) expect(allowed.length).toBeGreaterThan(5);
  });

  test("names the second side's parameters where one is not known on either side", () => {
    for (const query of ["yaer=2024", "with-yaer=2024"])
      expect(problemsOf(query)[0]?.allowed).toContain("with-year");
    expect(isForeign("with-yaer", ["2024"])).toBe(false);
  });
});
