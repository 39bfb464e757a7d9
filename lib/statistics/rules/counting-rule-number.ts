/**
 * The counting rules by their number, a sentence each. A version names those that it was published under; numbers are
 * never given anew, so that an old citation still says how it was counted.
 */
export const COUNTING_RULES = {
  1: "An incident of which no day is known counts on the first day of its month or year; an incident on several chains counts in full on each; and every day counts that is asked for.",
  2: "An incident of which no day is known counts in a period that holds all of its month or year, and is left out and named in one that holds only a part; an incident on several chains counts on each by what its assets say, and otherwise as on several chains; and no day counts after the last that editors have looked through.",
} as const;
export type CountingRules = keyof typeof COUNTING_RULES;

/** The rules by which everything is counted where nothing else is said. */
export const NEWEST_RULES: CountingRules = 2;

/** The rules of a number that the database holds. @throws where there are none of that number */
export function countingRulesOf(number: number): CountingRules {
  if (number === 1 || number === 2) return number;
  throw new Error(`there are no counting rules of number ${number}`);
}
