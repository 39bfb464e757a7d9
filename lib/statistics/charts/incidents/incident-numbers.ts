import type { ChartNumbers } from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  dateColumn,
  PRECISION_COLUMN,
  textColumn,
} from "@/lib/statistics/charts/model/chart-numbers";
import type { Measure } from "@/lib/statistics/rules/parameters";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { precisionOf } from "@/lib/values/dates/day";

/** Incidents as a file carries them, in the order given. */
export function incidentNumbers(dots: readonly IncidentDot[], measure: Measure): ChartNumbers {
  const loss = amountColumn("gross");
  return {
    columns: [
      textColumn("incident", "the incident's name in its address"),
      textColumn("name", "what the incident is called"),
      dateColumn("day", "when the theft happened"),
      textColumn("category", "how the funds left"),
      amountColumn(measure),
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
  };
}
