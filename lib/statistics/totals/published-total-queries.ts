import type { Queryable } from "@/lib/db/client";
import { findVersion } from "@/lib/record/versions/version-queries";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import {
  type CountingRules,
  countingRulesOf,
  NEWEST_RULES,
} from "@/lib/statistics/rules/counting-rule-number";
import type { Filters } from "@/lib/statistics/rules/views";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import { measuredTotal } from "@/lib/statistics/totals/segment-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";

/** The older counting rules that a version was published under; null where these are the newest. */
async function olderRulesOf(db: Queryable, version: number): Promise<CountingRules | null> {
  const found = await findVersion(db, version);
  if (found === null) return null;
  const rules = countingRulesOf(found.countingRules);
  return rules === NEWEST_RULES ? null : rules;
}

/** What the losses under some filters were as a version was published; null where it counts by the newest rules. */
export async function publishedTotal(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<PublishedTotal | null> {
  const rules = await olderRulesOf(db, version);
  if (rules === null) return null;
  const { incidents, lossUsd } = await totalUnder(db, version, filters, rules);
  return { version, rules, incidents, amount: lossUsd };
}

/** What a rule's measure was as a version was published; null where it counts by the newest rules. */
export async function publishedMeasure(
  db: Queryable,
  version: number,
  rule: CountingRule,
): Promise<PublishedTotal | null> {
  const rules = await olderRulesOf(db, version);
  if (rules === null) return null;
  const { incidents, amount } = await measuredTotal(db, version, rule, rules);
  return { version, rules, incidents, amount };
}
