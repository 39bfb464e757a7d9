import type { Incident } from "@/lib/record/incidents/incident";
import { formatUsd } from "@/lib/values/money/usd";

/** The range that sources span, in short; null where they give none. */
export function rangeText({ lossUsdLow, lossUsdHigh }: Incident): string | null {
  if (lossUsdLow === null && lossUsdHigh === null) return null;
  if (lossUsdLow === null) return `up to ${formatUsd(lossUsdHigh)}`;
  if (lossUsdHigh === null) return `from ${formatUsd(lossUsdLow)}`;
  return `${formatUsd(lossUsdLow)} – ${formatUsd(lossUsdHigh)}`;
}

/** Who is said to have done it, and by whom: `North Korea, by the FBI`; null where nobody says so. */
export function attributionText(
  incident: Incident,
  actorNames: Readonly<Record<string, string>>,
): string | null {
  const [first, ...rest] = incident.attributions;
  if (first === undefined) return null;
  const others = rest.length === 0 ? "" : `, and ${rest.length} more`;
  return `${actorNames[first.actor] ?? first.actor}, by ${first.by}${others}`;
}
