import { filtersOf, type TotalRule } from "@/lib/statistics/rules/counting-rule";
import {
  ADDED_MEASURES,
  type AddedMeasure,
  alsoKnown,
  ESTIMATES,
  type Estimate,
  type Measure,
  type ParameterName,
  type ParameterValues,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import {
  boundsOfLoss,
  FILTERS_BESIDE_PERIOD,
  type Filters,
  refused,
} from "@/lib/statistics/rules/views";
import { type Day, yearOf } from "@/lib/values/dates/day";

/** The rule of one number: what is added up, over which incidents. Two versions are compared under it. */
export interface NumberRule {
  filters: Filters;
  measure: AddedMeasure;
  estimate: Estimate;
}

const NUMBER_PARAMETERS = [
  "year",
  "through",
  "since",
  "until",
  ...FILTERS_BESIDE_PERIOD,
  "measure",
  "estimate",
] as const satisfies readonly ParameterName[];

/**
 * Reads the rule of a number, beside parameters of the page's own. `from` and `to` are versions on
 * these pages, so days are `since` and `until`; or `year`, through `through`. Without either, all days count.
 * @param own parameters that the page reads itself
 * @param asOf the day through which a year that has not ended counts; null where the address must say it
 * @param now the current day
 */
export function readNumberRule(
  query: URLSearchParams,
  own: readonly string[],
  asOf: Day | null,
  now: Day,
): Read<NumberRule> {
  const rest = new URLSearchParams([...query].filter(([name]) => !own.includes(name)));
  const read = alsoKnown(readParameters(rest, NUMBER_PARAMETERS), own);
  if (!read.ok) return read;
  const {
    year,
    through,
    since,
    until,
    measure = "gross",
    estimate = "best",
    ...filters
  } = read.value;
  const period =
    since === undefined && until === undefined
      ? readYear(year, through, asOf, now)
      : year === undefined && through === undefined
        ? readDays(since, until)
        : refused(
            since === undefined ? "until" : "since",
            since ?? until ?? "",
            "not together with year or through",
          );
  if (!period.ok) return period;
  const bounded = boundsOfLoss(filters);
  if (!bounded.ok) return bounded;
  if (!isAdded(measure)) return refused("measure", measure, ALLOWED_MEASURES);
  return { ok: true, value: { filters: { ...period.value, ...filters }, measure, estimate } };
}

/** What a number may be of. */
export const ALLOWED_MEASURES = `one of ${Object.keys(ADDED_MEASURES).join(", ")}: a median is no sum that incidents add to`;

/** Whether a measure is a sum that each incident adds to. */
export function isAdded(measure: Measure): measure is AddedMeasure {
  return Object.hasOwn(ADDED_MEASURES, measure);
}

function readDays(since: Day | undefined, until: Day | undefined): Read<Filters> {
  if (since !== undefined && until !== undefined && since > until) return refused("until", until);
  return { ok: true, value: { ...(since && { from: since }), ...(until && { to: until }) } };
}

/**
 * A year up to a day of it.
 * @param asOf the day through which a year that has not ended counts; null where the address must say it
 */
export function readYear(
  year: number | undefined,
  through: Day | undefined,
  asOf: Day | null,
  now: Day,
): Read<Filters> {
  if (year === undefined && through === undefined) return { ok: true, value: {} };
  const shown = year ?? yearOf(through ?? now);
  if (through === undefined && shown > yearOf(now)) return refused("year", String(shown));
  if (through === undefined && asOf === null && shown === yearOf(now)) {
    return refused("year", String(shown), "a year that has ended, or one with through beside it");
  }
  const end = through ?? (asOf !== null && shown === yearOf(asOf) ? asOf : `${shown}-12-31`);
  if (yearOf(end) !== shown || end > now) return refused("through", end);
  return { ok: true, value: { from: `${shown}-01-01`, to: end } };
}

/** The parameters of a number's rule in canonical form: its last day always where it has a year. */
export function numberParameters({ filters, measure, estimate }: NumberRule): ParameterValues {
  const { from, to, ...rest } = filters;
  const isYear = from !== undefined && to !== undefined && from === `${yearOf(to)}-01-01`;
  return {
    ...(isYear ? { year: yearOf(to), through: to } : {}),
    ...(!isYear && from !== undefined ? { since: from } : {}),
    ...(!isYear && to !== undefined ? { until: to } : {}),
    ...rest,
    ...(measure === "gross" ? {} : { measure }),
    ...(estimate === "best" || measure === "count" || measure === "returned" ? {} : { estimate }),
  };
}

/** The canonical query of a number's rule; nothing for gross losses of the whole record. */
export function writeNumberRule(rule: NumberRule): string {
  return writeParameters(numberParameters(rule));
}

/** The number that a chart adds up to, at the time of each theft; of medians, what their losses add up to. */
export function numberOfChart(view: TotalRule): NumberRule {
  const measure = isAdded(view.measure) ? view.measure : "gross";
  return { filters: filtersOf(view), measure, estimate: view.estimate };
}

/** Measure and estimate as text: `Losses, gross, best estimates`. */
export function measureText({ measure, estimate }: NumberRule): string {
  if (measure === "count" || measure === "returned") return ADDED_MEASURES[measure];
  return `${ADDED_MEASURES[measure]}, ${ESTIMATES[estimate].toLowerCase()}`;
}
