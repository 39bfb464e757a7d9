import type {
  ColumnModel,
  ColumnPlot,
  PeriodColumn,
  PeriodState,
} from "@/lib/statistics/charts/columns/columns-plot";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { amountKindOf } from "@/lib/statistics/charts/model/amount";
import { type AxisPeriod, axisPeriods } from "@/lib/statistics/charts/model/axis-periods";
import { WHOLE } from "@/lib/statistics/charts/model/chart-numbers";
import { amountAxis } from "@/lib/statistics/charts/model/money-axis";
import { type SegmentSeries, segmentSeries } from "@/lib/statistics/charts/model/segment-series";
import { knownAmount } from "@/lib/statistics/charts/text/bar-text";
import {
  dimensionNoun,
  measureNoun,
  type Span,
  sourceText,
  spanText,
  subtitleOf,
  unknownSizeNotes,
} from "@/lib/statistics/charts/text/chart-text";
import {
  alternativeText,
  type TitleParts,
  titleParts,
  titlesOf,
} from "@/lib/statistics/charts/text/chart-title";
import { medianNotes } from "@/lib/statistics/charts/text/scale-text";
import type { Interval, Measure } from "@/lib/statistics/rules/parameters";
import {
  type Measured,
  type PeriodSegment,
  type SegmentTotal,
  sumOf,
} from "@/lib/statistics/totals/measured";
import { type Day, lastDayOfMonth } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";
import { sum } from "@/lib/values/lists/sum";
import { shareColumns } from "./column-shares";
import type { PeriodColumnsInput } from "./columns-input";
import { numbersOf } from "./columns-numbers";
import { tableOf } from "./columns-table";
import {
  finding,
  isCutByCoverage,
  severalNotes,
  shareFinding,
  unfinishedNotes,
  youngNotes,
} from "./columns-text";
import { type KnownSegments, spanWithin } from "./counted-column";
import { undatedNotes, undatedPeriods } from "./undated";

function partsOf(rows: readonly PeriodSegment[]): SegmentTotal[] {
  return [...grouped(rows, (row) => row.key)].map(([key, list]) => ({ key, ...sumOf(list) }));
}

function stateOf(period: AxisPeriod, span: Span): PeriodState {
  if (period.from > span.to) return "blank";
  return period.to > span.to || period.from < span.from ? "unfinished" : "counted";
}

/** `to 15` under a month, `to 15 Sep` under a longer period, and `from …` where the span begins within it. */
function untilOf(
  period: AxisPeriod,
  span: Span,
  interval: Interval,
  { date }: ChartWords,
): string | null {
  if (period.from > span.to) return null;
  if (period.to > span.to) return date.cut("to", span.to, interval);
  return period.from < span.from ? date.cut("from", span.from, interval) : null;
}

/** The one series of columns that are not split, with the colour of a whole. */
function wholeSeries(measure: Measure, words: ChartWords): SegmentSeries {
  return {
    key: WHOLE,
    label: measureNoun(measure, words),
    colour: "--bar-whole",
    keys: [null],
  };
}

/** Months, quarters or years as columns stacked by a dimension; what lies after the span stays blank. */
export function periodColumns(input: PeriodColumnsInput): ColumnModel {
  const { by, hrefFor, interval, measure, span, words = ENGLISH } = input;
  const kind = amountKindOf(measure);
  const periods = axisPeriods(span.from, input.until, interval, words.date);
  const undated = undatedPeriods(input);
  const keys = new Set([...periods, ...undated].map((period) => period.key));
  const all = by === null ? input.periods.map((row) => ({ ...row, key: null })) : input.rows;
  const rows = all.filter((row) => keys.has(row.period));
  const byPeriod = grouped(rows, (row) => row.period);
  const totals = new Map(input.periods.map((row) => [row.period, row]));
  const series =
    by === null
      ? [wholeSeries(measure, words)]
      : segmentSeries(by, partsOf(rows), input.names, input.order, words);
  const seriesAt = new Map(series.flatMap((each, place) => each.keys.map((key) => [key, place])));
  const counted = new Map<string, Measured[]>();
  const young = input.covered?.young ?? null;
  const isYoung = (period: AxisPeriod) =>
    young !== null && period.from <= span.to && period.to >= young.from;
  const columnOf = (period: AxisPeriod): PeriodColumn => {
    const parts = series.map(() => ({ incidents: 0, unknownSize: 0, amount: 0 }));
    for (const row of byPeriod.get(period.key) ?? []) {
      const part = parts[seriesAt.get(row.key) ?? -1];
      if (part === undefined) continue;
      part.incidents += row.incidents;
      part.unknownSize += row.unknownSize;
      part.amount += row.amount;
    }
    counted.set(period.key, parts);
    const total = totals.get(period.key);
    const days = spanWithin(period, span);
    return {
      period: period.key,
      label: period.label,
      year: period.year,
      until: untilOf(period, span, interval, words),
      state: stateOf(period, span),
      isYoung: isYoung(period),
      incidents: total?.incidents ?? 0,
      unknownSize: total?.unknownSize ?? 0,
      total: total?.amount ?? 0,
      amounts: parts.map((part) => part.amount),
      hrefs: series.map((each, place) =>
        hrefFor && (parts[place]?.incidents ?? 0) > 0 ? hrefFor(days, each, period.key) : null,
      ),
    };
  };
  const columns = periods.map(columnOf);
  const apart = undated.map(columnOf);
  const known: KnownSegments = new Map(
    [...counted].map(([period, parts]) => [period, parts.map((part) => knownAmount(part))]),
  );
  const wholes = input.whole
    ? [input.whole]
    : series.map((each) => sumOf(rows.filter((row) => each.keys.includes(row.key))));
  const plot: ColumnPlot = {
    kind: "columns",
    axis: amountAxis(kind, Math.max(0, ...columns.map((column) => sum(column.amounts))), [
      ...columns.map((column) => column.total),
      ...wholes.map((whole) => whole.amount),
    ]),
    series: series.map(({ keys: _, ...each }, place) => ({
      ...each,
      amount: wholes[place] ? knownAmount(wholes[place]) : 0,
    })),
    columns,
    ...(measure === "median"
      ? { unsummed: { none: words.label.none, overall: words.label.overall } }
      : {}),
    blankText: isCutByCoverage(input) ? words.label.notYetCovered : words.label.notCounted,
  };
  const everyPeriod = { ...plot, columns: [...columns, ...apart] };
  const drawn = input.axis === "share" ? shareColumns(plot) : plot;
  const title = titleOf(input);
  return {
    kind: "columns",
    ...titlesOf(title, words),
    subtitle: subtitleOf(measure, drawn.axis, input.ruleText, spanText(span, words), {
      words,
      dollars: input.dollars,
    }),
    source: sourceText(input.version, words),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: notesOf(plot, apart, input),
    alternative: alternativeText(
      series.length > 1 ? words.kind.stacked : words.kind.columns,
      title,
      input.axis === "share" ? shareFinding(plot, input) : finding(plot, input),
      words,
    ),
    asOf: span.to,
    plot: drawn,
    table: tableOf(everyPeriod, series, [...periods, ...undated], known, input),
    numbers: numbersOf(everyPeriod, [...periods, ...undated], counted, input),
  };
}

function titleOf(input: PeriodColumnsInput): TitleParts {
  const { by, interval, measure, span, words = ENGLISH } = input;
  const each = words.splitNames[interval];
  return titleParts(
    {
      subject: input.axis === "share" ? words.share[measure] : measureNoun(measure, words),
      // Of the usual split alone: of several filters no title says which of them the columns are of.
      split: words.split(
        by === null || (input.isOnePart && by === "category")
          ? [each]
          : [each, dimensionNoun(by, words)],
      ),
    },
    input,
    span,
    words,
  );
}

function notesOf(
  plot: ColumnPlot,
  apart: readonly PeriodColumn[],
  input: PeriodColumnsInput,
): string[] {
  const { interval, measure, words = ENGLISH } = input;
  const { columns } = plot;
  return [
    ...(input.axis === "share" ? [words.note.columnShare(interval, measure)] : []),
    ...unfinishedNotes(plot, input),
    ...youngNotes(plot, input.covered?.young?.within, input),
    ...severalNotes(input),
    ...undatedNotes(apart, input),
    ...(measure === "median"
      ? medianNotes(
          interval,
          columns.map((column) => column.incidents - column.unknownSize),
          words,
        )
      : []),
    ...unknownSizeNotes(
      sum([...columns, ...apart].map((column) => column.unknownSize)),
      measure,
      words,
    ),
  ];
}

/** The last day of the year of a span that begins with it, else the span's own last day. */
export function axisEnd(span: Span): Day {
  const year = span.to.slice(0, 4);
  return span.from === `${year}-01-01` ? lastDayOfMonth(`${year}-12`) : span.to;
}
