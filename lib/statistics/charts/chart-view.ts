import {
  chosenInterval,
  type FITTING,
  fittingInterval,
  writtenInterval,
} from "@/lib/statistics/charts/columns/fitting-interval";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { CHARTS, type ChartName } from "@/lib/statistics/charts/registry";
import { isOfLosses } from "@/lib/statistics/charts/text/chart-title";
import {
  type Dimension,
  type Interval,
  isSeveralValued,
  type Measure,
  type ParameterName,
  type ParameterValues,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { isOne } from "@/lib/statistics/rules/picked";
import {
  DEFAULT_CONFIDENCE,
  FILTERS_BESIDE_PERIOD,
  type FilterBesidePeriod,
  refused,
  throughCovered,
} from "@/lib/statistics/rules/views";
import { type Day, yearOf } from "@/lib/values/dates/day";

/**
 * Filters that lists of incidents know and charts do not: a chart has other ways to show what is unknown or came back,
 * and attributions by how sure they are.
 */
const LIST_FILTERS = [
  "most",
  "loss",
  "returned",
  "date",
  "chains",
  "level",
  "addresses",
  "transactions",
  "source-publisher",
] as const satisfies FilterBesidePeriod[];
export type ChartFilter = Exclude<FilterBesidePeriod, (typeof LIST_FILTERS)[number]>;

/** Filters that every chart knows beside its period. */
export const CHART_FILTERS: readonly ChartFilter[] = FILTERS_BESIDE_PERIOD.filter(
  (name): name is ChartFilter => !LIST_FILTERS.some((listed) => listed === name),
);

/** A chart under a rule: everything that decides what it shows. */
export interface ChartView extends Omit<ChartChoices, "interval"> {
  chart: ChartName;
  /** Null where the span decides, of which only the record knows the first day where the view names none. */
  interval: Interval | null;
}

/** A view with the interval that its span has where none was chosen. */
export function choicesOf(view: ChartView, span: { from: Day; to: Day }): ChartChoices {
  return { ...view, interval: view.interval ?? fittingInterval(span) };
}

/** What the parameters of a chart are read against. */
export interface ReadingDays {
  /** The day that counts as today: how far a version is covered, or its own day. */
  asOf: Day;
  /** The current day, which bounds what may be asked for. */
  now: Day;
  /** The last day up to which editors had looked; null, or left out, where they had not said. */
  covered?: Day | null;
  /**
   * What columns are of where no `interval` is given: in URLs that name a version months, as when such URLs were first
   * printed; elsewhere what the span needs.
   */
  columns?: Interval | typeof FITTING;
}

/**
 * Reads the parameters of a chart. A year runs from its first day through `through`, or to its end, or to `asOf`;
 * otherwise `from` and `to` say the period. It ends on the last covered day where a later one is asked for.
 */
export function readChart(
  chart: ChartName,
  query: URLSearchParams,
  { asOf, now, covered = null, columns = "fitting" }: ReadingDays,
): Read<ChartView> {
  const definition = CHARTS[chart];
  const read = readParameters(query, [...definition.knows, ...CHART_FILTERS]);
  if (!read.ok) return read;
  const values: ParameterValues = read.value;
  const several = CHART_FILTERS.find(
    (name) => isSeveralValued(name) && values[name] !== undefined && !isOne(values[name]),
  );
  if (several !== undefined)
    return refused(
      several,
      String(values[several]),
      "one value for a chart: its title has to say in every language what is counted, and has no words yet for several values or for what is left out. The list of incidents takes them",
    );
  const asked = readPeriod(definition, values, covered === null ? asOf : now, now);
  if (!asked.ok) return asked;
  const period = coveredPeriod(asked.value, covered);
  if (!period.ok) return period;
  const { measure = usualMeasure(chart) } = values;
  const isMedian = measure === "median";
  if (!definition.measures.includes(measure)) {
    const why = isMedian
      ? ": medians are shown over time, and by technique, kind of target and chain"
      : "";
    return refused(
      "measure",
      measure,
      `one of ${definition.measures.join(", ")} for this chart${why}`,
    );
  }
  if (values.by !== undefined && values.by === "actor" && values.actor === "none") {
    return refused("by", values.by, "something else than actor where only the unattributed count");
  }
  const axis = values.axis ?? definition.axis;
  if (!definition.axes.allowed.includes(axis)) {
    const { allowed, why } = definition.axes;
    return refused("axis", axis, `${allowed.join(" or ")} for this chart: ${why}`);
  }
  if (isMedian && axis === "share")
    return refused("axis", axis, "linear where medians are shown: they are no parts of a total");
  // A form sends the usual split, too.
  if (isMedian && isStack(chart) && values.by !== undefined && values.by !== definition.by)
    return refused("by", values.by, "nothing where medians are shown: they do not add up");
  const by = splitOf(chart, measure, values.by);
  const filters = Object.fromEntries(
    CHART_FILTERS.flatMap((name) =>
      values[name] === undefined || saysNothing(name, values, by) ? [] : [[name, values[name]]],
    ),
  ) as ChartView["filters"];
  return {
    ok: true,
    value: {
      chart,
      ...period.value,
      filters,
      confidence: values.confidence ?? DEFAULT_CONFIDENCE,
      measure,
      // Sources disagree about what was lost; incidents and what came back are counted in one way.
      estimate: isOfLosses(measure) ? (values.estimate ?? "best") : "best",
      // Incidents are counted in no money.
      ...(measure === "count" || values.dollars === undefined ? {} : { dollars: values.dollars }),
      by,
      interval: chosenInterval(period.value, values.interval ?? columns),
      axis,
      top: values.top ?? definition.top,
      years: values.years ?? 5,
    },
  };
}

/** What a chart is split by: stacked medians would add up what does not add up. */
export function splitOf(
  chart: ChartName,
  measure: Measure,
  by: Dimension | undefined,
): Dimension | null {
  return measure === "median" && isStack(chart) ? null : (by ?? CHARTS[chart].by);
}

/** Whether what a chart is split by is stacked to a whole; one of nothing but medians draws them beside one another. */
function isStack(chart: ChartName): boolean {
  const knows: readonly ParameterName[] = CHARTS[chart].knows;
  return knows.includes("by") && usualMeasure(chart) !== "median";
}

/** What ranges of what is attributed to an actor are of: where rates are shown, the losses that they are rates of. */
export function rangedMeasure({ chart, measure }: Pick<ChartView, "chart" | "measure">): Measure {
  return chart === "recovery" ? "gross" : measure;
}

/** What a chart measures where nothing else is asked for: the first that it knows. */
export function usualMeasure(chart: ChartName): Measure {
  return CHARTS[chart].measures[0] ?? "gross";
}

/**
 * Whether a filter is as it would be without it: attributions that are at least suspected are all there are. By itself it
 * leaves out what nobody is named for; where there is an actor, or amounts are split by actors, it leaves nothing out.
 */
function saysNothing(
  name: ChartFilter,
  { actor, confidence }: ParameterValues,
  by: Dimension | null,
): boolean {
  return (
    name === "confidence" &&
    confidence === DEFAULT_CONFIDENCE &&
    (actor !== undefined || by === "actor")
  );
}

function readPeriod(
  definition: { period: "year" | "all" },
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

/** A period as far as it is covered. */
function coveredPeriod(
  { from, to }: { from: Day | null; to: Day },
  covered: Day | null,
): Read<{ from: Day | null; to: Day }> {
  const end = throughCovered(to, covered);
  if (covered === null || from === null || from <= end)
    return { ok: true, value: { from, to: end } };
  // A year that has begun and is not covered at all gives way to the last that is.
  if (from.endsWith("-01-01"))
    return { ok: true, value: { from: `${yearOf(end)}-01-01`, to: end } };
  return refused("from", from, `a day through ${covered}: later ones are not covered yet`);
}

/** The canonical query of a chart: its last day always, so that it never drifts, and nothing that is so anyway. */
export function writeChart(view: ChartView): string {
  const definition = CHARTS[view.chart];
  const { from, to } = view;
  const isYear = from !== null && from === `${yearOf(to)}-01-01`;
  const unless = <Value>(value: Value, usual: Value) => (value === usual ? undefined : value);
  const values: { [Name in ParameterName]?: ParameterValues[Name] | undefined } = {
    ...(isYear ? { year: yearOf(to), through: to } : { from: from ?? undefined, to }),
    ...view.filters,
    measure: unless(view.measure, usualMeasure(view.chart)),
    estimate: unless(view.estimate, "best"),
    dollars: view.dollars,
    by: unless(view.by, definition.by) ?? undefined,
    interval: definition.knows.includes("interval")
      ? unless(writtenInterval(view), "month")
      : undefined,
    axis: unless(view.axis, definition.axis),
    top: unless(view.top, definition.top),
    years: unless(view.years, 5),
  };
  return writeParameters(
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  );
}
