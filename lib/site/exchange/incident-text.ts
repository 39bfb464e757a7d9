import type { IncidentRecord } from "@/lib/record/shapes/records";
import { dateText } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";

/** What programs that know no amounts are told of them: `Best estimate of the loss: $54,000,000 …`. */
export function amountsText(incident: IncidentRecord): string {
  const { loss_usd, loss_usd_low, loss_usd_high, returned_usd } = incident;
  const range =
    loss_usd_low === null || loss_usd_high === null || loss_usd_low === loss_usd_high
      ? ""
      : ` (from ${formatUsdExact(loss_usd_low)} to ${formatUsdExact(loss_usd_high)} by source)`;
  const loss =
    loss_usd === null
      ? "The loss is not known"
      : `Best estimate of the loss, at the time of the theft: ${formatUsdExact(loss_usd)}${range}`;
  const returned =
    returned_usd === null
      ? "What was returned is not known"
      : `Returned: ${formatUsdExact(returned_usd)}`;
  return `${loss}. ${returned}.`;
}

/** When it happened, as precisely as it is known: `12 September 2023`, `September 2023 (day not known)`. */
export function dayText({ occurred_on, date_precision }: IncidentRecord): string {
  const day = dateText(occurred_on);
  return date_precision === "day" ? day : `${day} (day not known)`;
}

/** Why it counts in nothing; null where it does. */
export function endText({ status, retraction, merged_into }: IncidentRecord): string | null {
  if (status === "retracted") return `Retracted: ${retraction ?? "no reason is on record"}`;
  return status === "merged" ? `Merged into incident ${merged_into}` : null;
}
