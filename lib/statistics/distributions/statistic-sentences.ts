import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { sizeLabel } from "@/lib/statistics/charts/sizes/sizes-model";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import type { Measured } from "@/lib/statistics/totals/measured";
import type { Day } from "@/lib/values/dates/day";
import { dateText, yearOf } from "@/lib/values/dates/day-text";
import { formatThreshold, formatUsd } from "@/lib/values/money/usd";
import {
  FEW,
  knownOf,
  type Recovery,
  type ReturnsDated,
  rateOfAll,
  rateOfKnown,
  type SizeClass,
  type Spread,
  shareOfLargest,
  type Threshold,
} from "./distribution";

// Sentences to quote. Each names its days, filters and denominator, so that it is true without the page around it.

const { number } = ENGLISH;
const percent = (share: number) => number.inUnit("%", share);
const whole = (count: number) => number.whole(count);
const some = (count: number) => (count === 0 ? "none" : whole(count));

/** Which incidents a sentence is about: `in 2023, attributed to Lazarus Group`. */
export function scopeText(
  { from, to }: { from: Day | null; to: Day },
  filters: readonly string[],
  dollars: number | undefined,
): string {
  return [
    daysText(from, to),
    ...filters,
    ...(dollars === undefined ? [] : [`in ${dollars} dollars`]),
  ].join(", ");
}

function daysText(from: Day | null, to: Day): string {
  if (from === null) return `through ${dateText(to)}`;
  const year = yearOf(to);
  if (from !== `${year}-01-01`) return `from ${dateText(from)} through ${dateText(to)}`;
  if (to === `${year}-12-31`) return `in ${year}`;
  return `in ${year} through ${dateText(to).replace(` ${year}`, "")}`;
}

/** That so few are known that a sentence says little; null where there are enough. */
export function fewText(known: number): string | null {
  if (known === 0 || known >= FEW) return null;
  return `${known === 1 ? "Only one incident is" : `Only ${whole(known)} incidents are`} counted here, of which such a number says little.`;
}

/** What an amount leaves out, and of how many it is. */
export function countedText(total: Measured): string {
  const known = `n = ${incidentsText(knownOf(total))} of known size`;
  return total.unknownSize === 0
    ? known
    : `${known}; ${incidentsText(total.unknownSize)} of unknown size left out`;
}

function noneText(total: Measured, scope: string): string | null {
  if (total.incidents === 0) return `The record holds no incident ${scope}.`;
  if (knownOf(total) > 0) return null;
  return `Of none of the ${incidentsText(total.incidents)} ${scope} is the size known.`;
}

/** The median, and between which losses half and four fifths of them lie. */
export function spreadSentence(total: Spread, scope: string): string {
  const { lower, median, ninetieth, tenth, upper } = total;
  const none = noneText(total, scope);
  if (none !== null || median === null) return none ?? "";
  return `The median loss ${scope} is ${formatUsd(median)}: half of the ${incidentsText(knownOf(total))} of known size took no more, half no less. The middle half lie between ${formatUsd(lower)} and ${formatUsd(upper)}, the middle four fifths between ${formatUsd(tenth)} and ${formatUsd(ninetieth)}.`;
}

/** Which size is the commonest, by powers of ten. */
export function sizeSentence(total: Measured, sizes: readonly SizeClass[], scope: string): string {
  const none = noneText(total, scope);
  const [commonest] = sizes.toSorted((one, other) => other.incidents - one.incidents);
  if (none !== null || commonest === undefined) return none ?? "";
  const label = ENGLISH.inside(sizeLabel(commonest, ENGLISH));
  return `By powers of ten, the commonest loss ${scope} is ${label}: ${whole(commonest.incidents)} of the ${incidentsText(knownOf(total))} of known size (${percent((commonest.incidents / knownOf(total)) * 100)}).`;
}

/** How many reach the lowest threshold, and how much of the sum the largest thresholds hold. */
export function thresholdSentence(
  total: Measured,
  thresholds: readonly Threshold[],
  scope: string,
): string {
  const none = noneText(total, scope);
  const [lowest] = thresholds;
  if (none !== null || lowest === undefined) return none ?? "";
  const shareOf = ({ amount }: Threshold) =>
    total.amount > 0 ? `${percent((amount / total.amount) * 100)} of what was lost` : "nothing";
  const highest = thresholds.findLast(({ incidents }) => incidents > 0);
  const first = `${whole(lowest.incidents)} of the ${incidentsText(knownOf(total))} of known size ${scope} took ${formatThreshold(lowest.least)} or more each, together ${shareOf(lowest)}`;
  if (highest === undefined || highest === lowest) return `${first}.`;
  return `${first}; ${whole(highest.incidents)} took ${formatThreshold(highest.least)} or more, together ${shareOf(highest)}.`;
}

/** What share the largest have, and what is left without them. @param count how many are added up */
export function largestSentence(total: Spread, count: number, scope: string): string {
  const none = noneText(total, scope);
  const share = shareOfLargest(total);
  if (none !== null) return none;
  if (share === null || total.largest === null) return `Nothing above zero was lost ${scope}.`;
  if (knownOf(total) <= count)
    return `Only ${incidentsText(knownOf(total))} ${scope} are of known size, no more than ${whole(count)}: the largest is ${formatUsd(total.largest)} of ${formatUsd(total.amount)}, and without it ${formatUsd(total.withoutLargest)} was lost.`;
  return `The ${whole(count)} largest losses ${scope} are ${percent(share)} of the ${formatUsd(total.amount)} lost: without them it is ${formatUsd(total.withoutLargestTogether)}. The largest alone is ${percent((total.largest / total.amount) * 100)}: without it, ${formatUsd(total.withoutLargest)}.`;
}

/** What came back, of those of which it is known and of all. */
export function recoverySentence(total: Recovery, scope: string): string {
  if (total.incidents === 0) return `The record holds no incident ${scope}.`;
  const rate = rateOfKnown(total);
  const all = rateOfAll(total);
  if (rate === null || all === null)
    return `Of none of the ${incidentsText(total.incidents)} ${scope} does the record hold both what was lost and what came back.`;
  return `${percent(rate)} of what was lost ${scope} came back where that is known: ${formatUsd(total.returnedOfKnown)} of ${formatUsd(total.lostOfKnown)}, in ${whole(total.known)} of ${incidentsText(total.incidents)}. Of all known losses, ${formatUsd(total.lost)}, that is at least ${percent(all)}.`;
}

/** Why the rate is too high for all incidents: of how many it is known that nothing came back. */
export function recoveryCaution({ known, some }: Recovery): string {
  const nothing = known - some;
  const said =
    nothing === 0
      ? "of none is it recorded that nothing did"
      : `of ${whole(nothing)} it is recorded that nothing did`;
  return `Of ${whole(some)} of these ${incidentsText(known)} something came back; ${said}. The rate of those known is therefore no rate of all thefts.`;
}

/** What is known of how long it took until something came back. */
export function daysSentence(dated: ReturnsDated, scope: string): string {
  const { returned, withStatement, withTransaction } = dated;
  if (returned === 0) return `Nothing is known to have come back of incidents ${scope}.`;
  return `How many days passed until something came back is not known of any of the ${incidentsText(returned)} ${scope} of which something did: the record holds no day of a return. Of ${some(withTransaction)} it holds the transactions, without their days; of ${some(withStatement)} the day on which somebody said it, which is not the day on which it came.`;
}
