import type { BarModel, BarPlot, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import { incidentNumbers } from "@/lib/statistics/charts/incidents/incident-numbers";
import { amountText } from "@/lib/statistics/charts/model/amount";
import type { ChartContext, ChartTable } from "@/lib/statistics/charts/model/chart-model";
import { amountAxis } from "@/lib/statistics/charts/model/money-axis";
import { amountHeading, restBar, shareText } from "@/lib/statistics/charts/text/bar-text";
import {
  type Span,
  sourceText,
  spanText,
  subtitleOf,
  unknownSizeNotes,
} from "@/lib/statistics/charts/text/chart-text";
import { alternativeText, titleParts, titlesOf } from "@/lib/statistics/charts/text/chart-title";
import type { Estimate, Measure } from "@/lib/statistics/rules/parameters";
import { unknownSizeText } from "@/lib/statistics/totals/incident-count";
import type { IncidentDot, Measured } from "@/lib/statistics/totals/measured";
import { dateInShort, dateText } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

interface LargestIncidents extends ChartContext {
  measure: Measure;
  estimate: Estimate;
  /** How many somebody asked for; null or left out where there are as many as usual. */
  asked?: number | null;
  span: Span;
  total: Measured;
  /** The largest first. */
  dots: readonly IncidentDot[];
  hrefFor?: ((slug: string) => string) | undefined;
}

const SUBJECTS: Record<Measure, string> = {
  gross: "The largest losses",
  net: "The largest net losses",
  returned: "The largest amounts returned",
  count: "The largest losses",
  median: "The largest losses",
};

/** `The largest losses`, or `The 20 largest losses` where somebody asked for so many. */
function subjectOf({ asked = null, measure }: Pick<LargestIncidents, "asked" | "measure">): string {
  const usual = SUBJECTS[measure];
  return asked === null ? usual : usual.replace("The ", `The ${asked} `);
}

/** What sources span around the best estimate of a gross loss; of nothing else. */
export function rangeOf(
  dot: IncidentDot,
  measure: Measure,
  estimate: Estimate,
): RankedBar["range"] {
  if (measure !== "gross" || estimate !== "best") return null;
  if (dot.amount === null || dot.low === null || dot.high === null) return null;
  return dot.low < dot.high ? { low: dot.low, high: dot.high } : null;
}

/** The largest incidents as bars, each with its day and the range that sources span. */
export function largestIncidents(input: LargestIncidents): BarModel {
  const { hrefFor, measure, span, total } = input;
  const dots = input.dots.filter((dot) => (dot.amount ?? 0) > 0);
  const bars = dots.map(
    (dot): RankedBar => ({
      key: dot.slug,
      label: dot.name,
      kind: "part",
      depth: 0,
      amount: dot.amount,
      incidents: 1,
      unknownSize: 0,
      aside: dateInShort(dot.occurredOn),
      range: rangeOf(dot, measure, input.estimate),
      href: hrefFor ? hrefFor(dot.slug) : null,
    }),
  );
  const left = total.incidents - total.unknownSize - input.dots.length;
  const least = dots.at(-1)?.amount ?? 0;
  const isRanged = bars.some((bar) => bar.range !== null);
  const largest = Math.max(0, ...bars.map((bar) => bar.range?.high ?? bar.amount ?? 0));
  const plot: BarPlot = {
    kind: "bars",
    axis: amountAxis(
      "usd",
      largest,
      bars.map((bar) => bar.amount),
    ),
    bars:
      left > 0 && least > 0
        ? [
            ...bars,
            restBar(measure, { count: left, most: least }, { one: "incident", many: "incidents" }),
          ]
        : bars,
  };
  const title = titleParts({ subject: subjectOf(input), split: null }, input, span);
  return {
    kind: "bars",
    ...titlesOf(title),
    subtitle: subtitleOf(measure, plot.axis, input.ruleText, spanText(span), input.dollars),
    source: sourceText(input.version),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...(isRanged
        ? ["A thin line spans the lowest and the highest amount that sources give."]
        : []),
      ...unknownSizeNotes(total.unknownSize, measure),
    ],
    alternative: alternativeText("Bar chart", title, finding(input, dots[0])),
    asOf: span.to,
    plot,
    table: tableOf(dots, bars, measure, input.dollars),
    numbers: incidentNumbers(input.dots, measure, total),
  };
}

function finding({ measure, total }: LargestIncidents, largest: IncidentDot | undefined): string {
  if (total.incidents === 0) return "nothing is recorded";
  if (largest === undefined) {
    return measure === "returned"
      ? "nothing is known to have been returned"
      : unknownSizeText(total.incidents);
  }
  const share = shareText(largest.amount, total.amount);
  return `${largest.name} of ${dateText(largest.occurredOn)} is the largest with ${amountText("usd", largest.amount)}, ${share} of the total`;
}

function tableOf(
  dots: readonly IncidentDot[],
  bars: readonly RankedBar[],
  measure: Measure,
  dollars: number | undefined,
): ChartTable {
  return {
    columns: ["Incident", "Date", "Category", amountHeading(measure, dollars), "Lowest", "Highest"],
    rows: dots.map((dot, index) => {
      const bar = bars[index];
      const plain = (text: string) => ({ text, href: null });
      return {
        header: { text: dot.name, href: bar?.href ?? null },
        cells: [
          plain(dot.occurredOn),
          plain(termLabel(dot.category)),
          plain(formatUsdExact(dot.amount)),
          plain(bar?.range ? formatUsdExact(bar.range.low) : ""),
          plain(bar?.range ? formatUsdExact(bar.range.high) : ""),
        ],
        depth: 0,
        strong: false,
      };
    }),
  };
}
