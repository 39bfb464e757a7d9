import type { Category } from "@/lib/values/taxonomy/taxonomy";

/**
 * A sum of a measure under a rule. `amount` is in US dollars at the time of each theft, or a number of
 * incidents where incidents are the measure; it leaves out `unknownSize` incidents that nobody has put a
 * figure on, or of which nobody knows what came back where that is the measure.
 */
export interface Measured {
  incidents: number;
  unknownSize: number;
  amount: number;
}

/** A segment of a total: `key` is a value of the dimension, null for the incidents that have none, SEVERAL for those that have several undivided. */
export interface SegmentTotal extends Measured {
  key: string | null;
}

/** A segment of a total in one month (`YYYY-MM`), quarter (`YYYY-Q1`) or year (`YYYY`). */
export interface PeriodSegment extends SegmentTotal {
  period: string;
}

/** What one day added; or, apart from those, what a month or year added of which no better day is known. */
export interface DayMeasured extends Measured {
  /** As precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
  day: string;
}

/** An incident as a dot: amounts are US dollars, null where not known. */
export interface IncidentDot {
  slug: string;
  name: string;
  category: Category;
  /** When it happened, as precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
  occurredOn: string;
  amount: number | null;
  low: number | null;
  high: number | null;
}

/** A total and its segments by a dimension, which add up to it. An incident's amount may be divided among several. */
export interface Segmented {
  total: Measured;
  parts: SegmentTotal[];
  /** By chain, incidents that are divided among several segments; by actor, those in the segment of several actors. */
  overlapping: number;
  /** By actor, how many of these one charge attributes to several; 0 by anything else. */
  chargedTogether: number;
  /** What each key is called. */
  names: Record<string, string>;
}

/** Sums of incidents that no two of them share, together. */
export function sumOf(rows: readonly Measured[]): Measured {
  return rows.reduce(
    (sum, row) => ({
      incidents: sum.incidents + row.incidents,
      unknownSize: sum.unknownSize + row.unknownSize,
      amount: sum.amount + row.amount,
    }),
    { incidents: 0, unknownSize: 0, amount: 0 },
  );
}
