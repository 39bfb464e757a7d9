import { describe, expect, test } from "vitest";
import {
  readChanges,
  readCitedNumber,
  writeChanges,
  writeCitedNumber,
} from "@/lib/statistics/changes/changes-view";
import type { Read } from "@/lib/statistics/rules/parameters";

const NOW = "2026-11-22";
const changes = (query: string, newest = 5) =>
  readChanges(new URLSearchParams(query), newest, NOW, NOW);
const cited = (query: string) => readCitedNumber(new URLSearchParams(query), 5, NOW);

function given<Value>(read: Read<Value>): Value {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

describe("two versions", () => {
  test.each([
    ["", "from=4&to=5"],
    ["to=3", "from=2&to=3"],
    ["from=1", "from=1&to=5"],
    ["from=2&to=2", "from=2&to=2"],
    ["from=1&to=2&year=2023", "from=1&to=2&year=2023&through=2023-12-31"],
    ["from=1&to=2&year=2026", "from=1&to=2&year=2026&through=2026-11-22"],
    ["from=1&to=2&through=2023-09-15", "from=1&to=2&year=2023&through=2023-09-15"],
    ["since=2023-01-01&until=2023-08-31&from=1", "from=1&to=5&year=2023&through=2023-08-31"],
    ["from=1&since=2023-02-01", "from=1&to=5&since=2023-02-01"],
    ["from=1&measure=gross&estimate=best&actor=none", "from=1&to=5&actor=none"],
    ["from=1&measure=count&estimate=low", "from=1&to=5&measure=count"],
    ["from=1&measure=net&estimate=low", "from=1&to=5&measure=net&estimate=low"],
    ["from=1&q=a%26b", "from=1&to=5&q=a%26b"],
    ["from=1&target-name=B%C2%B2+Network", "from=1&to=5&target-name=B%C2%B2+Network"],
  ])("%j is kept as %j", (query, canonical) => {
    const read = given(changes(query));
    expect(writeChanges(read)).toBe(canonical);
    expect(writeChanges(given(changes(canonical)))).toBe(canonical);
  });

  test("of a record with one version are that one twice", () => {
    expect(writeChanges(given(changes("", 1)))).toBe("from=1&to=1");
  });

  test.each([
    ["from=3&to=2", "from", "not after to"],
    ["from=0", "from", "from 1 to 5"],
    ["from=2023-01-01", "from", "from 1 to 5"],
    ["to=6", "to", "from 1 to 5"],
    ["from=1&from=2", "from", "only once"],
    ["year=2023&since=2023-01-01", "since", "not together"],
    ["through=2023-01-01&until=2023-01-01", "until", "not together"],
    ["since=2023-02-01&until=2023-01-01", "until", "not before since"],
    ["year=2027", "year", "current one"],
    ["year=2023&through=2022-01-01", "through", "year shown"],
    ["through=2026-11-23", "through", "not in the future"],
    ["interval=month", "interval", "estimate, from, to"],
  ])("%j is refused for its %s", (query, parameter, words) => {
    const read = changes(query);
    expect(read).toMatchObject({ ok: false, problems: [{ parameter }] });
    if (!read.ok) expect(read.problems[0]?.allowed).toContain(words);
  });

  test("every problem is named", () => {
    expect(changes("from=x&to=y&year=z")).toMatchObject({
      problems: [{ parameter: "from" }, { parameter: "to" }, { parameter: "year" }],
    });
  });
});

describe("a cited figure", () => {
  test.each([
    ["version=1", "version=1"],
    ["year=2023&version=2", "version=2&year=2023&through=2023-12-31"],
    ["version=2&through=2026-11-01", "version=2&year=2026&through=2026-11-01"],
  ])("%j is kept as %j", (query, canonical) => {
    expect(writeCitedNumber(given(cited(query)))).toBe(canonical);
  });

  test.each([
    ["", "version"],
    ["version=9", "version"],
    ["version=1&year=2026", "year"],
    ["version=1&from=1", "from"],
  ])("%j is refused for its %s", (query, parameter) => {
    expect(cited(query)).toMatchObject({ ok: false, problems: [{ parameter }] });
  });
});
