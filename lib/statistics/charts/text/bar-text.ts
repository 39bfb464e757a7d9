import type { RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import { amountKindOf, amountText, formatAmountExact } from "@/lib/statistics/charts/model/amount";
import type { ChartTable } from "@/lib/statistics/charts/model/chart-model";
import type { Measure } from "@/lib/statistics/rules/parameters";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
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
export function countAside(measure: Measure, total: BarTotal): string {
  if (measure === "count") return "";
  const isPartly = total.unknownSize > 0 && total.unknownSize < total.incidents;
  if (measure === "returned")
    return `${incidentsText(total.incidents)}${isPartly ? `, known of ${total.incidents - total.unknownSize}` : ""}`;
  return (
    incidentsText(total.incidents) + (isPartly ? `, ${total.unknownSize} of unknown size` : "")
  );
}

/**
 * A row without a bar for so many that are too small to show, the largest of them with `most`; they may overlap,
 * so that no sum of them would be honest.
 */
export function restBar(
  measure: Measure,
  rest: { count: number; most: number },
  noun: { one: string; many: string },
): RankedBar {
  const { most } = rest;
  const isOne = rest.count === 1;
  const count = `${rest.count.toLocaleString("en-GB")} more ${isOne ? noun.one : noun.many}`;
  const each = isOne ? "" : "each ";
  return {
    key: OTHERS,
    label:
      most > 0
        ? `${count}, ${each}${amountText(amountKindOf(measure), most)} or ${measure === "count" ? "fewer" : "less"}`
        : `${count}, ${measure === "returned" ? "nothing known" : "of unknown size"}`,
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
 * @param amounts what their column is headed, and whether each amount's share of everything stands beside it
 */
export function barTable(
  heading: string,
  measure: Measure,
  bars: readonly RankedBar[],
  total: BarTotal,
  amounts: { heading: string; hasShares: boolean },
): ChartTable {
  const { hasShares } = amounts;
  const kind = amountKindOf(measure);
  const isCount = measure === "count";
  const tail = (of: BarTotal | RankedBar, href: string | null) =>
    isCount
      ? []
      : [
          { text: of.incidents.toLocaleString("en-GB"), href },
          { text: of.unknownSize.toLocaleString("en-GB"), href: null },
        ];
  const share = (amount: number | null) =>
    hasShares ? [{ text: shareText(amount, total.amount), href: null }] : [];
  return {
    columns: [
      heading,
      amounts.heading,
      ...(hasShares ? ["Share of the total"] : []),
      ...(isCount ? [] : ["Incidents", leftOutHeading(measure)]),
    ],
    rows: [
      ...bars.map((bar) => ({
        header: { text: bar.label, href: null },
        cells: [
          { text: formatAmountExact(kind, bar.amount), href: bar.href },
          ...share(bar.amount),
          ...tail(bar, bar.href),
        ],
        depth: bar.depth,
        strong: false,
      })),
      {
        header: { text: "All incidents, each once", href: null },
        cells: [
          { text: formatAmountExact(kind, knownAmount(total)), href: null },
          ...share(knownAmount(total)),
          ...tail(total, null),
        ],
        depth: 0,
        strong: true,
      },
    ],
  };
}

const HEADINGS: Record<Measure, string> = {
  gross: "US dollars lost",
  net: "US dollars lost, net",
  returned: "US dollars returned",
  count: "Incidents",
  median: "Median loss, US dollars",
};

/** What a table's column of amounts is headed. */
export function amountHeading(measure: Measure, dollars?: number): string {
  const heading = HEADINGS[measure];
  return dollars === undefined
    ? heading
    : heading.replace("US dollars", `US dollars of ${dollars}`);
}

/** A share in whole percent, `34%` or `<1%`; nothing where there is no whole or no part. */
export function shareText(amount: number | null, total: number): string {
  if (amount === null || total <= 0) return "";
  const percent = (amount / total) * 100;
  return percent > 0 && percent < 1 ? "<1%" : `${Math.round(percent)}%`;
}

/** How many there are, and the largest amount among them. */
export function restOf(rest: readonly BarTotal[]): { count: number; most: number } {
  return { count: rest.length, most: Math.max(0, ...rest.map((each) => each.amount)) };
}

/** What the number of incidents that an amount leaves out is called. */
export function leftOutHeading(measure: Measure): string {
  return measure === "returned" ? "Of which nobody has said" : "Of unknown size";
}

/** The text with its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
