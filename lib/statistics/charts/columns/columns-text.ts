import { lagText } from "@/lib/record/coverage/source-lag";
import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import { amountText } from "@/lib/statistics/charts/model/amount";
import { percentText } from "@/lib/statistics/charts/model/amount-unit";
import { periodInFull } from "@/lib/statistics/charts/model/axis-periods";
import { isNobody } from "@/lib/statistics/charts/model/segment-series";
import { intervalNoun, lowerFirst } from "@/lib/statistics/charts/text/chart-text";
import type { Dimension, Measure } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { chargedTogetherText } from "@/lib/statistics/totals/charged-together";
import { incidentsText, unknownSizeText } from "@/lib/statistics/totals/incident-count";
import { OTHERS } from "@/lib/statistics/totals/own-parts";
import { dateText } from "@/lib/values/dates/day";
import { sum } from "@/lib/values/lists/sum";
import type { PeriodColumnsInput } from "./columns-input";

/** Whether the days counted end where editors had looked no further, and not because somebody asked for fewer. */
export function isCutByCoverage({ covered, span }: Pick<PeriodColumnsInput, "covered" | "span">) {
  return covered?.through === span.to;
}

/** Which periods are counted only in part or not at all; nothing where all are. */
export function unfinishedNotes(
  plot: ColumnPlot,
  input: Pick<PeriodColumnsInput, "covered" | "interval" | "span">,
): string[] {
  const { span } = input;
  const noun = intervalNoun(input.interval);
  const blank = plot.columns.some((column) => column.state === "blank");
  const why = isCutByCoverage(input) ? "not yet covered, which is not zero" : "blank, not zero";
  const rest = blank ? `later ${noun}s are ${why}` : null;
  const last = dateText(span.to);
  const unfinished = plot.columns.filter((column) => column.state === "unfinished");
  const [first] = unfinished;
  if (first === undefined) return rest ? [`Counted through ${last}; ${rest}.`] : [];
  const isBegun = first.until?.startsWith("from") === true;
  const ends = unfinished.length > 1 || !isBegun;
  const counted = [
    ...(isBegun ? [`from ${dateText(span.from)}`] : []),
    ...(ends ? [`through ${last}`] : []),
  ].join(" and ");
  const which =
    unfinished.length > 1
      ? `The dashed ${noun}s are counted only ${counted}`
      : `The dashed ${noun} is counted ${counted}`;
  return [`${which}${rest ? `; ${rest}` : ""}.`];
}

/** Which periods may still grow, because thefts of them may not have been written about yet. */
export function youngNotes(
  plot: ColumnPlot,
  within: number | undefined,
  { interval, measure, axis }: Pick<PeriodColumnsInput, "interval" | "measure" | "axis">,
): string[] {
  const count = plot.columns.filter((column) => column.isYoung).length;
  if (count === 0 || within === undefined) return [];
  const which = `The shaded ${intervalNoun(interval)}${count > 1 ? "s" : ""}`;
  // More thefts make a sum larger; a median or a share can become less.
  const verb = measure === "median" || axis === "share" ? "change" : "grow";
  return [`${which} may still ${verb}: ${lagText(within)}.`];
}

/** How incidents count that have several values of the dimension, where some do. */
export function severalNotes({
  by,
  overlapping,
  chargedTogether,
  rows,
}: PeriodColumnsInput): string[] {
  if (by === "chain")
    return chainNotes(
      overlapping,
      rows.some((row) => row.key === SEVERAL),
    );
  if (overlapping === 0) return [];
  const [are, count] = overlapping === 1 ? ["is", "counts"] : ["are", "count"];
  return [
    `${incidentsText(overlapping)} ${are} attributed to several actors of whom none is part of another, and ${count} under “several actors”.${chargedTogetherText(overlapping, chargedTogether)}`,
  ];
}

/**
 * How incidents on several chains count, where there are some.
 * @param divided how many are divided by what their assets say
 * @param hasUndivided whether some are not
 */
export function chainNotes(divided: number, hasUndivided: boolean): string[] {
  const divide =
    divided === 0
      ? []
      : [
          `${incidentsText(divided)} on several chains ${divided === 1 ? "counts" : "count"} on each with what ${divided === 1 ? "its" : "their"} assets say.`,
        ];
  if (!hasUndivided) return divide;
  return [
    ...divide,
    "“On several chains”: incidents of which no source says how much was lost on which of their chains.",
  ];
}

/** What the chart shows, for its alternative text. */
export function finding(plot: ColumnPlot, input: PeriodColumnsInput): string {
  const { by, interval, isOnePart, measure, span } = input;
  const totals = plot.columns.map((column) => column.total);
  const most = Math.max(0, ...totals);
  const column = plot.columns[totals.indexOf(most)];
  if (column === undefined || most === 0) {
    const incidents = sum(plot.columns.map((each) => each.incidents));
    if (incidents === 0) return `nothing is recorded through ${dateText(span.to)}`;
    if (sum(plot.columns.map((each) => each.unknownSize)) < incidents)
      return `no amount above zero is recorded through ${dateText(span.to)}`;
    return unknownSizeText(incidents);
  }
  const amount = amountText(plot.axis.kind, most);
  const largestOne =
    measure === "median" ? `${intervalNoun(interval)} by its median` : intervalNoun(interval);
  const found = `${periodInFull(column.period)} is the largest ${largestOne} with ${amount}`;
  if (isOnePart || by === null) return found;
  const largest = Math.max(...column.amounts);
  const part = plot.series[column.amounts.indexOf(largest)];
  const share = largest > most / 2 ? "most of it" : "the largest part of it";
  return `${found}, ${share} ${segmentText(part, by, measure)}`;
}

/** What columns of shares show: the part with the most of all of them together. */
export function shareFinding(plot: ColumnPlot, input: PeriodColumnsInput): string {
  const amounts = plot.series.map(({ amount }) => amount ?? 0);
  const most = Math.max(0, ...amounts);
  const all = sum(amounts);
  if (most === 0 || input.by === null) return finding(plot, input);
  const part = plot.series[amounts.indexOf(most)];
  const of = amountText(plot.axis.kind, all);
  return `${percentText((most / all) * 100)} of all ${of} is ${segmentText(part, input.by, input.measure)}`;
}

function segmentText(
  part: { key: string; label: string } | undefined,
  by: Dimension,
  measure: Measure,
): string {
  if (part === undefined || isNobody(by, part.key)) {
    const words: Record<Dimension, string> = {
      category: "by unknown means",
      technique: "by an unknown technique",
      target: "from an unknown target",
      chain: "on a chain not known",
      actor: "attributed to nobody",
    };
    return words[by];
  }
  if (part.key === SEVERAL)
    return by === "chain" ? "on several chains" : "attributed to several actors";
  if (part.key === OTHERS) return `spread over ${part.label}`;
  if (by === "actor") return `attributed to ${part.label}`;
  if (by === "chain") return `on ${part.label}`;
  return by === "target" && measure !== "count"
    ? `of the kind ${lowerFirst(part.label)}`
    : lowerFirst(part.label);
}
