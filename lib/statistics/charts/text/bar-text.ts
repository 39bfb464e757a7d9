import type { RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import type { ChartWords, RankedNoun } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { amountKindOf, amountText, formatAmountExact } from "@/lib/statistics/charts/model/amount";
import type { ChartTable } from "@/lib/statistics/charts/model/chart-model";
import type { Dimension, Measure } from "@/lib/statistics/rules/parameters";
import { OTHERS } from "@/lib/statistics/totals/own-parts";

/** A sum of a measure with what it leaves out. */
export interface BarTotal {
  incidents: number;
  unknownSize: number;
  amount: number;
}

/** The amount, or null where nobody knows that of any incident; a median of no incident is none either. */
export function knownMeasure(measure: Measure, total: BarTotal): number | null {
  return measure === "median" && total.incidents === 0 ? null : knownAmount(total);
}

/** The amount, or null where nobody knows that of any incident. */
export function knownAmount(total: BarTotal): number | null {
  return total.incidents === total.unknownSize && total.incidents > 0 ? null : total.amount;
}

/** What is behind a bar's amount: how many incidents, and how many of them it leaves out. */
export function countAside(
  measure: Measure,
  { incidents, unknownSize }: BarTotal,
  words: ChartWords = ENGLISH,
): string {
  if (measure === "count") return "";
  const isPartly = unknownSize > 0 && unknownSize < incidents;
  if (!isPartly) return words.incidents(incidents);
  return measure === "returned"
    ? words.label.partlyReturned(incidents, incidents - unknownSize)
    : words.label.partlyUnknown(incidents, unknownSize);
}

/**
 * A row without a bar for so many that are too small to show, the largest of them with `most`; they may overlap,
 * so that no sum of them would be honest.
 */
export function restBar(
  measure: Measure,
  { count, most }: { count: number; most: number },
  noun: RankedNoun,
  words: ChartWords = ENGLISH,
): RankedBar {
  const amount = most > 0 ? amountText(amountKindOf(measure), most, words) : null;
  return {
    key: OTHERS,
    label: words.label.rest(count, noun, amount, measure),
    kind: "rest",
    depth: 0,
    amount: null,
    incidents: 0,
    unknownSize: 0,
    aside: "",
    range: null,
    href: null,
  };
}

/**
 * The bars as a table that ends with everything, each incident once.
 * @param amounts in which language, the year in whose dollars they are, and whether each amount's share of everything stands beside it
 */
export function barTable(
  by: Dimension,
  measure: Measure,
  bars: readonly RankedBar[],
  total: BarTotal,
  amounts: { words?: ChartWords; dollars?: number | undefined; hasShares?: boolean } = {},
): ChartTable {
  const { words = ENGLISH, dollars, hasShares = false } = amounts;
  const kind = amountKindOf(measure);
  const isCount = measure === "count";
  const tail = (of: BarTotal | RankedBar, href: string | null) =>
    isCount
      ? []
      : [
          { text: words.number.whole(of.incidents), href },
          { text: words.number.whole(of.unknownSize), href: null },
        ];
  const share = (amount: number | null) =>
    hasShares ? [{ text: shareText(amount, total.amount, words), href: null }] : [];
  return {
    columns: [
      words.table.dimension[by],
      amountHeading(measure, words, dollars),
      ...(hasShares ? [words.table.share] : []),
      ...(isCount ? [] : [words.table.incidents, leftOutHeading(measure, words)]),
    ],
    rows: [
      ...bars.map((bar) => ({
        header: { text: bar.label, href: null },
        cells: [
          { text: formatAmountExact(kind, bar.amount, words), href: bar.href },
          ...share(bar.amount),
          ...tail(bar, bar.href),
        ],
        depth: bar.depth,
        strong: false,
      })),
      {
        header: { text: words.table.all, href: null },
        cells: [
          { text: formatAmountExact(kind, knownAmount(total), words), href: null },
          ...share(knownAmount(total)),
          ...tail(total, null),
        ],
        depth: 0,
        strong: true,
      },
    ],
  };
}

/** What a table's column of amounts is headed. @param dollars the year in whose dollars they are */
export function amountHeading(
  measure: Measure,
  { table }: ChartWords = ENGLISH,
  dollars?: number,
): string {
  const heading = table.amounts[measure];
  return dollars === undefined ? heading : table.inDollars(heading, dollars);
}

/** A share in whole percent, `34%` or `<1%`; nothing where there is no whole or no part. */
export function shareText(
  amount: number | null,
  total: number,
  words: ChartWords = ENGLISH,
): string {
  if (amount === null || total <= 0) return "";
  const percent = (amount / total) * 100;
  return words.number.percent(percent > 0 && percent < 1 ? "<1" : String(Math.round(percent)));
}

/** How many there are, and the largest amount among them. */
export function restOf(rest: readonly BarTotal[]): { count: number; most: number } {
  return { count: rest.length, most: Math.max(0, ...rest.map((each) => each.amount)) };
}

/** What the number of incidents that an amount leaves out is called. */
export function leftOutHeading(measure: Measure, words: ChartWords = ENGLISH): string {
  return measure === "returned" ? words.table.nobodySaid : words.table.unknownSize;
}

/** The text with its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
