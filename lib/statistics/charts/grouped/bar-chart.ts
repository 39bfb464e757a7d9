import type { BarModel, BarPlot } from "@/lib/statistics/charts/bars/bars-plot";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import type {
  ChartContext,
  ChartNumbers,
  ChartTable,
  DataColumn,
  TableCell,
} from "@/lib/statistics/charts/model/chart-model";
import {
  type Span,
  sourceText,
  spanText,
  subtitleOf,
} from "@/lib/statistics/charts/text/chart-text";
import { alternativeText, titleParts, titlesOf } from "@/lib/statistics/charts/text/chart-title";
import type { Measure } from "@/lib/statistics/rules/parameters";
import type { NamedGroup } from "./groups";

/** What bars of a statistic are made of, said of what they show. */
interface BarChart {
  subject: string;
  /** What it is by: `year`. Null where the subject says it. */
  split: string | null;
  /** What the subtitle says amounts are. */
  measure: Measure;
  span: Span;
  plot: BarPlot;
  notes: readonly (string | null)[];
  finding: string;
  table: ChartTable;
  numbers: ChartNumbers;
}

/** A chart of bars with its title, subtitle and alternative text. */
export function barChart(context: ChartContext, chart: BarChart): BarModel {
  const { words = ENGLISH } = context;
  const { finding, measure, notes, numbers, plot, span, split, subject, table } = chart;
  const title = titleParts(
    { subject, split: split === null ? null : words.split([split]) },
    context,
    span,
    words,
  );
  return {
    kind: "bars",
    ...titlesOf(title, words),
    subtitle: subtitleOf(measure, plot.axis, context.ruleText, spanText(span, words), {
      words,
      dollars: context.dollars,
    }),
    source: sourceText(context.version, words),
    address: context.permanentUrl,
    shortId: context.shortId ?? null,
    notes: notes.filter((note) => note !== null),
    alternative: alternativeText(words.kind.bars, title, finding, words),
    asOf: span.to,
    plot,
    table,
    numbers,
  };
}

/** A row of a table beside a chart: cells that lead nowhere, and one that leads to the incidents. */
export function tableRow(
  label: string,
  texts: readonly (string | TableCell)[],
  isTotal = false,
): ChartTable["rows"][number] {
  return {
    header: { text: label, href: null },
    cells: texts.map((text) => (typeof text === "string" ? { text, href: null } : text)),
    depth: 0,
    strong: isTotal,
  };
}

/** The rows of a table beside a chart: each group's, and the one of all. @param cellsOf what a row holds, and where it leads */
export function groupRows<Of>(
  groups: readonly NamedGroup<Of>[],
  total: Of,
  cellsOf: (of: Of, href: string | null) => readonly (string | TableCell)[],
  words: ChartWords,
): ChartTable["rows"] {
  return [
    ...groups.map(({ href, label, of }) => tableRow(label, cellsOf(of, href))),
    tableRow(words.table.all, cellsOf(total, null), true),
  ];
}

/** The heading of a column of money: in which year's dollars, where they are not those of the theft. */
export function moneyHeading(
  heading: string,
  dollars: number | undefined,
  words: ChartWords,
): string {
  return dollars === undefined ? heading : words.table.inDollars(heading, dollars);
}

/** A column of US dollars in a file. */
export function dollarColumn(name: string, title: string): DataColumn {
  return { name, title, kind: "number", unit: "US dollars at the time of theft" };
}

/** A column of shares in a file, from 0 to 1. */
export function rateColumn(name: string, title: string): DataColumn {
  return { name, title, kind: "number", unit: "1 = all" };
}

/** Percent as a file has it, from 0 to 1. */
export function asShare(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}
