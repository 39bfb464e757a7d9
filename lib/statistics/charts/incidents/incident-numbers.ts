import type { ChartNumbers } from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  dateColumn,
  type NamedTotal,
  PRECISION_COLUMN,
  textColumn,
  WHOLE,
} from "@/lib/statistics/charts/model/chart-numbers";
import type { Measure } from "@/lib/statistics/rules/parameters";
import { type IncidentDot, type Measured, sumOf } from "@/lib/statistics/totals/measured";
import { precisionOf } from "@/lib/values/dates/day";

/** What the total of the rows is called where they are not every incident, and that of the others. */
export const LISTED = "listed";
const NOT_LISTED = "not_listed";

/**
 * Incidents as a file carries them, in the order given.
 * @param total of every incident under the rule, of which `dots` may be only the largest
 */
export function incidentNumbers(
  dots: readonly IncidentDot[],
  measure: Measure,
  total: Measured,
): ChartNumbers {
  const loss = amountColumn("gross");
  const amount = amountColumn(measure);
  const listed = sumOf(
    dots.map((dot) => ({
      incidents: 1,
      unknownSize: dot.amount === null ? 1 : 0,
      amount: dot.amount ?? 0,
    })),
  );
  const others = {
    incidents: total.incidents - listed.incidents,
    unknownSize: total.unknownSize - listed.unknownSize,
    amount: total.amount - listed.amount,
  };
  const parts: NamedTotal[] =
    others.incidents === 0
      ? []
      : [
          [LISTED, listed],
          [NOT_LISTED, others],
        ];
  return chartNumbers(
    measure,
    {
      columns: [
        textColumn("incident", "the incident's name in its address"),
        textColumn("name", "what the incident is called"),
        dateColumn("day", "when the theft happened"),
        textColumn("category", "how the funds left"),
        amount,
        { ...loss, name: "loss_low_usd", title: "lost, by the lowest figure that sources give" },
        { ...loss, name: "loss_high_usd", title: "lost, by the highest figure that sources give" },
        PRECISION_COLUMN,
      ],
      rows: dots.map((dot) => [
        dot.slug,
        dot.name,
        dot.occurredOn,
        dot.category,
        dot.amount,
        dot.low,
        dot.high,
        precisionOf(dot.occurredOn),
      ]),
    },
    { column: amount.name, by: null, level: null },
    [...parts, [WHOLE, total]],
  );
}
