import type { DataColumn, DataTable } from "@/lib/statistics/charts/model/chart-model";
import { textColumn } from "@/lib/statistics/charts/model/chart-numbers";
import { coveredTotal } from "@/lib/statistics/compare/compare-text";
import { alignedMonths, type Comparison, type Side } from "@/lib/statistics/compare/comparison";

const DOLLARS = "US dollars at the time of theft";
const dollars = (name: string, title: string): DataColumn => ({
  name,
  title,
  kind: "number",
  unit: DOLLARS,
});
const usd = (cents: number | null) => (cents === null ? null : cents / 100);

/**
 * A comparison as rows, of which only those of one of the parts by incident, category and technique add up, to the
 * difference of the totals.
 */
export function compareTable(comparison: Comparison): DataTable {
  const { first, second, byIncident, byCategory, byTechnique, common } = comparison;
  const sums = (part: string, one: Side["withoutLargest"], two: Side["withoutLargest"]) => [
    [part, "sum", usd(one?.cents ?? null), usd(two?.cents ?? null), change(one?.cents, two?.cents)],
    [
      part,
      "incidents",
      one?.incidents ?? null,
      two?.incidents ?? null,
      change(one?.incidents, two?.incidents, 1),
    ],
    [
      part,
      "unknown_size",
      one?.unknownSize ?? null,
      two?.unknownSize ?? null,
      change(one?.unknownSize, two?.unknownSize, 1),
    ],
    [
      part,
      "median",
      usd(one?.medianCents ?? null),
      usd(two?.medianCents ?? null),
      change(one?.medianCents, two?.medianCents),
    ],
  ];
  const moves = (part: string, of: typeof byCategory) =>
    of.map(({ key, firstCents, secondCents, cents }) => [
      part,
      key,
      usd(firstCents),
      usd(secondCents),
      usd(cents),
    ]);
  return {
    columns: [
      textColumn(
        "part",
        "what is compared; rows by_incident, by_category and by_technique each add up to the change of all, sum",
      ),
      textColumn(
        "value",
        "which of it: a sum, number of incidents or median; an incident, category, technique or month",
      ),
      dollars("first", "the first side; of incidents and unknown_size a number of incidents"),
      dollars("second", "the second side, likewise"),
      dollars("change", "the second less the first"),
    ],
    rows: [
      ...sums("all", coveredTotal(first), coveredTotal(second)),
      ...sums("without_largest", first.withoutLargest, second.withoutLargest),
      ["largest", "first", usd(first.largest?.cents ?? null), null, null],
      ["largest", "second", null, usd(second.largest?.cents ?? null), null],
      [
        "common",
        "sum",
        usd(common.firstCents),
        usd(common.secondCents),
        usd(common.secondCents - common.firstCents),
      ],
      ["common", "incidents", common.incidents, common.incidents, 0],
      ...(first.isCovered && second.isCovered
        ? [
            ...moves("by_incident", byIncident.moves),
            ["by_incident", "_others", null, null, usd(byIncident.others.cents)],
            ...moves("by_category", byCategory),
            ...moves("by_technique", byTechnique),
          ]
        : []),
      ...alignedMonths(comparison).map(({ first: one, second: two }) => [
        "month",
        [one?.month, two?.month].filter((month) => month !== undefined).join("/"),
        usd(one?.cents ?? null),
        usd(two?.cents ?? null),
        change(one?.cents, two?.cents),
      ]),
    ],
  };
}

function change(
  one: number | null | undefined,
  two: number | null | undefined,
  unit = 100,
): number | null {
  return one == null || two == null ? null : (two - one) / unit;
}
