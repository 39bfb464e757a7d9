import type { FilterBesidePeriod } from "@/lib/statistics/rules/views";

/** Something that leaves incidents out or changes their amounts, as a title names it. */
export interface NamedFilter {
  /** What of the rule it names. */
  of: FilterBesidePeriod | "estimate" | "top";
  /** In the fewest words that name it. */
  text: string;
  /** Its beginning, where a heading has no room for all of it. */
  inShort?: string;
}
