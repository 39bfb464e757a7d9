import type { Queryable } from "@/lib/db/client";
import { yearsOfOtherSources } from "@/lib/record/coverage/comparable";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { measuredByDay } from "@/lib/statistics/totals/segment-queries";
import { yearOf } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";
import type { YearRows } from "./cumulative-rows";

/** The days of the year shown and of those before it. */
export async function yearRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<YearRows> {
  const year = yearOf(view.to);
  const span = { from: `${year - view.years + 1}-01-01`, to: view.to };
  const [days, coverage] = await Promise.all([
    measuredByDay(db, version, view, span),
    coverageAt(db, version),
  ]);
  const byYear = grouped(days, (day) => yearOf(day.day));
  const earlier = [...byYear]
    .map(([other, list]) => ({ year: other, days: list }))
    .filter((each) => each.year !== year)
    .sort((one, other) => other.year - one.year);
  return {
    years: [{ year, days: byYear.get(year) ?? [] }, ...earlier],
    otherSources: yearsOfOtherSources(
      coverage,
      view.to,
      earlier.map((each) => each.year),
    ),
  };
}
