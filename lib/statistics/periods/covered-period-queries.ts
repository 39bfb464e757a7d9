import type { Queryable } from "@/lib/db/client";
import { cutAt, type PeriodView, periodsBetween } from "@/lib/statistics/periods/period";
import type { CoveredPeriod } from "@/lib/statistics/periods/period-data";
import { totalsUnder } from "@/lib/statistics/totals/total-queries";

/**
 * What can be said where a period is asked for of which nothing is covered: the latest of its kind that is, and the
 * year, both through the covered day.
 */
export async function coveredPeriods(
  db: Queryable,
  version: number,
  { period: { kind }, through }: PeriodView,
): Promise<CoveredPeriod[]> {
  const kinds = kind === "year" ? ([kind] as const) : ([kind, "year"] as const);
  const views = kinds.flatMap((each) =>
    periodsBetween(each, through, through).map((period) => cutAt(period, through)),
  );
  const totals = await totalsUnder(
    db,
    version,
    views.map((view) => ({ from: view.period.from, to: view.through })),
  );
  return views.flatMap((view, place) => {
    const total = totals[place];
    return total === undefined ? [] : [{ view, total }];
  });
}
