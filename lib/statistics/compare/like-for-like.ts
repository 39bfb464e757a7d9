import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { Side } from "@/lib/statistics/compare/comparison";
import { type Day, earlierOf, laterOf, sameDayIn, yearOf } from "@/lib/values/dates/day";

/** This year to date against last year as the record knew it on the same day last year. */
export type LikeForLike =
  | {
      isPossible: true;
      /** The version that was the newest a year before this one. */
      yearAgo: { number: number; publishedOn: Day; coveredThrough: Day | null };
      /** Last year, at that version; and this year, both through the same day of the year. */
      first: Side;
      second: Side;
      rules: { first: NumberRule; second: NumberRule };
    }
  | {
      isPossible: false;
      /** The day from which a version can be held against one of a year before: a year after the record's first. */
      from: Day;
    };

/** The day a year before. */
export function yearBefore(day: Day): Day {
  return sameDayIn(yearOf(day) - 1, day);
}

/** The day a year later; of 29 February, 28 February. */
export function yearAfter(day: Day): Day {
  return sameDayIn(yearOf(day) + 1, day);
}

/**
 * The rules of both years, each from its first day through the same day: the earlier of those that the two versions are
 * covered through. Null where no day of one of the years was covered.
 * @param now the day through which this year's version is covered
 * @param then the day through which the version of a year before was covered
 */
export function rulesLikeForLike(
  now: Day,
  then: Day,
): { first: NumberRule; second: NumberRule } | null {
  const year = yearOf(now);
  const last = laterOf(earlierOf(now, yearAfter(then)), `${year - 1}-12-31`);
  if (yearOf(last) !== year) return null;
  const of = (from: Day, to: Day): NumberRule => ({
    filters: { from, to },
    measure: "gross",
    estimate: "best",
  });
  return {
    first: of(`${year - 1}-01-01`, yearBefore(last)),
    second: of(`${year}-01-01`, last),
  };
}
