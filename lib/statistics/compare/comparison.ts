import type { CompareView } from "@/lib/statistics/compare/compare-view";
import type { Day } from "@/lib/values/dates/day";
import { lastDayOfMonth } from "@/lib/values/dates/day";

// Amounts are whole cents, of which a double holds every one up to ninety trillion dollars: so what is added and taken
// from another here is exact. Only what is shown is divided by a hundred.

/** A sum of whole cents; it leaves out `unknownSize` incidents whose amount nobody knows. */
export interface SideTotal {
  incidents: number;
  unknownSize: number;
  cents: number;
  /** The median of the amounts that are known; null where none is. */
  medianCents: number | null;
}

/** One side of a comparison. */
export interface Side {
  /** The first and last day that count; the first is null where the rule names none. */
  days: { from: Day | null; to: Day };
  /** Whether editors have looked through any of these days. */
  isCovered: boolean;
  total: SideTotal;
  /** The same without the incident of the largest known amount; null where no amount is known. */
  withoutLargest: SideTotal | null;
  largest: { slug: string; name: string; cents: number } | null;
  /** By month, `YYYY-MM`; what is known only to its year under `YYYY`. Those without an incident are not there. */
  months: ReadonlyMap<string, MonthSum>;
}

interface MonthSum {
  incidents: number;
  unknownSize: number;
  cents: number;
}

/** What a part of both sides comes to; null cents where a side has nothing of it whose amount is known. */
export interface Move {
  key: string;
  name: string;
  firstCents: number | null;
  secondCents: number | null;
  /** What it adds to the difference. */
  cents: number;
}

/** A move by one incident. */
export interface IncidentMove extends Move {
  occurredOn: string;
}

/** Two numbers against each other. */
export interface Comparison {
  view: CompareView;
  first: Side;
  second: Side;
  /** What the second comes to less the first. */
  differenceCents: number;
  /** Incidents that both sides count, whatever they add. */
  common: { incidents: number; firstCents: number; secondCents: number };
  /** The largest moves by incident, and all others together. They add up to the difference, as those below do. */
  byIncident: { moves: IncidentMove[]; others: { incidents: number; cents: number } };
  byCategory: Move[];
  byTechnique: Move[];
}

/** What a total comes to; null, which is not zero, where of none of its incidents an amount is known. */
export function knownCents({ incidents, unknownSize, cents }: MonthSum): number | null {
  return incidents > 0 && incidents === unknownSize ? null : cents;
}

/** A month of each side, as many months after the side's own first. */
export interface MonthPair {
  first: MonthValue | null;
  second: MonthValue | null;
}

/** What one month of a side comes to; null cents where nobody knows. */
export interface MonthValue {
  month: string;
  cents: number | null;
  /** Whether all its days are among those that count. */
  isWhole: boolean;
}

/** The months of both sides, the first of one beside the first of the other; a side that ends sooner has null. */
export function alignedMonths({
  first,
  second,
}: Pick<Comparison, "first" | "second">): MonthPair[] {
  const recorded = [...first.months.keys(), ...second.months.keys()]
    .filter((month) => month.length > 4)
    .sort();
  const start = recorded[0] ?? null;
  const [one, other] = [monthsOf(first, start), monthsOf(second, start)];
  return Array.from({ length: Math.max(one.length, other.length) }, (_, place) => ({
    first: one[place] ?? null,
    second: other[place] ?? null,
  }));
}

/** @param start the month to begin with where the side's rule names no first day */
function monthsOf({ days, isCovered, months }: Side, start: string | null): MonthValue[] {
  const from = days.from?.slice(0, 7) ?? start;
  if (from === null || !isCovered) return [];
  const values: MonthValue[] = [];
  const last = days.to.slice(0, 7);
  for (let month = from; month <= last; month = nextMonth(month)) {
    const sum = months.get(month);
    values.push({
      month,
      cents: sum === undefined ? 0 : knownCents(sum),
      isWhole:
        (days.from === null || `${month}-01` >= days.from) && lastDayOfMonth(month) <= days.to,
    });
  }
  return values;
}

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, "0")}`;
}

/** What of a side is known only to its year, and so in none of its months. */
export function knownOnlyToYear({ months }: Side): MonthSum {
  const sum = { incidents: 0, unknownSize: 0, cents: 0 };
  for (const [key, { incidents, unknownSize, cents }] of months)
    if (key.length === 4) {
      sum.incidents += incidents;
      sum.unknownSize += unknownSize;
      sum.cents += cents;
    }
  return sum;
}
