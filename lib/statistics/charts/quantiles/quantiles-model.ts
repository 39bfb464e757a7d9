import type { BarModel, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import {
  barChart,
  dollarColumn,
  groupRows,
  moneyHeading,
} from "@/lib/statistics/charts/grouped/bar-chart";
import { fewNote } from "@/lib/statistics/charts/grouped/few-known";
import {
  groupBars,
  groupCells,
  groupColumns,
  groupingHeading,
  groupingNoun,
  type NamedGroup,
  namedGroups,
  shownGroups,
} from "@/lib/statistics/charts/grouped/groups";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import type { AmountUnit } from "@/lib/statistics/charts/model/amount-unit";
import type { ChartHrefs } from "@/lib/statistics/charts/model/chart-hrefs";
import type {
  ChartContext,
  ChartNumbers,
  ChartTable,
} from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  unknownCells,
  unknownColumns,
  WHOLE,
} from "@/lib/statistics/charts/model/chart-numbers";
import { amountAxis } from "@/lib/statistics/charts/model/money-axis";
import { amountHeading, leftOutHeading } from "@/lib/statistics/charts/text/bar-text";
import { type Span, unknownSizeNotes } from "@/lib/statistics/charts/text/chart-text";
import { type Grouped, knownOf, type Spread } from "@/lib/statistics/distributions/distribution";
import type { Dimension } from "@/lib/statistics/rules/parameters";

interface QuantileBars extends ChartContext {
  /** Null for years. */
  by: Dimension | null;
  span: Span;
  spreads: Grouped<Spread>;
  hrefs: ChartHrefs | undefined;
}

/** Groups as bars of their median, each with a line from the lower to the upper quartile. */
export function quantileBars(input: QuantileBars): BarModel {
  const { by, hrefs, span, spreads, words = ENGLISH } = input;
  const { total } = spreads;
  const groups = namedGroups({ by, span, grouped: spreads, hrefs, countedOf: knownOf }, words);
  const drawn = shownGroups(by, groups);
  const amounts = [...drawn.shown, ...drawn.last].flatMap(({ of }) => [
    of.lower,
    of.median,
    of.upper,
  ]);
  const axis = amountAxis("usd", Math.max(0, ...amounts.map((each) => each ?? 0)), amounts);
  const bars = groupBars(by, drawn, (group) => toBar(group, axis.unit, words), words);
  const said = words.statistics;
  return barChart(input, {
    subject: said.subject.quantiles,
    split: groupingNoun(by, words),
    measure: "median",
    span,
    plot: { kind: "bars", axis, bars },
    notes: [
      said.note.quantiles,
      fewNote([...drawn.shown, ...drawn.last], knownOf, words),
      ...unknownSizeNotes(total.unknownSize, "median", words),
    ],
    finding: findingOf(total, words),
    table: tableOf(input, groups, words),
    numbers: numbersOf(by, groups, total),
  });
}

function toBar(
  { href, key, kind, label, of }: NamedGroup<Spread>,
  unit: AmountUnit,
  words: ChartWords,
): RankedBar {
  const { incidents, lower, median, unknownSize, upper } = of;
  const write = (amount: number) => words.number.inUnit(unit, amount);
  // The quartiles are written too: behind a long line the median would be taken for its end.
  const range =
    lower === null || upper === null || lower === upper ? null : { low: lower, high: upper };
  return {
    key,
    label,
    kind,
    depth: 0,
    amount: median,
    incidents,
    unknownSize,
    aside: [
      ...(range === null ? [] : [words.table.between(write(range.low), write(range.high))]),
      median === null ? words.incidents(incidents) : words.incidents(knownOf(of)),
    ].join(words.comma),
    range,
    href,
  };
}

function findingOf(total: Spread, words: ChartWords): string {
  const { finding, number, statistics } = words;
  if (total.incidents === 0) return finding.nothing;
  const { lower, median, upper } = total;
  if (median === null) return finding.sizeUnknown(total.incidents);
  return statistics.finding.quantiles(number.usd(median), number.usd(lower), number.usd(upper));
}

const QUANTILES = [
  { name: "p10_loss_usd", percent: 10, of: (spread: Spread) => spread.tenth },
  { name: "p25_loss_usd", percent: 25, of: (spread: Spread) => spread.lower },
  { name: "median_loss_usd", percent: 50, of: (spread: Spread) => spread.median },
  { name: "p75_loss_usd", percent: 75, of: (spread: Spread) => spread.upper },
  { name: "p90_loss_usd", percent: 90, of: (spread: Spread) => spread.ninetieth },
] as const;

function tableOf(
  { by, dollars, spreads }: QuantileBars,
  groups: readonly NamedGroup<Spread>[],
  words: ChartWords,
): ChartTable {
  const { number, statistics, table } = words;
  const inDollars = (heading: string) => moneyHeading(heading, dollars, words);
  const cells = (of: Spread, href: string | null) => [
    ...QUANTILES.map((quantile) =>
      of.incidents === 0 ? words.label.none : number.usdExact(quantile.of(of)),
    ),
    { text: number.whole(of.incidents), href },
    number.whole(of.unknownSize),
  ];
  return {
    columns: [
      groupingHeading(by, words),
      ...QUANTILES.map(({ percent }) =>
        percent === 50
          ? amountHeading("median", words, dollars)
          : inDollars(statistics.table.quantile(number.percent(String(percent)))),
      ),
      table.incidents,
      leftOutHeading("median", words),
    ],
    rows: groupRows(groups, spreads.total, cells, words),
  };
}

function numbersOf(
  by: Dimension | null,
  groups: readonly NamedGroup<Spread>[],
  total: Spread,
): ChartNumbers {
  return chartNumbers(
    "median",
    {
      columns: [
        ...groupColumns(by),
        ...QUANTILES.map(({ name, percent }) =>
          percent === 50
            ? amountColumn("median")
            : dollarColumn(
                name,
                `the loss that ${percent} percent of the known ones lie below; halfway between two where it falls between them`,
              ),
        ),
        ...unknownColumns("median"),
      ],
      rows: groups.map((group) => [
        ...groupCells(by, group),
        ...QUANTILES.map((quantile) => quantile.of(group.of)),
        ...unknownCells("median", group.of),
      ]),
    },
    null,
    [[WHOLE, { ...total, amount: total.median ?? 0 }]],
  );
}
