import { expect, test } from "vitest";
import { candidateOf } from "@/lib/desk/duplicates/candidate";
import { toldOtherwise } from "@/lib/desk/duplicates/told-otherwise";

function theft(
  target: string,
  occurredOn: string,
  lossUsd: number | null,
  lossUsdLow: number | null = null,
) {
  return candidateOf({
    name: `${target} theft`,
    target,
    occurredOn,
    lossUsd,
    lossUsdLow,
    lossUsdHigh: null,
    chains: [],
    addresses: [],
    sources: [],
    transactions: [],
  });
}

const known = theft("Marlinspike", "2019-05-20", 8_000_000, 3_000_000);

test.each([
  ["a report weeks later", theft("Marlinspike", "2019-06-11", 8_000_000), "22 days apart"],
  [
    "the year mistaken",
    theft("Marlinspike", "2018-05-26", 8_100_000),
    "the year may be a slip (20 May 2019)",
  ],
  [
    "the year and the sum mistaken",
    theft("Marlinspike", "2017-05-21", 2_700_000),
    "the year may be a slip",
  ],
  [
    "the year mistaken and no sum",
    theft("Marlinspike", "2020-05-20", null),
    "the year may be a slip",
  ],
])("%s is asked about", (_, given, reason) => {
  expect(toldOtherwise(given, known)).toContain(reason);
});

test("day and month the other way round are asked about", () => {
  const reason = toldOtherwise(
    theft("Marlinspike", "2019-09-03", 8_000_000),
    theft("Marlinspike", "2019-03-09", 8_000_000),
  );
  expect(reason).toContain("day and month may be swapped");
});

test.each([
  ["another target", theft("Halyard", "2019-05-20", 8_000_000)],
  ["another sum in another year", theft("Marlinspike", "2018-05-20", 90_000_000)],
  ["another day in another year", theft("Marlinspike", "2018-08-01", 8_000_000)],
  ["another sum weeks later", theft("Marlinspike", "2019-06-11", 20_000_000)],
  ["a month", theft("Marlinspike", "2018-05", 8_000_000)],
])("%s is not", (_, given) => {
  expect(toldOtherwise(given, known)).toBeNull();
});
