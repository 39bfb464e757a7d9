import type { DotModel, DotPlot } from "@/lib/statistics/charts/dots/dots-plot";
import { dotAmountExact, isBoundedDot } from "@/lib/statistics/charts/incidents/dot-amount";
import { incidentNumbers } from "@/lib/statistics/charts/incidents/incident-numbers";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { categoryIn } from "@/lib/statistics/charts/language/terms-in-language";
import { rangeOf } from "@/lib/statistics/charts/largest/largest-model";
import { moneyUnit } from "@/lib/statistics/charts/model/amount-unit";
import type { ChartContext, ChartTable } from "@/lib/statistics/charts/model/chart-model";
import { logMoneyAxis, moneyAxis } from "@/lib/statistics/charts/model/money-axis";
import { amountHeading } from "@/lib/statistics/charts/text/bar-text";
import {
  impreciseNotes,
  type Span,
  sourceText,
  spanText,
  subtitleOf,
} from "@/lib/statistics/charts/text/chart-text";
import { alternativeText, titleParts, titlesOf } from "@/lib/statistics/charts/text/chart-title";
import type { Axis, Estimate, Measure } from "@/lib/statistics/rules/parameters";
import type { IncidentDot, Measured } from "@/lib/statistics/totals/measured";
import { firstDayOf, precisionOf } from "@/lib/values/dates/day";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";

interface IncidentTimeline extends ChartContext {
  measure: Measure;
  estimate: Estimate;
  axis: Axis;
  span: Span;
  total: Measured;
  /** The largest first, those of unknown size last. */
  dots: readonly IncidentDot[];
  /** How many are named at most. */
  top: number;
  hrefFor?: ((slug: string) => string) | undefined;
  /** All of them, for what the table leaves out. */
  allHref?: string | null | undefined;
}

const DAY = 86_400_000;
/** What counts as large in the alternative text. */
const LARGE = 1e8;
/** A logarithmic axis of almost nothing still spans what incidents usually do. */
const LEAST_FOOT = 1000;
const LEAST_TOP = 1e6;
/** A page need not carry thousands of rows that files hold. */
const TABLE_ROWS = 50;

/** The place of a date: of the first day that it can have been. */
export function dayNumber(date: string): number {
  return Date.parse(`${firstDayOf(date)}T00:00:00Z`) / DAY;
}

/** Every incident as a dot by day and size, the largest named. */
export function incidentTimeline(input: IncidentTimeline): DotModel {
  const { dots, hrefFor, measure, span, words = ENGLISH } = input;
  const first = dayNumber(span.from);
  const sized = dots.filter((dot) => dot.amount !== null);
  const amounts = sized.map((dot) => dot.amount ?? 0);
  const positive = amounts.filter((amount) => amount > 0);
  const ranges = sized.slice(0, input.top).map((dot) => rangeOf(dot, measure, input.estimate));
  const largest = Math.max(0, ...positive, ...ranges.map((range) => range?.high ?? 0));
  const smallest = positive.length > 0 ? Math.min(...positive) : LEAST_FOOT;
  const plot: DotPlot = {
    kind: "dots",
    axis:
      input.axis === "log"
        ? logMoneyAxis(smallest, Math.max(largest, LEAST_TOP))
        : moneyAxis(
            largest,
            moneyUnit([
              largest,
              ...ranges.flatMap((range) => range?.low ?? []),
              ...sized.slice(0, input.top).map((dot) => dot.amount),
            ]),
          ),
    from: span.from,
    to: span.to,
    series: CATEGORIES.flatMap((term) => {
      const own = sized
        .filter((dot) => dot.category === term.value)
        .toSorted((one, other) => one.occurredOn.localeCompare(other.occurredOn));
      if (own.length === 0) return [];
      return [
        {
          key: term.value,
          label: categoryIn(words, term.value),
          colour: `--cat-${term.value}` as const,
          days: own.map((dot) => dayNumber(dot.occurredOn) - first),
          amounts: own.map((dot) => dot.amount ?? 0),
        },
      ];
    }),
    named: sized
      .slice(0, input.top)
      .filter((dot) => (dot.amount ?? 0) > 0)
      .map((dot) => ({
        slug: dot.slug,
        label: dot.name,
        occurredOn: dot.occurredOn,
        at: dayNumber(dot.occurredOn) - first,
        amount: dot.amount ?? 0,
        colour: `--cat-${dot.category}` as const,
        range: rangeOf(dot, measure, input.estimate),
        href: hrefFor ? hrefFor(dot.slug) : null,
      })),
    days: dayNumber(span.to) - first,
    unknownDays: dots
      .filter((dot) => dot.amount === null)
      .map((dot) => dayNumber(dot.occurredOn) - first)
      .toSorted((one, other) => one - other),
  };
  const title = titleParts(
    {
      subject: words.eachIncident,
      split: words.split([words.splitNames.day, words.splitNames.size]),
    },
    input,
    span,
    words,
  );
  const scale = plot.axis.isLog ? words.subtitle.logarithmic : "";
  return {
    kind: "dots",
    ...titlesOf(title, words),
    subtitle: subtitleOf(
      measure,
      plot.axis,
      [input.ruleText, scale].filter(Boolean).join(words.comma),
      spanText(span, words),
      { words, dollars: input.dollars },
    ),
    source: sourceText(input.version, words),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...notesOf(plot, words),
      ...boundNotes(input),
      ...impreciseNotes(dots.filter((dot) => precisionOf(dot.occurredOn) !== "day").length, words),
    ],
    alternative: alternativeText(
      plot.axis.isLog ? words.kind.logDots : words.kind.dots,
      title,
      finding(input, plot),
      words,
    ),
    asOf: span.to,
    plot,
    table: tableOf(input),
    numbers: incidentNumbers(dots, measure, input.total),
  };
}

function notesOf(plot: DotPlot, words: ChartWords): string[] {
  const { note, number } = words;
  const notes: string[] = [];
  if (plot.named.some((dot) => dot.range !== null)) notes.push(note.ranges);
  const below = plot.series.flatMap((series) =>
    series.amounts.filter((amount) => plot.axis.isLog && amount < plot.axis.min),
  ).length;
  if (below > 0) notes.push(note.below(below, number.usd(plot.axis.min)));
  const unknown = plot.unknownDays.length;
  if (unknown > 0) notes.push(note.unknownTicks(unknown));
  return notes;
}

/** Of those without an amount, the ones of which a bound is known. */
function boundNotes({ dots, measure, words = ENGLISH }: IncidentTimeline): string[] {
  const bounded = dots.filter((dot) => isBoundedDot(dot, measure)).length;
  return bounded === 0 ? [] : [words.note.bounded(bounded)];
}

function finding(
  { dots, measure, total, words = ENGLISH }: IncidentTimeline,
  plot: DotPlot,
): string {
  const [largest] = plot.named;
  const said = words.finding;
  if (total.incidents === 0) return said.nothing;
  if (largest === undefined) {
    return dots.some((dot) => isBoundedDot(dot, measure))
      ? said.noBestEstimate(total.incidents)
      : said.sizeUnknown(total.incidents);
  }
  const large = dots.filter((dot) => (dot.amount ?? 0) >= LARGE).length;
  const day = words.date.long(largest.occurredOn);
  const found = said.largestDot(largest.label, day, words.number.usd(largest.amount));
  return large > 1
    ? found + said.reaching(large, total.incidents, words.number.threshold(LARGE))
    : found;
}

function tableOf({
  allHref,
  dollars,
  dots,
  hrefFor,
  measure,
  words = ENGLISH,
}: IncidentTimeline): ChartTable {
  const { date, dimension, incident } = words.table;
  const plain = (text: string) => ({ text, href: null });
  const more = dots.length - TABLE_ROWS;
  return {
    columns: [incident, date, dimension.category, amountHeading("gross", words, dollars)],
    rows: [
      ...dots.slice(0, TABLE_ROWS).map((dot) => ({
        header: { text: dot.name, href: hrefFor ? hrefFor(dot.slug) : null },
        cells: [
          plain(dot.occurredOn),
          plain(categoryIn(words, dot.category)),
          plain(dotAmountExact(dot, measure, words)),
        ],
        depth: 0,
        strong: false,
      })),
      ...(more > 0
        ? [
            {
              header: {
                text: words.table.more(more),
                href: allHref ?? null,
              },
              cells: [plain(""), plain(""), plain("")],
              depth: 0,
              strong: false,
            },
          ]
        : []),
    ],
  };
}
