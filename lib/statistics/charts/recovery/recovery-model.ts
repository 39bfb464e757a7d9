import type { BarModel, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import {
  asShare,
  barChart,
  dollarColumn,
  groupRows,
  moneyHeading,
  rateColumn,
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
  wholeColumn,
} from "@/lib/statistics/charts/model/chart-numbers";
import { rateAxis } from "@/lib/statistics/charts/model/money-axis";
import { amountHeading, knownAmount } from "@/lib/statistics/charts/text/bar-text";
import type { Span } from "@/lib/statistics/charts/text/chart-text";
import {
  type Grouped,
  type Recovery,
  rateOfAll,
  rateOfKnown,
} from "@/lib/statistics/distributions/distribution";
import type { Dimension } from "@/lib/statistics/rules/parameters";

interface RecoveryBars extends ChartContext {
  /** Null for years. */
  by: Dimension | null;
  span: Span;
  recoveries: Grouped<Recovery>;
  hrefs: ChartHrefs | undefined;
}

/** Groups as bars of what came back in percent of what was lost, of incidents of which both are known. */
export function recoveryBars(input: RecoveryBars): BarModel {
  const { by, hrefs, recoveries, span, words = ENGLISH } = input;
  const { total } = recoveries;
  const groups = namedGroups(
    { by, span, grouped: recoveries, hrefs, countedOf: ({ known }) => known },
    words,
  );
  const drawn = shownGroups(by, groups);
  const named = [...drawn.shown, ...drawn.last];
  const unit = moneyUnit(named.flatMap(({ of }) => [of.returnedOfKnown, of.lostOfKnown]));
  const toBar = ({ href, key, kind, label, of }: NamedGroup<Recovery>): RankedBar => ({
    key,
    label,
    kind,
    depth: 0,
    amount: rateOfKnown(of),
    incidents: of.incidents,
    unknownSize: of.incidents - of.known,
    aside:
      of.known === 0
        ? words.incidents(of.incidents)
        : [
            words.statistics.ofWhole(
              words.number.inUnit(unit, of.returnedOfKnown),
              words.number.inUnit(unit, of.lostOfKnown),
            ),
            words.label.partlyReturned(of.incidents, of.known),
          ].join(words.comma),
    range: null,
    href,
  });
  const bars = groupBars(by, drawn, toBar, words);
  const { finding, note, subject } = words.statistics;
  const { whole } = words.number;
  const ofAll = rateOfAll(total);
  return barChart(input, {
    subject: subject.recovery,
    split: groupingNoun(by, words),
    measure: "returned",
    span,
    plot: {
      kind: "bars",
      axis: rateAxis(Math.max(0, ...bars.map(({ amount }) => amount ?? 0))),
      bars,
    },
    notes: [
      note.recovery(whole(total.known), whole(total.incidents)),
      ofAll === null || total.known === 0
        ? null
        : note.ofAll(words.number.inUnit("%", ofAll), words.number.usd(total.lost)),
      fewNote(named, ({ known }) => known, words),
    ],
    finding: findingOf(total, words),
    table: tableOf(input, groups, words),
    numbers: numbersOf(by, groups, total),
  });

  function findingOf(of: Recovery, said: ChartWords): string {
    if (of.incidents === 0) return said.finding.nothing;
    const rate = rateOfKnown(of);
    if (rate === null) return finding.noRecovery;
    return finding.recovery(
      said.number.inUnit("%", rate),
      said.number.usd(of.lostOfKnown),
      whole(of.known),
      whole(of.incidents),
    );
  }
}

function tableOf(
  { by, dollars, recoveries }: RecoveryBars,
  groups: readonly NamedGroup<Recovery>[],
  words: ChartWords,
): ChartTable {
  const { number, statistics, table } = words;
  const said = statistics.table;
  const inDollars = (heading: string) => moneyHeading(heading, dollars, words);
  const percent = (rate: number | null) => (rate === null ? "" : number.inUnit("%", rate));
  const cells = (of: Recovery, href: string | null) => [
    percent(rateOfKnown(of)),
    number.usdExact(of.known === 0 && of.incidents > 0 ? null : of.returnedOfKnown),
    number.usdExact(of.known === 0 && of.incidents > 0 ? null : of.lostOfKnown),
    number.whole(of.known),
    { text: number.whole(of.incidents), href },
    number.usdExact(knownAmount(of)),
    percent(rateOfAll(of)),
  ];
  return {
    columns: [
      groupingHeading(by, words),
      said.rateOfKnown,
      inDollars(said.returnedOfKnown),
      inDollars(said.lostOfKnown),
      said.knownReturns,
      table.incidents,
      amountHeading("returned", words, dollars),
      said.rateOfAll,
    ],
    rows: groupRows(groups, recoveries.total, cells, words),
  };
}

function numbersOf(
  by: Dimension | null,
  groups: readonly NamedGroup<Recovery>[],
  total: Recovery,
): ChartNumbers {
  const amount = amountColumn("returned");
  return chartNumbers(
    "returned",
    {
      columns: [
        ...groupColumns(by),
        amount,
        ...unknownColumns("returned"),
        wholeColumn(
          "incidents_known",
          "incidents of which both the loss and what was returned are known",
          "incidents",
        ),
        dollarColumn("returned_of_known_usd", "returned by these"),
        dollarColumn("lost_of_known_usd", "lost by these"),
        rateColumn("recovery_rate_known", "returned by these, divided by what they lost"),
        dollarColumn("lost_of_all_usd", "lost by all incidents of known size"),
        rateColumn(
          "recovery_rate_all",
          "returned by these, divided by what all incidents of known size lost: what is not known counts as nothing",
        ),
      ],
      rows: groups.map((group) => {
        const { of } = group;
        return [
          ...groupCells(by, group),
          knownAmount(of),
          ...unknownCells("returned", of),
          of.known,
          of.known === 0 ? null : of.returnedOfKnown,
          of.known === 0 ? null : of.lostOfKnown,
          asShare(rateOfKnown(of)),
          of.lost,
          asShare(rateOfAll(of)),
        ];
      }),
    },
    { column: amount.name, by: null, level: null },
    [[WHOLE, total]],
  );
}
