import { type Day, dayOf } from "@/lib/values/dates/day";

/** How long it takes until a theft is written about: days from a theft to the first source that the record gives for it. */
export interface SourceLag {
  /** Of how many incidents both days are known to the day. */
  incidents: number;
  /** Within how many days half of them had their first source. */
  half: number;
  /** Within how many days nine of ten had it. */
  nineOfTen: number;
  /** Within how many days 19 of 20 had it. */
  nineteenOfTwenty: number;
}

/** The days whose thefts may not all have been written about by the day that is covered. */
export interface YoungDays {
  /** The first of them: one theft in twenty takes longer than from here to the covered day. */
  from: Day;
  /** Within how many days 19 of 20 thefts had their first source. */
  within: number;
}

/** How far editors had looked, and the last days before that of which they may have missed thefts. */
export interface CoveredDays {
  through: Day;
  /** Null where a period ends before them, or too few incidents tell the lag. */
  young: YoungDays | null;
}

/** The young days before a covered day. */
export function youngDays({ nineteenOfTwenty }: SourceLag, coveredThrough: Day): YoungDays {
  const from = new Date(`${coveredThrough}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() - nineteenOfTwenty + 1);
  return { from: dayOf(from), within: nineteenOfTwenty };
}

/** What to know of the young days, in a sentence. */
export function lagText(within: number): string {
  const days = within === 1 ? "1 day" : `${within.toLocaleString("en-GB")} days`;
  return `19 in 20 thefts on record had their first source within ${days}`;
}
