import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { type ChartView, readChart } from "@/lib/statistics/charts/chart-view";
import { writeNumber } from "@/lib/statistics/numbers/number-view";
import type { Day } from "@/lib/values/dates/day";

/**
 * The columns that add up to a number; null where charts do not know its rule.
 * @param days whose last is covered
 */
export function chartOfNumber(
  rule: NumberRule,
  days: { from: Day | null; to: Day },
): ChartView | null {
  const filters = { ...rule.filters, to: days.to };
  const query = new URLSearchParams(writeNumber({ ...rule, filters }));
  const read = readChart("monthly", query, { asOf: days.to, now: days.to, covered: days.to });
  return read.ok ? read.value : null;
}
