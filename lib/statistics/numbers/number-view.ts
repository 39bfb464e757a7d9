import {
  ALLOWED_MEASURES,
  isAdded,
  type NumberRule,
  readYear,
} from "@/lib/statistics/changes/number-rule";
import {
  type ParameterName,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import {
  FILTERS_BESIDE_PERIOD,
  type Filters,
  isOfStatements,
  refused,
} from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";

// A number's page takes the list's grammar: `from` and `to` are days here. What a text search finds is nobody's total,
// so `q` is not in it.

/** The parameters that a number is asked for by. */
export const NUMBER_PARAMETERS = [
  "year",
  "through",
  "from",
  "to",
  ...FILTERS_BESIDE_PERIOD.filter((name) => name !== "q"),
  "measure",
  "estimate",
] as const satisfies readonly ParameterName[];

/**
 * Reads the rule of one number: a year through a day, or `from` and `to`, or all days; filters; measure and estimate.
 * @param asOf the day through which a year that has not ended counts where the URL does not say
 * @param now the current day, which bounds what may be asked for
 */
export function readNumber(query: URLSearchParams, asOf: Day, now: Day): Read<NumberRule> {
  const read = readParameters(query, NUMBER_PARAMETERS);
  if (!read.ok) return read;
  const { year, through, from, to, measure = "gross", estimate = "best", ...filters } = read.value;
  const days = readDays({ year, through, from, to }, asOf, now);
  if (!days.ok) return days;
  if (!isAdded(measure)) return refused("measure", measure, ALLOWED_MEASURES);
  const isOfLosses = measure === "gross" || measure === "net";
  return {
    ok: true,
    value: {
      filters: { ...days.value, ...filters },
      measure,
      // Sources disagree about what was lost; incidents and what came back are counted in one way.
      estimate: isOfLosses ? estimate : "best",
    },
  };
}

interface AskedDays {
  year: number | undefined;
  through: Day | undefined;
  from: Day | undefined;
  to: Day | undefined;
}

function readDays({ year, through, from, to }: AskedDays, asOf: Day, now: Day): Read<Filters> {
  if (year === undefined && through === undefined) {
    if (from !== undefined && to !== undefined && from > to)
      return refused("to", to, `a day not before from, which is ${from}`);
    return { ok: true, value: { ...(from && { from }), ...(to && { to }) } };
  }
  if (from !== undefined) return refused("from", from, "not together with year or through");
  if (to !== undefined) return refused("to", to, "not together with year or through");
  return readYear(year, through, asOf, now);
}

/**
 * The canonical query of a number's page; nothing for gross losses of the whole record. A year is written as its first
 * and last day, as a list of incidents has it, where a day to come may be asked for too.
 */
export function writeNumber({ filters, measure, estimate }: NumberRule): string {
  return writeParameters({
    ...filters,
    ...(measure === "gross" ? {} : { measure }),
    ...(estimate === "best" || measure === "count" || measure === "returned" ? {} : { estimate }),
  });
}

/** The rule as the record is asked by it where it is one of a list: gross losses by best estimates. */
export function lossesUnder(filters: Filters): NumberRule {
  return { filters, measure: "gross", estimate: "best" };
}

/**
 * Whether a list's sum is a number of the record: what a text search finds is nobody's total, and what had been said by
 * a day is told where it is asked for.
 */
export function isNumber(filters: Filters): boolean {
  return filters.q === undefined && !isOfStatements(filters);
}
