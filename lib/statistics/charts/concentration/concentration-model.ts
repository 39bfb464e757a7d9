import type { BarModel, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import {
  asShare,
  barChart,
  dollarColumn,
  groupRows,
  moneyHeading,
  rateColumn,
} from "@/lib/statistics/charts/grouped/bar-chart";
import { listed } from "@/lib/statistics/charts/grouped/few-known";
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
import { moneyUnit } from "@/lib/statistics/charts/model/amount-unit";
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
import { shareAxis } from "@/lib/statistics/charts/model/money-axis";
import { amountHeading, leftOutHeading } from "@/lib/statistics/charts/text/bar-text";
import { type Span, unknownSizeNotes } from "@/lib/statistics/charts/text/chart-text";
import {
  type Grouped,
  knownOf,
  type Spread,
  shareOfLargest,
} from "@/lib/statistics/distributions/distribution";
import type { Dimension } from "@/lib/statistics/rules/parameters";

interface ConcentrationBars extends ChartContext {
  /** Null for years. */
  by: Dimension | null;
  /** How many of the largest are added up. */
  count: number;
  span: Span;
  spreads: Grouped<Spread>;
  hrefs: ChartHrefs | undefined;
}

/** Groups as bars of the share that their largest losses have in their sum. */
export function concentrationBars(input: ConcentrationBars): BarModel {
  const { by, count, hrefs, span, spreads, words = ENGLISH } = input;
  const { total } = spreads;
  const groups = namedGroups({ by, span, grouped: spreads, hrefs }, words);
  const drawn = shownGroups(by, groups);
  const named = [...drawn.shown, ...drawn.last];
  const unit = moneyUnit(named.flatMap(({ of }) => [of.amount, of.largestTogether]));
  const toBar = ({ href, key, kind, label, of }: NamedGroup<Spread>): RankedBar => ({
    key,
    label,
    kind,
    depth: 0,
    amount: shareOfLargest(of),
    incidents: of.incidents,
    unknownSize: of.unknownSize,
    aside:
      of.amount === 0
        ? words.incidents(of.incidents)
        : words.statistics.ofWhole(
            words.number.inUnit(unit, of.largestTogether),
            words.number.inUnit(unit, of.amount),
          ),
    range: null,
    href,
  });
  const bars = groupBars(by, drawn, toBar, words);
  const said = words.statistics;
  const whole = words.number.whole(count);
  const all = named.filter(({ of }) => of.amount > 0 && knownOf(of) <= count);
  return barChart(input, {
    subject: said.subject.largestShare(whole),
    split: groupingNoun(by, words),
    measure: "gross",
    span,
    plot: { kind: "bars", axis: shareAxis("usd"), bars },
    notes: [
      all.length === 0 ? null : said.note.all(whole, listed(all, words)),
      ...unknownSizeNotes(total.unknownSize, "gross", words),
    ],
    finding: findingOf(total, whole, words),
    table: tableOf(input, groups, words),
    numbers: numbersOf(by, count, groups, total),
  });
}

function findingOf(total: Spread, count: string, words: ChartWords): string {
  const { finding, number, statistics } = words;
  const share = shareOfLargest(total);
  if (total.incidents === 0) return finding.nothing;
  if (share === null)
    return total.unknownSize === total.incidents
      ? finding.sizeUnknown(total.incidents)
      : finding.nothingAboveZero;
  return statistics.finding.largest(count, number.inUnit("%", share), number.usd(total.amount));
}

function tableOf(
  { by, count, dollars, spreads }: ConcentrationBars,
  groups: readonly NamedGroup<Spread>[],
  words: ChartWords,
): ChartTable {
  const { number, statistics, table } = words;
  const whole = number.whole(count);
  const { largest, largestTogether, shareOfLargest: shareOf } = statistics.table;
  const inDollars = (heading: string) => moneyHeading(heading, dollars, words);
  const cells = (of: Spread, href: string | null) => {
    const isKnown = of.incidents === 0 || knownOf(of) > 0;
    const money = (amount: number | null) => number.usdExact(isKnown ? (amount ?? 0) : null);
    const share = shareOfLargest(of);
    return [
      { text: money(of.amount), href },
      share === null ? "" : number.inUnit("%", share),
      money(of.largestTogether),
      money(of.withoutLargestTogether),
      money(of.largest),
      money(of.withoutLargest),
      number.whole(of.incidents),
      number.whole(of.unknownSize),
    ];
  };
  return {
    columns: [
      groupingHeading(by, words),
      amountHeading("gross", words, dollars),
      shareOf(whole),
      inDollars(largestTogether(whole)),
      inDollars(statistics.table.withoutTogether(whole)),
      inDollars(largest),
      inDollars(statistics.table.withoutLargest),
      table.incidents,
      leftOutHeading("gross", words),
    ],
    rows: groupRows(groups, spreads.total, cells, words),
  };
}

function numbersOf(
  by: Dimension | null,
  count: number,
  groups: readonly NamedGroup<Spread>[],
  total: Spread,
): ChartNumbers {
  const amount = amountColumn("gross");
  return chartNumbers(
    "gross",
    {
      columns: [
        ...groupColumns(by),
        amount,
        dollarColumn("largest_loss_usd", "the largest loss"),
        dollarColumn(`largest_${count}_loss_usd`, `the ${count} largest losses together`),
        dollarColumn("without_largest_usd", "lost without the largest loss"),
        dollarColumn(`without_largest_${count}_usd`, `lost without the ${count} largest losses`),
        rateColumn(`share_of_largest_${count}`, `share of the ${count} largest losses in the sum`),
        ...unknownColumns("gross"),
      ],
      rows: groups.map((group) => {
        const { of } = group;
        const known = (usd: number) => (of.incidents > 0 && knownOf(of) === 0 ? null : usd);
        return [
          ...groupCells(by, group),
          known(of.amount),
          of.largest,
          known(of.largestTogether),
          known(of.withoutLargest),
          known(of.withoutLargestTogether),
          asShare(shareOfLargest(of)),
          ...unknownCells("gross", of),
        ];
      }),
    },
    { column: amount.name, by: null, level: null },
    [[WHOLE, total]],
  );
}
