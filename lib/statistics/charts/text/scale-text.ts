import type { Interval, Measure } from "@/lib/statistics/rules/parameters";
import { yearOf } from "@/lib/values/dates/day";
import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";

// What charts say of amounts in a year's dollars, of shares and of logarithmic axes; all such words are here.

/** What a title says of the dollars that amounts are in: `in 2024 dollars`. */
export function inDollarsText(dollars: number): string {
  return `in ${dollars} dollars`;
}

/** Which dollars amounts are in, behind their unit: ` in 2024 dollars (US CPI-U)`. */
export function dollarsAside(measure: Measure, dollars: number | undefined): string {
  if (dollars !== undefined) return ` ${inDollarsText(dollars)} (${PRICE_INDEX_SOURCE.name})`;
  return measure === "returned" ? "" : " at the time of theft";
}

/** By which index amounts are in a year's dollars, where they are, and which of them by none of their own. */
export function dollarsNotes(
  dollars: number | undefined,
  { to, measure, hasThreshold }: { to: string; measure: Measure; hasThreshold: boolean },
): string[] {
  if (dollars === undefined) return [];
  const { publisher, series, title } = PRICE_INDEX_SOURCE;
  const isBack = measure === "returned" || measure === "net";
  const later = yearOf(to);
  const first = LAST_INDEX_YEAR + 1;
  const years = later === first ? String(first) : `${first} and later`;
  return [
    `Each amount is multiplied by the ${title} of ${dollars} and divided by that of the year of the theft${isBack ? ", also what came back later" : ""}. Index: ${publisher}, series ${series}.`,
    ...(later < first
      ? []
      : [
          `${years} ${later === first ? "has" : "have"} no annual average yet: amounts of ${later === first ? "that year" : "those years"} count like those of ${LAST_INDEX_YEAR}.`,
        ]),
    ...(hasThreshold ? ["The least amount asked for is one at the time of the theft."] : []),
  ];
}

/** A subject whose parts are shown as shares: `Share of losses`. */
export function shareSubject(noun: string): string {
  return `Share of ${noun.charAt(0).toLowerCase()}${noun.slice(1)}`;
}

/** What 100 % of a column is. */
export function columnShareNotes(interval: Interval, measure: Measure): string[] {
  const whole = measure === "count" ? "the number of incidents" : "the sum of all known amounts";
  return [`100% is ${whole} of a ${interval}: the number above a column.`];
}

/**
 * What 100 % of ranked bars is.
 * @param total as text: `$1.94bn`, or `812 incidents`
 */
export function totalShareNotes(measure: Measure, total: string): string[] {
  const whole =
    measure === "count" ? `the number of all, ${total}` : `the sum of all known amounts, ${total}`;
  return [`100% is ${whole}.`];
}

/** What 100 % of bars of a tree is, which add up to more than that. */
export function treeShareNotes(measure: Measure, total: string): string[] {
  return [
    ...totalShareNotes(measure, total),
    "Bars of actors and of their parts are of the same incidents, so that they add up to more.",
  ];
}

/** What a logarithmic axis is, in the subtitle. */
export const LOG_AXIS = "logarithmic axis";

/** How lines are read along a logarithmic axis. */
export const LOG_LINE_NOTE =
  "The axis is logarithmic: each line across is ten times the one below. A line begins with its first amount, as zero has no place there.";

/** What is written where there is nothing that a median could be of, and behind the median of all. */
export const MEDIAN_WORDS = { none: "none", overall: "overall" } as const;

/**
 * Of how many incidents the medians of a chart are.
 * @param counts of each month, quarter or year those whose amount is known
 */
export function medianNotes(interval: Interval, counts: readonly number[]): string[] {
  const some = counts.filter((count) => count > 0);
  const [least, most] = [Math.min(...some), Math.max(...some)];
  if (some.length === 0) return [];
  const how = least === most ? String(most) : `${least} to ${most}`;
  return [`The median of a ${interval} is of ${how} incident${most === 1 ? "" : "s"}.`];
}

/** What a median is of. */
export const MEDIAN_RULE = "median of incidents whose amount is known";
