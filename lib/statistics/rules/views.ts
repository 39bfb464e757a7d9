import {
  type ListView,
  PARAMETERS,
  type ParameterName,
  type ParameterProblem,
  type ParameterValues,
  type Read,
  readParameters,
  type Sort,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { onlyValue } from "@/lib/statistics/rules/picked";
import { type Day, earlierOf, yearOf } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** What the overview shows: a year through a day, and how sure an attribution must be to count. */
export interface OverviewView {
  year: number;
  through: Day;
  confidence: Confidence;
}

/** The parameters that decide which incidents count beside the period. Charts, lists and changes all take theirs from here. */
export const FILTERS_BESIDE_PERIOD = [
  "category",
  "technique",
  "target",
  "target-name",
  "chain",
  "chains",
  "actor",
  "confidence",
  "level",
  "least",
  "most",
  "loss",
  "returned",
  "date",
  "sources",
  "addresses",
  "transactions",
  "source-publisher",
  "q",
] as const satisfies readonly ParameterName[];
export type FilterBesidePeriod = (typeof FILTERS_BESIDE_PERIOD)[number];

/**
 * Those that ask for the statements by which an actor is named. Lists and actors' pages know them; charts and numbers do
 * not, whose titles could not say so in few words.
 */
export const FILTERS_OF_STATEMENTS = ["known", "statements"] as const;
export type FilterOfStatements = (typeof FILTERS_OF_STATEMENTS)[number];

/** Whether a rule asks for statements, as lists and actors' pages alone can. */
export function isOfStatements(filters: Filters): boolean {
  return FILTERS_OF_STATEMENTS.some((name) => filters[name] !== undefined);
}

/** The parameters that decide which incidents count. */
export const FILTER_NAMES = [
  "from",
  "to",
  ...FILTERS_BESIDE_PERIOD,
  ...FILTERS_OF_STATEMENTS,
] as const;

/**
 * Which incidents count; what is not given leaves nothing out. What may name several values (`picked.ts`) asks for one of
 * those and none of what it leaves out. `actor` may be `none`: attributed to nobody.
 * `target` is a kind of target, or one target by its slug; `target-name` is a target as an incident's sources call it,
 * by a name whose letter case and white space do not count.
 * `level` is the confidence of the surest attribution: to the actor or a part of it, or to anybody where none is named.
 * `known` leaves out what was said of the actor after a day, and what is not known to have been said by then.
 * `date` may be `unplaced`: then those that the period may hold, and that do not count in it.
 */
export type Filters = Pick<ParameterValues, (typeof FILTER_NAMES)[number]>;

/** A page of the list of incidents under a rule. */
export interface IncidentsView {
  filters: Filters;
  sort: Sort;
  /** From 1. Of the table alone. */
  page: number;
  /** A table where it is left out. */
  view?: Exclude<ListView, "table">;
  /** The month or year at which a timeline begins; its first where it is left out. */
  at?: string;
}

/** A part of the timeline of all incidents. */
export interface TimelineView {
  sort: "newest" | "oldest";
  /** The month or year at which it begins; its first where it is left out. */
  at?: string;
}

/**
 * Losses of so many US dollars and more are covered far more evenly than smaller ones, which are known only where a
 * source collects those, so that their number says more of sources than of thefts.
 */
export const COMPARABLE_FROM = 1_000_000;

/** An attribution counts from this confidence on where the rule does not say. */
export const DEFAULT_CONFIDENCE: Confidence = "suspected";

/**
 * Reads the overview's parameters. Without any it is the year of `asOf`, through `asOf`; a past year runs to its end.
 * Whoever asks for a day that is not covered yet gets the last that is.
 * @param asOf the day that counts as today: how far a version is covered, or its own day
 * @param now the current day, which bounds what may be asked for
 * @param covered the last day up to which editors had looked; null where they had not said
 */
export function readOverview(
  query: URLSearchParams,
  asOf: Day,
  now: Day,
  covered: Day | null = null,
): Read<OverviewView> {
  const read = readParameters(query, ["year", "through", "confidence"]);
  if (!read.ok) return read;
  const { year: givenYear, through: givenThrough, confidence = DEFAULT_CONFIDENCE } = read.value;
  const year = givenYear ?? yearOf(givenThrough ?? asOf);
  const bound = covered === null ? asOf : now;
  if (givenThrough === undefined && year > yearOf(bound)) return refused("year", String(year));
  const through = givenThrough ?? (year < yearOf(bound) ? `${year}-12-31` : bound);
  if (yearOf(through) !== year || through > now) return refused("through", through);
  const shown = throughCovered(through, covered);
  return { ok: true, value: { year: yearOf(shown), through: shown, confidence } };
}

/** A day, or the last that is covered where that comes first. */
export function throughCovered(day: Day, covered: Day | null): Day {
  return covered === null ? day : earlierOf(day, covered);
}

/** Reads the parameters of the list of incidents. */
export function readIncidents(query: URLSearchParams): Read<IncidentsView> {
  const read = readParameters(query, [...FILTER_NAMES, "view", "at", "sort", "page"]);
  if (!read.ok) return read;
  const { view = "table", at, sort = "newest", page = 1, ...filters } = read.value;
  for (const name of FILTERS_OF_STATEMENTS) {
    const given = filters[name];
    const actor = onlyValue(filters.actor);
    if (given !== undefined && (actor === null || actor === "none"))
      return refused(name, given, "given beside one actor, such as actor=lazarus-group");
  }
  if (filters.from !== undefined && filters.to !== undefined && filters.from > filters.to) {
    return refused("to", filters.to);
  }
  const bounded = boundsOfLoss(filters);
  if (!bounded.ok) return bounded;
  if (at !== undefined && view !== "timeline")
    return refused("at", at, "left out: only a timeline begins at a month");
  if (view === "table") return { ok: true, value: { filters, sort, page } };
  if (page !== 1) return refused("page", String(page), "left out: only the table has pages");
  return {
    ok: true,
    value: { filters, sort, page, view, ...(at === undefined ? {} : { at }) },
  };
}

/** Refuses a largest loss below the smallest: no incident has one. */
export function boundsOfLoss({ least, most }: Filters): Read<null> {
  return least !== undefined && most !== undefined && most < least
    ? refused("most", String(most), `an amount not below least, which is ${least}`)
    : { ok: true, value: null };
}

/** Reads the parameters of the timeline of all incidents. */
export function readTimeline(query: URLSearchParams): Read<TimelineView> {
  const read = readParameters(query, ["at", "sort"]);
  if (!read.ok) return read;
  const { at, sort = "newest" } = read.value;
  if (sort !== "newest" && sort !== "oldest")
    return refused("sort", sort, "newest or oldest: a timeline is in the order of days");
  return { ok: true, value: { sort, ...(at === undefined ? {} : { at }) } };
}

/** The canonical query of the timeline of all incidents. */
export function writeTimeline({ sort, at }: TimelineView): string {
  return writeParameters({
    ...(at === undefined ? {} : { at }),
    ...(sort === "newest" ? {} : { sort }),
  });
}

/** Reads the parameters of the pages about actors: only how sure an attribution must be. */
export function readActors(query: URLSearchParams): Read<{ confidence: Confidence }> {
  const read = readParameters(query, ["confidence"]);
  return read.ok
    ? { ok: true, value: { confidence: read.value.confidence ?? DEFAULT_CONFIDENCE } }
    : read;
}

/** A year up to a day of it. */
export interface YearThrough {
  year: number;
  through: Day;
}

/** What the page of an actor shows: everything, or a year through a day. */
export interface ActorPageView {
  confidence: Confidence;
  /** Null for everything. */
  period: YearThrough | null;
  /** Statements count that were made by this day; null for all of them. */
  known: Day | null;
}

/** Reads the parameters of an actor's page: the overview's, without which no year is picked, and until when statements count. */
export function readActor(
  query: URLSearchParams,
  asOf: Day,
  now: Day,
  covered: Day | null,
): Read<ActorPageView> {
  const given = readParameters(query, ["year", "through", "confidence", "known"]);
  if (!given.ok) return given;
  const { confidence = DEFAULT_CONFIDENCE, known = null } = given.value;
  if (known !== null && known > now) return refused("known", known, "a day that has come");
  if (given.value.year === undefined && given.value.through === undefined)
    return { ok: true, value: { confidence, period: null, known } };
  const days = new URLSearchParams(query);
  days.delete("known");
  const read = readOverview(days, asOf, now, covered);
  if (!read.ok) return read;
  const { year, through } = read.value;
  return { ok: true, value: { confidence, period: { year, through }, known } };
}

/** The canonical query of an overview: the year and day always, so that the address never drifts. */
export function writeOverview({ year, through, confidence }: OverviewView): string {
  return writeParameters({ year, through, ...writtenConfidence(confidence) });
}

/** The canonical query of a list of incidents, without what is so by default. */
export function writeIncidents({ filters, sort, page, view, at }: IncidentsView): string {
  return writeParameters({
    ...filters,
    ...(view === undefined ? {} : { view }),
    ...(at === undefined ? {} : { at }),
    ...(sort === "newest" ? {} : { sort }),
    ...(page === 1 ? {} : { page }),
  });
}

/** The canonical query of a page about actors. */
export function writeActors({ confidence }: { confidence: Confidence }): string {
  return writeParameters(writtenConfidence(confidence));
}

/** The canonical query of an actor's page. */
export function writeActor({ confidence, period, known }: ActorPageView): string {
  return writeParameters({
    ...period,
    ...writtenConfidence(confidence),
    ...(known === null ? {} : { known }),
  });
}

function writtenConfidence(confidence: Confidence): ParameterValues {
  return confidence === DEFAULT_CONFIDENCE ? {} : { confidence };
}

/** One parameter refused; by what the grammar allows where nothing narrower is said. */
export function refused(
  parameter: ParameterName,
  given: string,
  allowed: string = PARAMETERS[parameter].allowed,
): { ok: false; problems: ParameterProblem[] } {
  return { ok: false, problems: [{ parameter, given, allowed }] };
}
