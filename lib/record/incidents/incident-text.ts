import { type NamedActor, nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Estimate, Incident } from "@/lib/record/incidents/incident";
import type { LossKnown } from "@/lib/values/money/loss-text";
import { formatUsd } from "@/lib/values/money/usd";
import { CONFIDENCES, type Confidence } from "@/lib/values/taxonomy/taxonomy";

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The range that sources span around the best estimate, in short; null where they give none. */
export function rangeText({ lossUsd, lossUsdLow, lossUsdHigh }: LossKnown): string | null {
  if (lossUsd === null || (lossUsdLow === null && lossUsdHigh === null)) return null;
  if (lossUsdLow === null) return `up to ${formatUsd(lossUsdHigh)}`;
  if (lossUsdHigh === null) return `from ${formatUsd(lossUsdLow)}`;
  return `${formatUsd(lossUsdLow)} – ${formatUsd(lossUsdHigh)}`;
}

/**
 * Whether an estimate is the record's low or high one, or the bound that is all that is known; null where it is none of
 * them, or agrees with the best.
 */
export function placeAmong(
  { lossUsd, lossUsdLow, lossUsdHigh }: LossKnown,
  { amountUsd }: Pick<Estimate, "amountUsd">,
): string | null {
  if (amountUsd === lossUsd) return null;
  if (lossUsd === null && lossUsdLow === null && amountUsd === lossUsdHigh) return "at most";
  if (lossUsd === null && lossUsdHigh === null && amountUsd === lossUsdLow) return "at least";
  if (amountUsd === lossUsdLow) return "low estimate";
  return amountUsd === lossUsdHigh ? "high estimate" : null;
}

/**
 * Whose the low and the high estimates are: `$53.0m by Example, $70.0m by CoinEx`; null where nobody is named for
 * either, or they are the best estimate.
 */
export function rangeAuthorsText(
  incident: LossKnown & Pick<Incident, "lossEstimates">,
): string | null {
  const said = (amount: number | null) => {
    const names = incident.lossEstimates.filter(({ amountUsd }) => amountUsd === amount);
    return amount === null || amount === incident.lossUsd || names.length === 0
      ? []
      : [`${formatUsd(amount)} by ${listed.format(names.map(({ by }) => by))}`];
  };
  const texts = [...said(incident.lossUsdLow), ...said(incident.lossUsdHigh)];
  return texts.length === 0 ? null : texts.join(", ");
}

/** Whether sources put the loss at other figures than the best. */
export function isDisputed({ lossUsd, lossUsdLow, lossUsdHigh }: LossKnown): boolean {
  return [lossUsdLow, lossUsdHigh].some((amount) => amount !== null && amount !== lossUsd);
}

/** Whose figure for the loss the record follows; null where nobody is named for it. */
export function followedAuthor({ lossEstimates }: Pick<Incident, "lossEstimates">): string | null {
  return lossEstimates.find(({ preferred }) => preferred)?.by ?? null;
}

/** The surest of some statements, of equally sure ones the first; null where there is none. */
export function surestAttribution<Said extends { confidence: Confidence }>(
  said: readonly Said[],
): Said | null {
  for (const { value } of CONFIDENCES.toReversed()) {
    const found = said.find(({ confidence }) => confidence === value);
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Who is said to have done it, and by whom, by the surest statement: `North Korea, by the FBI`; null where nobody says so.
 * @param actors by slug
 */
export function attributionText(
  incident: Incident,
  actors: Readonly<Record<string, NamedActor>>,
): string | null {
  const first = surestAttribution(incident.attributions);
  if (first === null) return null;
  const rest = incident.attributions.length - 1;
  const others = rest === 0 ? "" : `, and ${rest} more`;
  const actor = actors[first.actor];
  return `${actor === undefined ? first.actor : nameWithStatus(actor)}, by ${first.by}${others}`;
}
