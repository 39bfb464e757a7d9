import type { DataTable } from "@/lib/statistics/charts/model/chart-model";
import { amountColumn, textColumn, wholeColumn } from "@/lib/statistics/charts/model/chart-numbers";
import { knownAmountOf, type RecordNumber } from "@/lib/statistics/numbers/number";
import { ESTIMATES } from "@/lib/statistics/rules/parameters";
import type { Measured } from "@/lib/statistics/totals/measured";

const cents = (amount: number | null) => (amount === null ? null : Math.round(amount * 100) / 100);

/** A number and what is said about it as rows, of which only those of one `part` add up: one row a value. */
export function numberTable(number: RecordNumber): DataTable {
  const { rule, range, comparable, unplaced, bySureness, bySources } = number;
  const { measure } = rule;
  const isCount = measure === "count";
  const isGrossBest = measure === "gross" && rule.estimate === "best";
  const row = (part: string, key: string, of: Measured) => [
    part,
    key,
    ...(isCount ? [] : [cents(knownAmountOf(of))]),
    of.incidents,
    ...(isCount ? [] : [of.unknownSize]),
  ];
  const estimates = Object.keys(ESTIMATES) as (keyof typeof ESTIMATES)[];
  return {
    columns: [
      textColumn("part", "what of the number: all of it, or a part of one kind"),
      textColumn("value", "which part; of all of it the estimate"),
      ...(isCount ? [] : [amountColumn(measure)]),
      wholeColumn("incidents", "incidents, those of unknown size among them", "incidents"),
      ...(isCount
        ? []
        : [
            wholeColumn("incidents_left_out", "incidents of which no amount is known", "incidents"),
          ]),
    ],
    rows: [
      row("all", rule.estimate, number),
      ...(range === null
        ? []
        : estimates
            .filter((estimate) => estimate !== rule.estimate)
            .map((estimate) => row("other_estimate", estimate, range[estimate]))),
      row("size", `at_least_${comparable.rule.filters.least ?? 0}_usd`, comparable),
      ...bySureness.map((part) => row("surest_attribution", part.key, part)),
      ...bySources.map((part) => row("sources", part.key, part)),
      row("not_placed", "all", {
        incidents: unplaced.incidents,
        // By best estimates alone it is known what is left out.
        unknownSize: isGrossBest ? unplaced.unknownSize : unplaced.incidents,
        amount: unplaced.lossUsd,
      }),
    ],
  };
}
