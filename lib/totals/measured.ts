import type { Day } from "@/lib/dates/day";
import type { Category } from "@/lib/taxonomy/taxonomy";

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

/** A part of a total: `key` is a value of the dimension, null for the incidents that have none. */
export interface SplitTotal extends Measured {
  key: string | null;
}

/** A part of a total in one month (`YYYY-MM`), quarter (`YYYY-Q1`) or year (`YYYY`). */
export interface PeriodSplit extends SplitTotal {
  period: string;
}

/** What one day added. */
export interface DayMeasured extends Measured {
  day: Day;
}

/** An incident as a dot: amounts are US dollars, null where not known. */
export interface IncidentDot {
  slug: string;
  name: string;
  category: Category;
  /** The day on which it is drawn: the first of its month or year where no better is known. */
  day: Day;
  amount: number | null;
  low: number | null;
  high: number | null;
}

/** A total and its parts by a dimension. Parts may overlap: an incident on two chains counts once for each. */
export interface Split {
  total: Measured;
  parts: SplitTotal[];
  /** Incidents that count in more than one part. */
  overlapping: number;
  /** What each key is called. */
  names: Record<string, string>;
}
