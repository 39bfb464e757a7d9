import { incidentsText } from "@/lib/statistics/totals/incident-count";
import type { Total } from "@/lib/statistics/totals/totals";
import { formatUsd } from "@/lib/values/money/usd";

/** `3 incidents, $122m lost, 1 of unknown size`. */
export function totalText({ incidents, unknownSize, lossUsd }: Total): string {
  const parts = [incidentsText(incidents)];
  if (incidents > unknownSize) parts.push(`${formatUsd(lossUsd)} lost`);
  if (unknownSize > 0)
    parts.push(unknownSize === incidents ? "of unknown size" : `${unknownSize} of unknown size`);
  return parts.join(", ");
}
