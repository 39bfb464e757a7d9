import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import { type Day, earlierOf, lastDayOfMonth } from "@/lib/values/dates/day";

/**
 * A month of a selection, or a year of which no month is known: what it holds, and what everything up to its last day
 * adds up to. What is known only to a year counts from that year's last day on.
 */
export interface TimelineMonth extends Total {
  /** `YYYY-MM`; `YYYY` for what is known only to the year. */
  month: string;
  running: Total;
}

/** A month with its incidents. */
export interface TimelineEntries extends TimelineMonth {
  /** Some where there are very many. */
  rows: IncidentRow[];
}

export type TimelineOrder = "newest" | "oldest";

/** A part of a timeline: some months, and where those before and after begin. */
export interface TimelinePart {
  months: TimelineMonth[];
  /** Null where there are none. */
  previous: string | null;
  next: string | null;
}

/** Incidents in a part, from which on it ends with a month. */
const ENOUGH = 40;

/** The order of months: what is known only to a year stands after its December. */
const keyOf = (month: string) => (month.length === 4 ? `${month}-13` : month);

/**
 * The months of a timeline from one on, until they hold enough incidents.
 * @param months all of them, in any order
 * @param at where it begins; a month that holds nothing is the next one in the order
 */
export function timelinePart(
  months: readonly TimelineMonth[],
  order: TimelineOrder,
  at?: string,
): TimelinePart {
  const parts = partsOf(inTime(months, order));
  if (at === undefined) return partAt(parts, 0);
  const begin = keyOf(order === "oldest" && at.length === 4 ? `${at}-00` : at);
  const isBefore = ({ month }: TimelineMonth) =>
    order === "oldest" ? keyOf(month) < begin : keyOf(month) > begin;
  const rest = inTime(months, order);
  const start = rest.findIndex((month) => !isBefore(month));
  if (start === -1) return { months: [], previous: parts.at(-1)?.[0]?.month ?? null, next: null };
  // A part begins where it is asked to; those before it end there.
  const [before, after] = [partsOf(rest.slice(0, start)), partsOf(rest.slice(start))];
  return partAt([...before, ...after], before.length);
}

function partAt(parts: readonly TimelineMonth[][], place: number): TimelinePart {
  const begin = (of: number) => parts[of]?.[0]?.month ?? null;
  return { months: parts[place] ?? [], previous: begin(place - 1), next: begin(place + 1) };
}

function inTime(months: readonly TimelineMonth[], order: TimelineOrder): TimelineMonth[] {
  const sign = order === "oldest" ? 1 : -1;
  return months.toSorted((one, other) => (keyOf(one.month) < keyOf(other.month) ? -sign : sign));
}

/** Months in parts. What is known only to a year is never the first of one while a month of that year stands before it. */
function partsOf(months: readonly TimelineMonth[]): TimelineMonth[][] {
  const parts: TimelineMonth[][] = [];
  let part: TimelineMonth[] = [];
  let incidents = 0;
  months.forEach((month, place) => {
    part.push(month);
    incidents += month.incidents;
    const following = months[place + 1]?.month;
    const isTogether = following?.length === 4 && month.month.startsWith(following);
    if (incidents >= ENOUGH && !isTogether) {
      parts.push(part);
      part = [];
      incidents = 0;
    }
  });
  if (part.length > 0) parts.push(part);
  return parts;
}

/** Whether months of a selection add up to numbers: what a text search finds, or what no period holds, adds up to none. */
export function isSummedOver({ q, date }: Filters): boolean {
  return q === undefined && date !== "unplaced";
}

/** The first and last day of a month or year. */
export function daysOf(month: string): { from: Day; to: Day } {
  return month.length === 4
    ? { from: `${month}-01-01`, to: `${month}-12-31` }
    : { from: `${month}-01`, to: lastDayOfMonth(month) };
}

/** The rule by which everything up to a month's end counts. */
export function throughMonth(filters: Filters, month: string): Filters {
  const { to } = daysOf(month);
  return { ...filters, to: filters.to === undefined ? to : earlierOf(filters.to, to) };
}

/** The rule by which what is known to a month counts in it; of a year, what is known only to it. */
export function inMonth(filters: Filters, month: string): Filters {
  const { from, to } = daysOf(month);
  const days = {
    from: filters.from !== undefined && filters.from > from ? filters.from : from,
    to: filters.to === undefined ? to : earlierOf(filters.to, to),
  };
  return { ...filters, ...days, ...(month.length === 4 ? { date: "year" as const } : {}) };
}
