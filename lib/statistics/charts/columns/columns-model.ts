import type {
  ColumnModel,
  ColumnPlot,
  PeriodColumn,
  PeriodState,
} from "@/lib/statistics/charts/columns/columns-plot";
import { amountKindOf, amountText, formatAmountExact } from "@/lib/statistics/charts/model/amount";
import {
  type AxisPeriod,
  axisPeriods,
  periodInFull,
} from "@/lib/statistics/charts/model/axis-periods";
import type {
  ChartContext,
  ChartNumbers,
  ChartTable,
  TableCell,
} from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  dayColumn,
  partColumn,
  textColumn,
  unknownColumns,
} from "@/lib/statistics/charts/model/chart-numbers";
import { MONTH_NAMES } from "@/lib/statistics/charts/model/leap-year";
import { amountAxis } from "@/lib/statistics/charts/model/money-axis";
import {
  isNobody,
  type SegmentSeries,
  segmentSeries,
} from "@/lib/statistics/charts/model/segment-series";
import { capital, knownAmount, leftOutHeading } from "@/lib/statistics/charts/text/bar-text";
import {
  dimensionNoun,
  intervalNoun,
  lowerFirst,
  measureNoun,
  type Span,
  sourceText,
  spanInTitle,
  spanText,
  subtitleOf,
  unknownSizeNotes,
} from "@/lib/statistics/charts/text/chart-text";
import { alternativeText, titleParts, titleText } from "@/lib/statistics/charts/text/chart-title";
import { incidentsText } from "@/lib/statistics/charts/text/incident-count";
import type { Dimension, Interval, Measure } from "@/lib/statistics/rules/parameters";
import type { Measured, PeriodSegment, SegmentTotal } from "@/lib/statistics/totals/measured";
import { OTHERS } from "@/lib/statistics/totals/own-parts";
import { type Day, dateText, earlierOf, lastDayOfMonth, laterOf } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";

/** The incidents of a period (null for all of them, counted in the span) and, where not null, of a part. */
export type ColumnHref = (
  span: Span,
  part: SegmentSeries | null,
  period: string | null,
) => string | null;

interface PeriodColumnsInput extends ChartContext {
  measure: Measure;
  by: Dimension;
  interval: Interval;
  /** Whether the rule names the one part there is, so that no title need say by what it is split. */
  isOnePart?: boolean;
  /** The days counted. */
  span: Span;
  /** The last day on the axis: later than the span's where its year is shown to its end. */
  until: Day;
  rows: readonly PeriodSegment[];
  /** What each period holds, each incident once. */
  periods: readonly (Measured & { period: string })[];
  /** Incidents that count in more than one segment. */
  overlapping: number;
  names: Readonly<Record<string, string>>;
  hrefFor?: ColumnHref | undefined;
}

/** Each part's amount in a period, null where nobody knows that of any incident in it. */
type KnownSegments = Map<string, (number | null)[]>;

function knownTotal({ incidents, unknownSize, total }: PeriodColumn): number | null {
  return knownAmount({ incidents, unknownSize, amount: total });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function partsOf(rows: readonly PeriodSegment[]): SegmentTotal[] {
  return [...grouped(rows, (row) => row.key)].map(([key, list]) => ({
    key,
    incidents: sum(list.map((row) => row.incidents)),
    unknownSize: sum(list.map((row) => row.unknownSize)),
    amount: sum(list.map((row) => row.amount)),
  }));
}

function stateOf(period: AxisPeriod, span: Span): PeriodState {
  if (period.from > span.to) return "blank";
  return period.to > span.to || period.from < span.from ? "unfinished" : "counted";
}

/** `to 15` under a month, `to 15 Sep` under a longer period, and `from …` where the span begins within it. */
function untilOf(period: AxisPeriod, span: Span, interval: Interval): string | null {
  const cut = period.to > span.to ? span.to : period.from < span.from ? span.from : null;
  if (cut === null || period.from > span.to) return null;
  const month = interval === "month" ? "" : ` ${MONTH_NAMES[Number(cut.slice(5, 7)) - 1]}`;
  return `${cut === span.to ? "to" : "from"} ${Number(cut.slice(8))}${month}`;
}

/** Months, quarters or years as columns stacked by a dimension; what lies after the span stays blank. */
export function periodColumns(input: PeriodColumnsInput): ColumnModel {
  const { by, hrefFor, interval, measure, span } = input;
  const kind = amountKindOf(measure);
  const periods = axisPeriods(span.from, input.until, interval);
  const keys = new Set(periods.map((period) => period.key));
  const rows = input.rows.filter((row) => keys.has(row.period));
  const byPeriod = grouped(rows, (row) => row.period);
  const totals = new Map(input.periods.map((row) => [row.period, row]));
  const series = segmentSeries(by, partsOf(rows), input.names);
  const seriesAt = new Map(series.flatMap((each, place) => each.keys.map((key) => [key, place])));
  const known: KnownSegments = new Map();
  const columns = periods.map((period): PeriodColumn => {
    const parts = series.map(() => ({ incidents: 0, unknownSize: 0, amount: 0 }));
    for (const row of byPeriod.get(period.key) ?? []) {
      const part = parts[seriesAt.get(row.key) ?? -1];
      if (part === undefined) continue;
      part.incidents += row.incidents;
      part.unknownSize += row.unknownSize;
      part.amount += row.amount;
    }
    known.set(
      period.key,
      parts.map((part) => knownAmount(part)),
    );
    const total = totals.get(period.key);
    const counted = spanWithin(period, span);
    return {
      period: period.key,
      label: period.label,
      year: period.year,
      until: untilOf(period, span, interval),
      state: stateOf(period, span),
      incidents: total?.incidents ?? 0,
      unknownSize: total?.unknownSize ?? 0,
      total: total?.amount ?? 0,
      amounts: parts.map((part) => part.amount),
      hrefs: series.map((each, place) =>
        hrefFor && (parts[place]?.incidents ?? 0) > 0 ? hrefFor(counted, each, period.key) : null,
      ),
    };
  });
  const wholes = series.map((each) => {
    const own = rows.filter((row) => each.keys.includes(row.key));
    return {
      incidents: sum(own.map((row) => row.incidents)),
      unknownSize: sum(own.map((row) => row.unknownSize)),
      amount: sum(own.map((row) => row.amount)),
    };
  });
  const plot: ColumnPlot = {
    kind: "columns",
    axis: amountAxis(kind, Math.max(0, ...columns.map((column) => sum(column.amounts)))),
    series: series.map(({ keys: _, ...each }, place) => ({
      ...each,
      amount: wholes[place] ? knownAmount(wholes[place]) : 0,
    })),
    columns,
  };
  const each = `by ${intervalNoun(interval)}`;
  const title = titleParts(
    {
      subject: measureNoun(measure),
      split: input.isOnePart ? each : `${each} and ${dimensionNoun(by)}`,
    },
    input,
    span,
  );
  return {
    kind: "columns",
    title: titleText(title),
    subtitle: subtitleOf(measure, plot.axis, input.ruleText, spanText(span)),
    source: sourceText(input.version),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...unfinishedNotes(plot, span, interval),
      ...overlapNotes(input),
      ...unknownSizeNotes(sum(columns.map((column) => column.unknownSize)), measure),
    ],
    alternative: alternativeText(
      series.length > 1 ? "Stacked column chart" : "Column chart",
      title,
      finding(plot, input),
    ),
    asOf: span.to,
    plot,
    table: tableOf(plot, series, periods, known, input),
    numbers: numbersOf(plot, periods, known, input),
  };
}

function spanWithin(period: AxisPeriod, span: Span): Span {
  return { from: laterOf(period.from, span.from), to: earlierOf(period.to, span.to) };
}

function unfinishedNotes(plot: ColumnPlot, span: Span, interval: Interval): string[] {
  const noun = intervalNoun(interval);
  const blank = plot.columns.some((column) => column.state === "blank");
  const rest = blank ? `later ${noun}s are blank, not zero` : null;
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
      ? `The hatched ${noun}s are counted only ${counted}`
      : `The hatched ${noun} is counted ${counted}`;
  return [`${which}${rest ? `; ${rest}` : ""}.`];
}

function overlapNotes({ by, overlapping }: PeriodColumnsInput): string[] {
  if (overlapping === 0) return [];
  const [are, count] = overlapping === 1 ? ["is", "counts"] : ["are", "count"];
  const several =
    by === "chain"
      ? `lie on several chains`.replace("lie", overlapping === 1 ? "lies" : "lie")
      : `${are} attributed to several unrelated actors`;
  return [
    `${incidentsText(overlapping)} ${several} and ${count} once for each, so that parts add up to more than the whole.`,
  ];
}

function finding(plot: ColumnPlot, input: PeriodColumnsInput): string {
  const { by, interval, isOnePart, measure, span } = input;
  const totals = plot.columns.map((column) => column.total);
  const most = Math.max(0, ...totals);
  const column = plot.columns[totals.indexOf(most)];
  if (column === undefined || most === 0) {
    const incidents = sum(plot.columns.map((each) => each.incidents));
    if (incidents === 0) return `nothing is recorded through ${dateText(span.to)}`;
    if (sum(plot.columns.map((each) => each.unknownSize)) < incidents)
      return `no amount above zero is recorded through ${dateText(span.to)}`;
    return `the size of all ${incidentsText(incidents)} is unknown`;
  }
  const amount = amountText(plot.axis.kind, most);
  const found = `${periodInFull(column.period)} is the largest ${intervalNoun(interval)} with ${amount}`;
  if (isOnePart) return found;
  const largest = Math.max(...column.amounts);
  const part = plot.series[column.amounts.indexOf(largest)];
  const share = largest > most / 2 ? "most of it" : "the largest part of it";
  return `${found}, ${share} ${segmentText(part, by, measure)}`;
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
  if (part.key === OTHERS) return `spread over ${part.label}`;
  if (by === "actor") return `attributed to ${part.label}`;
  if (by === "chain") return `on ${part.label}`;
  return by === "target" && measure !== "count"
    ? `of the kind ${lowerFirst(part.label)}`
    : lowerFirst(part.label);
}

function tableOf(
  plot: ColumnPlot,
  series: readonly SegmentSeries[],
  periods: readonly AxisPeriod[],
  known: KnownSegments,
  input: PeriodColumnsInput,
): ChartTable {
  const { hrefFor, interval, measure, span } = input;
  const { kind } = plot.axis;
  const cell = (text: string, href: string | null = null): TableCell => ({ text, href });
  const counted = plot.columns.filter((column) => column.state !== "blank");
  const all = {
    incidents: sum(counted.map((column) => column.incidents)),
    unknownSize: sum(counted.map((column) => column.unknownSize)),
    amount: sum(counted.map((column) => column.total)),
  };
  const whole = hrefFor ? hrefFor(span, null, null) : null;
  const isCount = measure === "count";
  const tail = (texts: [string, string], href: string | null) =>
    isCount ? [] : [cell(texts[0], href), cell(texts[1])];
  return {
    columns: [
      capital(intervalNoun(interval)),
      ...plot.series.map((each) => each.label),
      input.by === "category" ? "All categories" : "All, each once",
      ...(isCount ? [] : ["Incidents", leftOutHeading(measure)]),
    ],
    rows: [
      ...plot.columns.map((column, index) => {
        const period = periods[index];
        const isBlank = column.state === "blank";
        const href =
          column.incidents > 0 && hrefFor && period
            ? hrefFor(spanWithin(period, span), null, period.key)
            : null;
        const total = formatAmountExact(kind, knownTotal(column));
        return {
          header: cell(periodInFull(column.period) + (column.until ? `, ${column.until}` : "")),
          cells: isBlank
            ? [...plot.series.map(() => cell("")), cell(""), ...tail(["", ""], null)]
            : [
                ...(known.get(column.period) ?? []).map((amount, place) =>
                  cell(formatAmountExact(kind, amount), column.hrefs[place] ?? null),
                ),
                cell(total, href),
                ...tail([String(column.incidents), String(column.unknownSize)], href),
              ],
          depth: 0,
          strong: false,
        };
      }),
      {
        header: cell(spanInTitle(span)),
        cells: [
          ...plot.series.map((each, place) => {
            const part = series[place];
            return cell(
              formatAmountExact(kind, each.amount),
              hrefFor && part ? hrefFor(span, part, null) : null,
            );
          }),
          cell(formatAmountExact(kind, knownAmount(all)), whole),
          ...tail([String(all.incidents), String(all.unknownSize)], whole),
        ],
        depth: 0,
        strong: true,
      },
    ],
  };
}

function numbersOf(
  plot: ColumnPlot,
  periods: readonly AxisPeriod[],
  known: KnownSegments,
  { by, interval, measure, span }: PeriodColumnsInput,
): ChartNumbers {
  const isCount = measure === "count";
  return {
    columns: [
      textColumn(interval, intervalNoun(interval)),
      dayColumn("first_day", "first day counted"),
      dayColumn("last_day", "last day counted"),
      ...plot.series.map((each) => partColumn(measure, by, each)),
      {
        ...amountColumn(measure),
        title: `all: ${amountColumn(measure).title}, each incident once`,
      },
      ...unknownColumns(measure),
    ],
    rows: plot.columns.map((column, index) => {
      const period = periods[index];
      const days = period && column.state !== "blank" ? spanWithin(period, span) : null;
      const left = isCount ? [] : [column.incidents, column.unknownSize];
      return days === null
        ? [column.period, null, null, ...plot.series.map(() => null), null, ...left.map(() => null)]
        : [
            column.period,
            days.from,
            days.to,
            ...(known.get(column.period) ?? []),
            knownTotal(column),
            ...left,
          ];
    }),
  };
}

/** The last day of the year of a span that begins with it, else the span's own last day. */
export function axisEnd(span: Span): Day {
  const year = span.to.slice(0, 4);
  return span.from === `${year}-01-01` ? lastDayOfMonth(`${year}-12`) : span.to;
}
