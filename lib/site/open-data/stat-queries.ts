import type { Queryable } from "@/lib/db/client";
import type { Asked } from "@/lib/site/open-data/asked";
import type { StatAnswer } from "@/lib/site/open-data/shapes/answers";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import type { Measured } from "@/lib/statistics/totals/measured";
import {
  measuredByPeriodWithTotal,
  measuredTotal,
  namesOf,
  segmentedTotal,
  segmentsByPeriod,
} from "@/lib/statistics/totals/segment-queries";

/** Later than any day that is covered. */
const FOR_EVER = "9999-12-31";

/** What is asked for as the rule by which charts count. */
export function countingRuleOf(asked: Asked): CountingRule {
  const { filters, measure, estimate, by, interval, dollars } = asked;
  const { from = null, to = FOR_EVER, ...others } = filters;
  return {
    from,
    to,
    filters: others,
    confidence: others.confidence ?? DEFAULT_CONFIDENCE,
    measure,
    estimate,
    by,
    interval: interval ?? "year",
    ...(dollars === null ? {} : { dollars }),
  };
}

const saidOf = ({ incidents, unknownSize, amount }: Measured) => ({
  incidents,
  unknown: unknownSize,
  amount,
});

/** What a rule adds up to, and its parts. */
export async function statsAt(
  db: Queryable,
  version: number,
  asked: Asked,
): Promise<{ sum: ReturnType<typeof saidOf>; rows: StatAnswer[] }> {
  const rule = countingRuleOf(asked);
  const row = (
    part: Measured,
    { period = null, key = null }: { period?: string | null; key?: string | null },
    names: Record<string, string> = {},
  ): StatAnswer => ({
    period,
    segment: key,
    segment_name: key === null ? null : (names[key] ?? key),
    ...saidOf(part),
  });
  if (rule.by !== null && asked.interval === null) {
    const { total, parts, names } = await segmentedTotal(db, version, rule);
    return { sum: saidOf(total), rows: parts.map((part) => row(part, part, names)) };
  }
  if (rule.by === null && asked.interval !== null) {
    const { total, periods } = await measuredByPeriodWithTotal(db, version, rule);
    return { sum: saidOf(total), rows: periods.map((part) => row(part, part)) };
  }
  const [total, rows] = await Promise.all([
    measuredTotal(db, version, rule),
    asked.interval === null ? [] : segmentsByPeriod(db, version, rule),
  ]);
  const sum = saidOf(total);
  if (asked.interval === null) return { sum, rows: [row(total, {})] };
  const names = await namesOf(db, version, rule);
  return { sum, rows: rows.map((part) => row(part, part, names)) };
}
