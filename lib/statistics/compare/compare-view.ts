import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { NUMBER_PARAMETERS, readNumber, writeNumber } from "@/lib/statistics/numbers/number-view";
import {
  alsoKnown,
  type ParameterProblem,
  type Read,
  readParameters,
} from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { type Day, yearOf } from "@/lib/values/dates/day";

// The first side is asked for as on a number's page. The second is the first but for what parameters say whose names
// begin with `with-`: `year=2024&with-year=2025`, `actor=lazarus-group&with-actor=none`.

/** Two numbers of the record, held against each other: amounts in US dollars, never numbers of incidents. */
export interface CompareView {
  /** What the difference is counted from. */
  first: NumberRule;
  second: NumberRule;
}

const WITH = "with-";
const DAYS = ["year", "through", "from", "to"] as const;
const COMPARED = NUMBER_PARAMETERS;
const WITH_NAMES = COMPARED.map((name) => `${WITH}${name}`);
const AMOUNTS = "one of gross, net, returned: incidents are counted beside each of them";

/** Whether a parameter is of the second side of a comparison. */
export function isOfSecond(name: string): boolean {
  return name.startsWith(WITH);
}

/**
 * Reads two sides. Where neither says days, and nothing is said of the second: the last two whole years.
 * @param asOf the day through which a year that has not ended counts where the URL does not say
 * @param now the current day, which bounds what may be asked for
 */
export function readCompare(query: URLSearchParams, asOf: Day, now: Day): Read<CompareView> {
  const [own, others] = [new URLSearchParams(), new URLSearchParams()];
  for (const [name, value] of query) {
    if (value.trim() === "" && knows(name)) continue;
    if (isOfSecond(name)) others.append(name.slice(WITH.length), value);
    else own.append(name, value);
  }
  if (others.size === 0 && !saysDays(own)) {
    const last = lastWholeYear(asOf);
    own.set("year", String(last - 1));
    others.set("year", String(last));
  }
  const first = readSide(own, asOf, now);
  const given = named(readParameters(others, COMPARED));
  if (!first.ok || !given.ok)
    return {
      ok: false,
      problems: [
        ...(first.ok ? [] : (alsoKnown(first, WITH_NAMES) as typeof first).problems),
        ...(given.ok ? [] : given.problems),
      ],
    };
  const second = named(readSide(overridden(own, others), asOf, now));
  if (!second.ok) return second;
  const view = { first: first.value, second: second.value };
  return writeNumber(view.first) === writeNumber(view.second)
    ? theSameTwice(others)
    : { ok: true, value: view };
}

function lastWholeYear(asOf: Day): number {
  return asOf.endsWith("-12-31") ? yearOf(asOf) : yearOf(asOf) - 1;
}

/** The last two whole years of what some filters leave, as a comparison without days is read. */
export function lastTwoYears(asOf: Day, filters: Filters = {}): CompareView {
  const last = lastWholeYear(asOf);
  const of = (year: number): NumberRule => ({
    filters: { ...filters, from: `${year}-01-01`, to: `${year}-12-31` },
    measure: "gross",
    estimate: "best",
  });
  return { first: of(last - 1), second: of(last) };
}

function knows(name: string): boolean {
  return (COMPARED as readonly string[]).includes(
    isOfSecond(name) ? name.slice(WITH.length) : name,
  );
}

function saysDays(query: URLSearchParams): boolean {
  return DAYS.some((name) => query.has(name));
}

function readSide(query: URLSearchParams, asOf: Day, now: Day): Read<NumberRule> {
  const read = readNumber(query, asOf, now);
  if (!read.ok || read.value.measure !== "count") return read;
  return { ok: false, problems: [{ parameter: "measure", given: "count", allowed: AMOUNTS }] };
}

/** The first side's parameters with the second's in their place; days are replaced together. */
function overridden(own: URLSearchParams, others: URLSearchParams): URLSearchParams {
  const merged = new URLSearchParams(own);
  if (saysDays(others)) for (const name of DAYS) merged.delete(name);
  for (const name of new Set(others.keys())) merged.delete(name);
  for (const [name, value] of others) merged.append(name, value);
  return merged;
}

/** Problems of the second side, by the names that its parameters have in the URL. */
function named<Value>(read: Read<Value>): Read<Value> {
  if (read.ok) return read;
  const problems = read.problems.map(
    ({ parameter, given, allowed }): ParameterProblem => ({
      parameter: `${WITH}${parameter}`,
      given,
      allowed: allowed.startsWith("one of the parameters ")
        ? `one of the parameters ${[...COMPARED, ...WITH_NAMES].join(", ")}`
        : allowed
            .replace("before from", `before ${WITH}from`)
            .replace("with year or through", `with ${WITH}year or ${WITH}through`),
    }),
  );
  return { ok: false, problems };
}

function theSameTwice(others: URLSearchParams): Read<never> {
  const [[name, given] = ["from", null]] = [...others];
  const allowed = `something that the first side does not have, so that there are two things to compare: another value of ${WITH}${name}, or one more of the parameters ${WITH_NAMES.join(", ")}`;
  return { ok: false, problems: [{ parameter: `${WITH}${name}`, given, allowed }] };
}

/**
 * The canonical query of a comparison: the first side's, then what the second has otherwise. The second has every filter
 * that the first has, if by another value: no query says that it has none.
 */
export function writeCompare({ first, second }: CompareView): string {
  const [own, other] = [
    new URLSearchParams(writeNumber(first)),
    new URLSearchParams(writeNumber(second)),
  ];
  const sameDays =
    first.filters.from === second.filters.from && first.filters.to === second.filters.to;
  const said = new URLSearchParams(own);
  const usual: Record<string, string> = { measure: "gross", estimate: "best" };
  for (const name of new Set([...COMPARED.filter((each) => own.has(each) || other.has(each))])) {
    const [one, two] = [own.get(name) ?? usual[name], other.get(name) ?? usual[name]];
    const isDay = (DAYS as readonly string[]).includes(name);
    if (two !== undefined && (isDay ? !sameDays : one !== two)) said.set(`${WITH}${name}`, two);
  }
  return said.toString();
}
