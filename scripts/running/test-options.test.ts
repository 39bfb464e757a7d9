import { describe, expect, test } from "vitest";
import { optionsIn, PARTS } from "@/scripts/running/test-options.mjs";

describe("the arguments of npm test", () => {
  test("without any, everything that needs no PostgreSQL server", () => {
    expect(optionsIn([])).toEqual({
      only: PARTS.filter((part) => part !== "faults" && part !== "deploy"),
      files: [],
      watch: false,
      smoke: false,
      postgres: false,
      rounds: 6,
      requests: 3_000,
      seed: null,
    });
  });

  test("one file, watched", () => {
    expect(optionsIn(["--only", "database", "lib/x/y.db.test.ts", "--watch"])).toMatchObject({
      only: ["database"],
      files: ["lib/x/y.db.test.ts"],
      watch: true,
    });
  });

  test("the crash test's rounds", () => {
    expect(optionsIn(["--only", "crash", "--rounds", "20"]).rounds).toBe(20);
  });

  test("the fuzz test's requests and seed", () => {
    const options = optionsIn(["--only", "fuzz", "--requests", "20000", "--seed", "7"]);
    expect(options).toMatchObject({ only: ["fuzz"], requests: 20_000, seed: 7 });
  });

  test.each([
    ["an unknown part", ["--only", "everything"]],
    ["an unknown option", ["--fast"]],
    ["a file without saying of which part", ["lib/x/y.test.ts"]],
    ["a file of what has none", ["--only", "lint", "lib/x/y.test.ts"]],
    ["watching what cannot be", ["--only", "desk", "--watch"]],
    ["watching two at once", ["--only", "unit,database", "--watch"]],
    ["no round at all", ["--only", "crash", "--rounds", "0"]],
    ["no request at all", ["--only", "fuzz", "--requests", "0"]],
    ["a seed that is no number", ["--only", "fuzz", "--seed", "x"]],
    ["rounds without a number", ["--only", "crash", "--rounds"]],
  ])("refuses %s", (_, args) => {
    expect(() => optionsIn(args)).toThrow("Usage: npm test");
  });
});
