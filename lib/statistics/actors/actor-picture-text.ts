import { incidentsText } from "@/lib/statistics/totals/incident-count";
import type { Total } from "@/lib/statistics/totals/totals";
import { formatUsd } from "@/lib/values/money/usd";

/** To whom something is attributed, where it follows `attributed to`. */
export function attributedToText(isPerson: boolean): string {
  return isPerson ? "this person" : "it or its parts";
}

/**
 * A picture of what is attributed to an actor, in words.
 * @param range the losses with how sure they are: `$238m confirmed to $330m suspected`; null where none is known
 */
export function actorPictureText(
  title: string,
  isPerson: boolean,
  total: Total,
  range: string | null,
): string {
  const { incidents, unknownSize, lossUsd } = total;
  const whom = attributedToText(isPerson);
  if (incidents === 0)
    return `Key figures of ${title}, where no incident is attributed to ${whom}.`;
  const lost =
    incidents === unknownSize ? "of unknown size" : `with losses of ${range ?? formatUsd(lossUsd)}`;
  return `Key figures of ${title}, where ${incidentsText(incidents)} ${lost} ${incidents === 1 ? "is" : "are"} attributed to ${whom}.`;
}
