import type { BarModel, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import { barChart, dollarColumn, tableRow } from "@/lib/statistics/charts/grouped/bar-chart";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { moneyUnit } from "@/lib/statistics/charts/model/amount-unit";
import type { ChartContext, ChartTable } from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  shareColumn,
  unknownColumns,
  WHOLE,
} from "@/lib/statistics/charts/model/chart-numbers";
import { amountAxis } from "@/lib/statistics/charts/model/money-axis";
import { amountHeading, shareText } from "@/lib/statistics/charts/text/bar-text";
import { type Span, unknownSizeNotes } from "@/lib/statistics/charts/text/chart-text";
import {
  knownOf,
  type SizeClass,
  type Threshold,
} from "@/lib/statistics/distributions/distribution";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Measured } from "@/lib/statistics/totals/measured";
import { NOBODY } from "@/lib/statistics/totals/own-parts";

interface Sized extends ChartContext {
  span: Span;
  total: Measured;
  /** The incidents from an amount upwards, or those of unknown size; null where no list holds just these. */
  hrefFor: (part: Pick<Filters, "least" | "loss">) => string | null;
}

/** A size as a language calls it. */
export function sizeLabel({ below, from }: Pick<SizeClass, "from" | "below">, words: ChartWords) {
  const { threshold } = words.number;
  if (below === null) return words.statistics.andMore(threshold(from));
  if (from === 0) return words.statistics.below(threshold(below));
  return words.statistics.between(threshold(from), threshold(below));
}

/** Losses by powers of ten as bars: how many there are, and behind that what they come to. */
export function sizeBars(input: Sized & { sizes: readonly SizeClass[] }): BarModel {
  const { hrefFor, sizes, span, total, words = ENGLISH } = input;
  const { number } = words;
  const unit = moneyUnit(sizes.map(({ amount }) => amount));
  const asideOf = asideIn(total, unit, words);
  const labels = sizes.map((size) => sizeLabel(size, words));
  const isNothing = total.incidents === 0;
  const bars: RankedBar[] = sizes.map((size, place) => ({
    ...barOf(size, labels[place] ?? "", `from-${size.from}`),
    aside: size.incidents === 0 ? "" : asideOf(size.amount),
    href: size.below === null ? hrefFor({ least: size.from }) : null,
  }));
  const unknown: RankedBar[] =
    total.unknownSize === 0
      ? []
      : [
          {
            ...barOf({ incidents: total.unknownSize }, words.table.unknownSize, NOBODY),
            kind: "nobody",
            href: hrefFor({ loss: "unknown" }),
          },
        ];
  const amount = amountColumn("gross");
  const commonest = sizes
    .map((size, place) => ({ ...size, label: labels[place] ?? "" }))
    .toSorted((one, other) => other.incidents - one.incidents)[0];
  return barChart(input, {
    subject: words.subject.count,
    split: words.splitNames.size,
    measure: "count",
    span,
    plot: plotOf(isNothing ? [] : [...bars, ...unknown]),
    notes: [],
    finding:
      findingOfNone(total, words) ??
      words.statistics.finding.commonest(
        words.inside(commonest?.label ?? ""),
        number.whole(commonest?.incidents ?? 0),
        number.whole(knownOf(total)),
      ),
    table: tableOf(
      words.statistics.table.size,
      [
        ...bars.map((bar, place) => ({ ...bar, sum: sizes[place]?.amount ?? 0 })),
        ...unknown.map((bar) => ({ ...bar, sum: null })),
      ],
      input,
    ),
    numbers: chartNumbers(
      "gross",
      {
        columns: [
          dollarColumn("size_from_usd", "the smallest loss of this size"),
          dollarColumn("size_below_usd", "what losses of this size are below; empty for no end"),
          amount,
          shareColumn(),
          ...unknownColumns("gross"),
        ],
        rows: [
          ...sizes.map(({ amount: sum, below, from, incidents }) => [
            from,
            below,
            sum,
            total.amount > 0 ? sum / total.amount : null,
            incidents,
            0,
          ]),
          ...(total.unknownSize === 0
            ? []
            : [[null, null, null, null, total.unknownSize, total.unknownSize]]),
        ],
      },
      { column: amount.name, by: null, level: null },
      [[WHOLE, total]],
    ),
  });
}

/** Thresholds as bars: how many losses reach them, and behind that what they come to. */
export function thresholdBars(input: Sized & { thresholds: readonly Threshold[] }): BarModel {
  const { hrefFor, span, thresholds, total, words = ENGLISH } = input;
  const { number, statistics } = words;
  const unit = moneyUnit(thresholds.map(({ amount }) => amount));
  const asideOf = asideIn(total, unit, words);
  const bars: RankedBar[] = thresholds.map((threshold) => ({
    ...barOf(
      threshold,
      statistics.andMore(number.threshold(threshold.least)),
      `least-${threshold.least}`,
    ),
    aside: threshold.incidents === 0 ? "" : asideOf(threshold.amount),
    href: hrefFor({ least: threshold.least }),
  }));
  const [lowest] = thresholds;
  return barChart(input, {
    subject: statistics.subject.thresholds,
    split: null,
    measure: "count",
    span,
    plot: plotOf(total.incidents === 0 ? [] : bars),
    notes: [statistics.note.thresholds, ...unknownSizeNotes(total.unknownSize, "gross", words)],
    finding:
      findingOfNone(total, words) ??
      statistics.finding.reaching(
        number.whole(lowest?.incidents ?? 0),
        number.whole(knownOf(total)),
        number.threshold(lowest?.least ?? 0),
        shareText(lowest?.amount ?? 0, total.amount, words) || number.percent("0"),
      ),
    table: tableOf(
      statistics.table.atLeast,
      bars.map((bar, place) => ({ ...bar, sum: thresholds[place]?.amount ?? 0 })),
      input,
    ),
    numbers: chartNumbers(
      "gross",
      {
        columns: [
          dollarColumn("at_least_usd", "what losses are counted from"),
          amountColumn("gross"),
          shareColumn(),
          ...unknownColumns("gross").slice(0, 1),
        ],
        rows: thresholds.map(({ amount: sum, incidents, least }) => [
          least,
          sum,
          total.amount > 0 ? sum / total.amount : null,
          incidents,
        ]),
      },
      null,
      [[WHOLE, total]],
    ),
  });
}

function barOf({ incidents }: { incidents: number }, label: string, key: string): RankedBar {
  return {
    key,
    label,
    kind: "part",
    depth: 0,
    amount: incidents,
    incidents,
    unknownSize: 0,
    aside: "",
    range: null,
    href: null,
  };
}

/** A sum and its share of the total, behind a bar. */
function asideIn(total: Measured, unit: ReturnType<typeof moneyUnit>, words: ChartWords) {
  return (amount: number) =>
    [words.number.inUnit(unit, amount), shareText(amount, total.amount, words)]
      .filter((text) => text !== "")
      .join(words.comma);
}

function plotOf(bars: RankedBar[]): BarModel["plot"] {
  const most = Math.max(0, ...bars.map(({ amount }) => amount ?? 0));
  return { kind: "bars", axis: amountAxis("incidents", most), bars };
}

function findingOfNone(total: Measured, { finding }: ChartWords): string | null {
  if (total.incidents === 0) return finding.nothing;
  return knownOf(total) === 0 ? finding.sizeUnknown(total.incidents) : null;
}

function tableOf(
  heading: string,
  rows: readonly (RankedBar & { sum: number | null })[],
  { dollars, total, words = ENGLISH }: Sized,
): ChartTable {
  const { number, table } = words;
  const cells = (incidents: number, sum: number | null, href: string | null) => [
    { text: number.whole(incidents), href },
    number.usdExact(sum),
    shareText(sum, total.amount, words),
  ];
  return {
    columns: [heading, table.incidents, amountHeading("gross", words, dollars), table.share],
    rows: [
      ...rows.map(({ href, incidents, label, sum }) =>
        tableRow(label, cells(incidents, sum, href)),
      ),
      tableRow(
        table.all,
        cells(
          total.incidents,
          total.incidents > 0 && knownOf(total) === 0 ? null : total.amount,
          null,
        ),
        true,
      ),
    ],
  };
}
