import { numberText } from "@/lib/statistics/changes/amount-text";
import { type CountingRules, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import type { Measure } from "@/lib/statistics/rules/parameters";

/** What a number was under the counting rules that its version was published under. */
export interface PublishedTotal {
  version: number;
  rules: CountingRules;
  incidents: number;
  /** US dollars, or a number of incidents where they are the measure. */
  amount: number;
}

/** That a version's number is counted by newer rules, and what it was as published: two sentences. */
export function publishedTotalText(
  { version, rules, incidents, amount }: PublishedTotal,
  measure: Measure = "gross",
): string {
  const was = numberText(measure, amount);
  const of = measure === "count" ? "" : `, ${numberText("count", incidents)}`;
  return `Counted by rules ${NEWEST_RULES}. As published, under rules ${rules}, version ${version} said ${was}${of}.`;
}
