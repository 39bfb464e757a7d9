import {
  type Axis,
  type Dimension,
  type Estimate,
  type Interval,
  type Measure,
  type ParameterName,
  type ParameterValues,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { DEFAULT_CONFIDENCE, type Filters, refused } from "@/lib/statistics/rules/views";
import { type Day, yearOf } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** Filters that every chart knows beside its period. */
export const CHART_FILTERS = [
  "category",
  "technique",
  "target",
  "target-name",
  "chain",
  "actor",
  "confidence",
  "least",
  "q",
] as const satisfies readonly ParameterName[];

/** What is true of a chart before anybody chooses anything. */
interface ChartDefinition {
  title: string;
  /** What it shows, in a sentence. */
  description: string;
  /** Which parameters it knows beside the filters. */
  knows: readonly ParameterName[];
  /** The period without one given: the year to date, or everything. */
  period: "year" | "all";
  /** What it is split by where nothing is given; null where it is not split. */
  by: Dimension | null;
  axis: Axis;
  top: number;
  /** Whether amounts can be something else than losses. */
  measures: readonly Measure[];
}

const PERIOD = ["year", "through", "from", "to"] as const;
const EVERY_MEASURE = ["gross", "net", "returned", "count"] as const;

function ranked(title: string, description: string, by: Dimension): ChartDefinition {
  return {
    title,
    description,
    knows: [...PERIOD, "measure", "estimate", "top"],
    period: "year",
    by,
    axis: "linear",
    top: 12,
    measures: EVERY_MEASURE,
  };
}

/** Every chart, by its name in the address. */
export const CHARTS = {
  monthly: {
    title: "Losses over time",
    description: "Columns a month, quarter or year, stacked by what the incidents have in common.",
    knows: [...PERIOD, "measure", "estimate", "by", "interval"],
    period: "year",
    by: "category",
    axis: "linear",
    top: 6,
    measures: EVERY_MEASURE,
  },
  "year-to-date": {
    title: "The year against earlier years",
    description: "Losses adding up through the year, beside those of the years before.",
    knows: ["year", "through", "measure", "estimate", "years"],
    period: "year",
    by: null,
    axis: "linear",
    top: 5,
    measures: EVERY_MEASURE,
  },
  actors: ranked(
    "Losses by attributed actor",
    "Who others say did it: the tree of actors, and the part that nobody is named for.",
    "actor",
  ),
  techniques: ranked("Losses by technique", "By which flaw or trick the funds left.", "technique"),
  targets: ranked("Losses by kind of target", "What was robbed.", "target"),
  chains: ranked(
    "Losses by chain",
    "On which chains; an incident on several counts once for each.",
    "chain",
  ),
  timeline: {
    title: "Incidents by day and size",
    description: "A dot an incident, with the range of estimates for the largest.",
    knows: [...PERIOD, "estimate", "axis"],
    period: "all",
    by: "category",
    axis: "log",
    top: 8,
    measures: ["gross"],
  },
  largest: {
    title: "The largest incidents",
    description: "Ranked by loss, with the range that sources span.",
    knows: [...PERIOD, "measure", "estimate", "top"],
    period: "all",
    by: null,
    axis: "linear",
    top: 15,
    measures: ["gross", "net", "returned"],
  },
  "actor-years": {
    title: "Actors by year",
    description: "How much each actor is said to have taken in each year.",
    knows: [...PERIOD, "measure", "estimate", "top"],
    period: "all",
    by: "actor",
    axis: "linear",
    top: 12,
    measures: EVERY_MEASURE,
  },
} as const satisfies Record<string, ChartDefinition>;
export type ChartName = keyof typeof CHARTS;

/** The names of all charts, in the gallery's order. */
export const CHART_NAMES = Object.keys(CHARTS) as ChartName[];

export function isChartName(text: string): text is ChartName {
  return Object.hasOwn(CHARTS, text);
}

/** A chart under a rule: everything that decides what it shows. */
export interface ChartView {
  chart: ChartName;
  /** The first day; null for the record's first. */
  from: Day | null;
  to: Day;
  /** What counts beside the period. */
  filters: Omit<Filters, "from" | "to">;
  confidence: Confidence;
  measure: Measure;
  estimate: Estimate;
  by: Dimension | null;
  interval: Interval;
  axis: Axis;
  /** How many bars, rows or labelled dots at most. */
  top: number;
  /** How many years are compared, the one shown among them. */
  years: number;
}

/**
 * The period and filters of a view, as lists and totals take them. Where a chart is split by actor, `confidence`
 * says which attributions count in the split and leaves no incident out; elsewhere it picks the incidents that
 * somebody is named for so surely.
 */
export function filtersOf({ from, to, filters, by }: ChartView): Filters {
  const { confidence, ...others } = filters;
  const picks = confidence !== undefined && (by !== "actor" || filters.actor !== undefined);
  return {
    ...others,
    ...(picks ? { confidence } : {}),
    ...(from === null ? {} : { from }),
    to,
  };
}

/**
 * Reads the parameters of a chart. A year runs from its first day through `through`, or to its end, or to `asOf`;
 * otherwise `from` and `to` say the period.
 * @param asOf the day that counts as today: the current one, or a version's own
 * @param now the current day, which bounds what may be asked for
 */
export function readChart(
  chart: ChartName,
  query: URLSearchParams,
  asOf: Day,
  now: Day,
): Read<ChartView> {
  const definition: ChartDefinition = CHARTS[chart];
  const read = readParameters(query, [...definition.knows, ...CHART_FILTERS]);
  if (!read.ok) return read;
  const values: ParameterValues = read.value;
  const period = readPeriod(definition, values, asOf, now);
  if (!period.ok) return period;
  const { measure = "gross" } = values;
  if (!definition.measures.includes(measure)) {
    return refused("measure", measure, `one of ${definition.measures.join(", ")} for this chart`);
  }
  if (values.by !== undefined && values.by === "actor" && values.actor === "none") {
    return refused("by", values.by, "something else than actor where only the unattributed count");
  }
  const filters = Object.fromEntries(
    CHART_FILTERS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  ) as ChartView["filters"];
  return {
    ok: true,
    value: {
      chart,
      ...period.value,
      filters,
      confidence: values.confidence ?? DEFAULT_CONFIDENCE,
      measure,
      estimate: values.estimate ?? "best",
      by: values.by ?? definition.by,
      interval: values.interval ?? "month",
      axis: values.axis ?? definition.axis,
      top: values.top ?? definition.top,
      years: values.years ?? 5,
    },
  };
}

function readPeriod(
  definition: ChartDefinition,
  values: ParameterValues,
  asOf: Day,
  now: Day,
): Read<{ from: Day | null; to: Day }> {
  const { year, through, from, to } = values;
  if (year === undefined && through === undefined && (from ?? to) !== undefined) {
    const end = to ?? asOf;
    if (end > now) return refused("to", end, "a day that is not in the future, as YYYY-MM-DD");
    if (from !== undefined && from > end) return refused("from", from, "a day not after to");
    return { ok: true, value: { from: from ?? null, to: end } };
  }
  if (from !== undefined) return refused("from", from, "not together with year or through");
  if (to !== undefined) return refused("to", to, "not together with year or through");
  if (year === undefined && through === undefined && definition.period === "all") {
    return { ok: true, value: { from: null, to: asOf } };
  }
  const shown = year ?? yearOf(through ?? asOf);
  if (through === undefined && shown > yearOf(asOf)) return refused("year", String(shown));
  const end = through ?? (shown < yearOf(asOf) ? `${shown}-12-31` : asOf);
  if (yearOf(end) !== shown || end > now) return refused("through", end);
  return { ok: true, value: { from: `${shown}-01-01`, to: end } };
}

/** The canonical query of a chart: its last day always, so that it never drifts, and nothing that is so anyway. */
export function writeChart(view: ChartView): string {
  const definition: ChartDefinition = CHARTS[view.chart];
  const { from, to } = view;
  const isYear = from !== null && from === `${yearOf(to)}-01-01`;
  const unless = <Value>(value: Value, usual: Value) => (value === usual ? undefined : value);
  const values: { [Name in ParameterName]?: ParameterValues[Name] | undefined } = {
    ...(isYear ? { year: yearOf(to), through: to } : { from: from ?? undefined, to }),
    ...view.filters,
    measure: unless(view.measure, "gross"),
    estimate: unless(view.estimate, "best"),
    by: unless(view.by, definition.by) ?? undefined,
    interval: unless(view.interval, "month"),
    axis: unless(view.axis, definition.axis),
    top: unless(view.top, definition.top),
    years: unless(view.years, 5),
  };
  return writeParameters(
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  );
}
