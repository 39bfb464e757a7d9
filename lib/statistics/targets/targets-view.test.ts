import { describe, expect, test } from "vitest";
import { readTargets, writeTargets } from "@/lib/statistics/targets/targets-view";

describe("a list of targets", () => {
  test.each([
    ["", ""],
    ["page=1&sort=&q=%20", ""],
    [
      "page=3&q=%20Huobi%20Global&sort=name&target=exchange",
      "target=exchange&q=Huobi+Global&sort=name&page=3",
    ],
    ["robbed=repeatedly&sort=largest", "robbed=repeatedly&sort=largest"],
    [
      "sort=largest&q=%EB%B0%94%EC%9D%B4%EB%B9%84%ED%8A%B8",
      "q=%EB%B0%94%EC%9D%B4%EB%B9%84%ED%8A%B8&sort=largest",
    ],
  ])("asked for by %s is written as %s", (query, canonical) => {
    const read = readTargets(new URLSearchParams(query));
    expect(read.ok && writeTargets(read.value)).toBe(canonical);
  });

  test.each([
    ["target=liquid", "target", "a kind of target: one of exchange"],
    ["robbed=twice", "robbed", "repeatedly"],
    ["sort=newest", "sort", "one of largest, name"],
    ["category=phishing", "category", "one of the parameters target, q, robbed, sort, page"],
    ["page=0", "page", "a whole number from 1"],
  ])("refuses %s, and says what is allowed", (query, parameter, allowed) => {
    const read = readTargets(new URLSearchParams(query));
    if (read.ok) throw new Error(`read ${JSON.stringify(read.value)}`);
    expect(read.problems).toMatchObject([{ parameter }]);
    expect(read.problems[0]?.allowed).toContain(allowed);
  });
});
