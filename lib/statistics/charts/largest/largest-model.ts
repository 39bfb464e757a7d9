import type { BarModel, BarPlot, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import { incidentNumbers } from "@/lib/statistics/charts/incidents/incident-numbers";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { shortDate } from "@/lib/statistics/charts/language/short-date";
import { categoryIn } from "@/lib/statistics/charts/language/terms-in-language";
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
import type { IncidentDot, Measured } from "@/lib/statistics/totals/measured";

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

/** `The largest losses`, or `The 20 largest losses` where somebody asked for so many. */
function subjectOf(
  { asked = null, measure }: Pick<LargestIncidents, "asked" | "measure">,
  { largest, largestOfMany }: ChartWords,
): string {
  return asked === null ? largest[measure] : largestOfMany(asked, measure);
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
  const { hrefFor, measure, span, total, words = ENGLISH } = input;
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
      aside: shortDate(words, dot.occurredOn),
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
        ? [...bars, restBar(measure, { count: left, most: least }, "incident", words)]
        : bars,
  };
  const subject = subjectOf(input, words);
  const title = titleParts({ subject, split: null }, input, span, words);
  return {
    kind: "bars",
    ...titlesOf(title, words),
    subtitle: subtitleOf(measure, plot.axis, input.ruleText, spanText(span, words), {
      words,
      dollars: input.dollars,
    }),
    source: sourceText(input.version, words),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...(isRanged ? [words.note.ranges] : []),
      ...unknownSizeNotes(total.unknownSize, measure, words),
    ],
    alternative: alternativeText(words.kind.bars, title, finding(input, dots[0]), words),
    asOf: span.to,
    plot,
    table: tableOf(dots, bars, measure, words, input.dollars),
    numbers: incidentNumbers(input.dots, measure, total),
  };
}

function finding(
  { measure, total, words = ENGLISH }: LargestIncidents,
  largest: IncidentDot | undefined,
): string {
  const said = words.finding;
  if (total.incidents === 0) return said.nothing;
  if (largest === undefined)
    return measure === "returned" ? said.nothingReturned : said.sizeUnknown(total.incidents);
  return said.largestIncident(
    largest.name,
    words.date.long(largest.occurredOn),
    amountText("usd", largest.amount, words),
    shareText(largest.amount, total.amount, words),
  );
}

function tableOf(
  dots: readonly IncidentDot[],
  bars: readonly RankedBar[],
  measure: Measure,
  words: ChartWords,
  dollars: number | undefined,
): ChartTable {
  const { dimension, date, highest, incident, lowest } = words.table;
  const exact = words.number.usdExact;
  return {
    columns: [
      incident,
      date,
      dimension.category,
      amountHeading(measure, words, dollars),
      lowest,
      highest,
    ],
    rows: dots.map((dot, index) => {
      const bar = bars[index];
      const plain = (text: string) => ({ text, href: null });
      return {
        header: { text: dot.name, href: bar?.href ?? null },
        cells: [
          plain(dot.occurredOn),
          plain(categoryIn(words, dot.category)),
          plain(exact(dot.amount)),
          plain(bar?.range ? exact(bar.range.low) : ""),
          plain(bar?.range ? exact(bar.range.high) : ""),
        ],
        depth: 0,
        strong: false,
      };
    }),
  };
}
