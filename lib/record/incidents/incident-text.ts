import { type NamedActor, nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Incident } from "@/lib/record/incidents/incident";
import { formatUsd } from "@/lib/values/money/usd";

/** The range that sources span, in short; null where they give none. */
export function rangeText({ lossUsdLow, lossUsdHigh }: Incident): string | null {
  if (lossUsdLow === null && lossUsdHigh === null) return null;
  if (lossUsdLow === null) return `up to ${formatUsd(lossUsdHigh)}`;
  if (lossUsdHigh === null) return `from ${formatUsd(lossUsdLow)}`;
  return `${formatUsd(lossUsdLow)} – ${formatUsd(lossUsdHigh)}`;
}

/**
 * Who is said to have done it, and by whom: `North Korea, by the FBI`; null where nobody says so.
 * @param actors by slug
 */
export function attributionText(
  incident: Incident,
  actors: Readonly<Record<string, NamedActor>>,
): string | null {
  const [first, ...rest] = incident.attributions;
  if (first === undefined) return null;
  const others = rest.length === 0 ? "" : `, and ${rest.length} more`;
  const actor = actors[first.actor];
  return `${actor === undefined ? first.actor : nameWithStatus(actor)}, by ${first.by}${others}`;
}
