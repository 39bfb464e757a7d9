import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import type { ChartWords, LargestPart } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { amountText } from "@/lib/statistics/charts/model/amount";
import { periodInFull } from "@/lib/statistics/charts/model/axis-periods";
import { isNobody } from "@/lib/statistics/charts/model/segment-series";
import type { Dimension } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { OTHERS } from "@/lib/statistics/totals/own-parts";
import { sum } from "@/lib/values/lists/sum";
import type { PeriodColumnsInput } from "./columns-input";

/** Whether the days counted end where editors had looked no further, and not because somebody asked for fewer. */
export function isCutByCoverage({ covered, span }: Pick<PeriodColumnsInput, "covered" | "span">) {
  return covered?.through === span.to;
}

/** Which periods are counted only in part or not at all; nothing where all are. */
export function unfinishedNotes(
  plot: ColumnPlot,
  input: Pick<PeriodColumnsInput, "covered" | "interval" | "span" | "words">,
): string[] {
  const { interval, span, words = ENGLISH } = input;
  const hasBlank = plot.columns.some((column) => column.state === "blank");
  const unfinished = plot.columns.filter((column) => column.state === "unfinished");
  if (!hasBlank && unfinished.length === 0) return [];
  const [first] = unfinished;
  const isBegun = first?.until === words.date.cut("from", span.from, interval);
  const last = words.date.long(span.to);
  return [
    words.note.unfinished({
      interval,
      dashed: unfinished.length,
      from: isBegun ? words.date.long(span.from) : null,
      through: unfinished.length > 1 || !isBegun ? last : null,
      blank: !hasBlank ? "none" : isCutByCoverage(input) ? "uncovered" : "uncounted",
      last,
    }),
  ];
}

/** Which periods may still grow, because thefts of them may not have been written about yet. */
export function youngNotes(
  plot: ColumnPlot,
  within: number | undefined,
  {
    interval,
    measure,
    axis,
    words = ENGLISH,
  }: Pick<PeriodColumnsInput, "interval" | "measure" | "axis" | "words">,
): string[] {
  const count = plot.columns.filter((column) => column.isYoung).length;
  if (count === 0 || within === undefined) return [];
  // More thefts make a sum larger; a median or a share can become less.
  const mayShrink = measure === "median" || axis === "share";
  return [words.note.young(interval, count, within, mayShrink)];
}

/** How incidents count that have several values of the dimension, where some do. */
export function severalNotes({
  by,
  overlapping,
  chargedTogether,
  rows,
  words = ENGLISH,
}: PeriodColumnsInput): string[] {
  if (by === "chain")
    return chainNotes(
      overlapping,
      rows.some((row) => row.key === SEVERAL),
      words,
    );
  if (overlapping === 0) return [];
  const { chargedTogether: together, severalActors } = words.note;
  return [severalActors(overlapping) + together(overlapping, chargedTogether)];
}

/**
 * How incidents on several chains count, where there are some.
 * @param divided how many are divided by what their assets say
 * @param hasUndivided whether some are not
 */
export function chainNotes(
  divided: number,
  hasUndivided: boolean,
  { note }: ChartWords = ENGLISH,
): string[] {
  return [
    ...(divided === 0 ? [] : [note.dividedChains(divided)]),
    ...(hasUndivided ? [note.undividedChains] : []),
  ];
}

/** What the chart shows, for its alternative text. */
export function finding(plot: ColumnPlot, input: PeriodColumnsInput): string {
  const { by, interval, isOnePart, measure, span, words = ENGLISH } = input;
  const said = words.finding;
  const totals = plot.columns.map((column) => column.total);
  const most = Math.max(0, ...totals);
  const column = plot.columns[totals.indexOf(most)];
  if (column === undefined || most === 0) {
    const incidents = sum(plot.columns.map((each) => each.incidents));
    if (incidents === 0) return said.nothingThrough(words.date.long(span.to));
    if (sum(plot.columns.map((each) => each.unknownSize)) < incidents)
      return said.noAmountThrough(words.date.long(span.to));
    return said.sizeUnknown(incidents);
  }
  const period = periodInFull(column.period, words.date);
  const amount = amountText(plot.axis.kind, most, words);
  const found =
    measure === "median"
      ? said.largestMedianPeriod(period, interval, amount)
      : said.largestPeriod(period, interval, amount);
  if (isOnePart || by === null) return found;
  const largest = Math.max(...column.amounts);
  const part = plot.series[column.amounts.indexOf(largest)];
  return said.largestPart(found, {
    kind: partKind(by, part?.key ?? null),
    by,
    measure,
    label: part?.label ?? "",
    isMost: largest > most / 2,
  });
}

/** What columns of shares show: the part with the most of all of them together. */
export function shareFinding(plot: ColumnPlot, input: PeriodColumnsInput): string {
  const { by, measure, words = ENGLISH } = input;
  const amounts = plot.series.map(({ amount }) => amount ?? 0);
  const most = Math.max(0, ...amounts);
  const all = sum(amounts);
  if (most === 0 || by === null) return finding(plot, input);
  const part = plot.series[amounts.indexOf(most)];
  return words.finding.shareOfAll(
    words.number.inUnit("%", (most / all) * 100),
    amountText(plot.axis.kind, all, words),
    {
      kind: partKind(by, part?.key ?? null),
      by,
      measure,
      label: part?.label ?? "",
      isMost: true,
    },
  );
}

function partKind(by: Dimension, key: string | null): LargestPart["kind"] {
  if (isNobody(by, key)) return "unknown";
  if (key === SEVERAL) return "several";
  return key === OTHERS ? "others" : "value";
}
