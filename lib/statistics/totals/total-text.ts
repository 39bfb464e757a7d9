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

/** What a total comes to, in US dollars; null, which is not zero, where nobody has put a figure on any of its incidents. */
export function knownUsd({ incidents, unknownSize, lossUsd }: Total): number | null {
  return incidents > 0 && incidents === unknownSize ? null : lossUsd;
}

/**
 * What was lost, as a headline: `$2.65bn lost to crypto-asset thefts in 2026`. It never says $0 of thefts whose size is
 * unknown, and never nothing where there may be some.
 * @param when the period in words, with its preposition
 */
export function lossHeadline(total: Total, when: string): string {
  if (total.incidents === 0) return `No crypto-asset theft on record ${when}`;
  const usd = knownUsd(total);
  if (usd !== null) return `${formatUsd(usd)} lost to crypto-asset thefts ${when}`;
  const of =
    total.incidents === 1
      ? "A crypto-asset theft"
      : `${total.incidents.toLocaleString("en-GB")} crypto-asset thefts`;
  return `${of} of unknown size ${when}`;
}
