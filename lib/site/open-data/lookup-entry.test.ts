import { expect, test } from "vitest";
import { readAs, readLookupEntry } from "@/lib/site/open-data/lookup-entry";
import { givenDataset } from "@/testing/dataset";

test("every name of the record is read as a name", () => {
  const { targets, actors, incidents } = givenDataset();
  const names = [
    ...targets.flatMap(({ name, aliases = [], formerly = [] }) => [name, ...aliases, ...formerly]),
    ...actors.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...incidents.map(({ name }) => name),
  ];
  expect(names.length).toBeGreaterThan(2_000);
  const otherwise = (is: string) => (text: string) => readAs(readLookupEntry(text)) !== is;
  expect(names.filter(otherwise("name"))).toEqual([]);
});

test.each([
  ["0x098b716b8aaf21512996dc57eb0615e2383e2f96", "address"],
  ["  ethereum:0x098B716B8Aaf21512996dC57EB0615e2383E2f96\u200b", "address"],
  ["https://etherscan.io/address/0x098b716b8aaf21512996dc57eb0615e2383e2f96", "address"],
  [`0x${"ab".repeat(32)}`, "transaction"],
  ["https://example.org/a/page", "link"],
  ["https://", null],
  ["9Gq2kadZvLpXhjzFXwCUmtZcHszju6Q81", "address"],
  ["Supercalifragilisticexpialidocious2", "name"],
  ["0x098b…2f96", null],
  ["0x098b71", null],
  ["bc1qar0…5mdq", null],
  ["$$", "name"],
  ["\u0007 \u200b", null],
  ["x".repeat(601), null],
  ["Ünïcode 交易所", "name"],
] as const)("%j is read as %s", (text, as) => {
  expect(readAs(readLookupEntry(text))).toBe(as);
});

/** Below this many milliseconds nobody notices, and a clock says little. */
const UNNOTICED = 5;

test("whatever is sent, a text twice as long takes about twice as long to read", () => {
  const units = [..."a0.:)*…&/? ", "a ", "0x ", "..", "?a=", "https://a/"];
  const beginnings = ["", "0x", "https://example.org/", "https://etherscan.io/address/"];
  const shortest = (text: string) =>
    Math.min(
      ...[1, 2, 3, 4, 5].map(() => {
        const start = performance.now();
        readLookupEntry(text);
        return performance.now() - start;
      }),
    );
  for (const beginning of beginnings)
    for (const unit of units)
      for (const end of ["", "x", " b", ")x"]) {
        const of = (length: number) =>
          `${beginning}${unit.repeat(length)}`.slice(0, length - end.length) + end;
        // Of the longest ones five hundred may be sent at once.
        const long = shortest(of(2_000));
        if (long < UNNOTICED) continue;
        // What tries every beginning with every end takes four times as long.
        expect(long / shortest(of(1_000)), JSON.stringify([beginning, unit, end])).toBeLessThan(3);
      }
});
