import type { TargetDetail } from "@/lib/record/targets/target";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { TargetRecord } from "@/lib/statistics/targets/target-record";
import { targetDescription, yearsText } from "@/lib/statistics/targets/target-text";
import { publishedTotalText } from "@/lib/statistics/totals/published-total";
import { dateText } from "@/lib/values/dates/day";
import { lossText } from "@/lib/values/money/loss-text";
import { formatUsd } from "@/lib/values/money/usd";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

/** Incidents that the picture names in a sentence. */
const NAMED = 4;

/** What the picture of a target says of it: its name, its key numbers, and its largest incidents in a sentence. */
export function targetPosterText(
  target: Pick<TargetDetail, "name" | "kind" | "formerly">,
  record: Pick<TargetRecord, "total" | "incidents" | "published" | "unplaced">,
) {
  const { total, published, unplaced } = record;
  const isKnown = total.incidents > total.unknownSize;
  const former = target.formerly.length > 0 ? [`formerly ${target.formerly.join(", ")}`] : [];
  return {
    title: target.name,
    subtitle: [
      [termLabel(target.kind), ...former].join(", "),
      "US dollars at the time of each theft, gross, best estimates",
    ].join(" · "),
    notes: [
      ...(unplaced.incidents > 0
        ? [
            `${unplaced.incidents} not placed in time ${unplaced.incidents === 1 ? "is" : "are"} left out.`,
          ]
        : []),
      ...(published === null ? [] : [publishedTotalText(published)]),
    ],
    alternative: `Key figures of what befell ${targetDescription(target, total)}`,
    figures: [
      {
        label: "Lost",
        value:
          total.incidents === 0
            ? "nothing on record"
            : isKnown
              ? formatUsd(total.lossUsd)
              : "unknown",
        detail:
          total.unknownSize === 0
            ? "Every incident’s size is known"
            : `${total.unknownSize} of unknown size ${total.unknownSize === 1 ? "is" : "are"} left out`,
      },
      {
        label: "Incidents",
        value: String(total.incidents),
        detail: yearsText(record.incidents) || "None is on record",
      },
      {
        label: "Returned",
        value: total.returnedIncidents === 0 ? "unknown" : formatUsd(total.returnedUsd),
        detail:
          total.returnedIncidents === 0
            ? "No figure is on record"
            : `In ${total.returnedIncidents === 1 ? "one incident" : `${total.returnedIncidents} incidents`}; not taken off the losses`,
      },
    ],
    prose: proseOf(record.incidents),
  };
}

function proseOf(incidents: readonly IncidentRow[]): string {
  const size = ({ lossUsd, lossUsdLow }: IncidentRow) => lossUsd ?? lossUsdLow ?? -1;
  const largest = incidents.toSorted((one, other) => size(other) - size(one)).slice(0, NAMED);
  const named = largest.map(
    (incident) => `${incident.name} (${dateText(incident.occurredOn)}, ${lossText(incident)})`,
  );
  const left = incidents.length - largest.length;
  return [...named, ...(left > 0 ? [`and ${left} more`] : [])].join("; ");
}
