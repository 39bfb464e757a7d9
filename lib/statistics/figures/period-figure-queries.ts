import type { Queryable } from "@/lib/db/client";
import {
  activeAndRetracted,
  type RetractedPublishedFigure,
} from "@/lib/record/figures/published-figure";
import { figuresInside } from "@/lib/record/figures/published-figure-queries";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import { comparedFigures } from "@/lib/statistics/figures/compared-figure-queries";
import { figuresOverYears } from "@/lib/statistics/figures/figure-list-queries";
import { dividedFigures, type PeriodFigures } from "@/lib/statistics/figures/period-figures";
import type { PeriodView } from "@/lib/statistics/periods/period";

/** Others' figures about a period, those of its quarters and months left to their own pages. */
export async function periodFigures(
  db: Queryable,
  version: number,
  view: PeriodView,
): Promise<PeriodFigures> {
  const { active, retracted } = activeAndRetracted(await figuresInside(db, version, view.period));
  const { same, others, elsewhere } = dividedFigures(active, view);
  const compared = await comparedFigures(db, version, [...same, ...others]);
  const { same: own, others: ownOthers } = dividedFigures(retracted, view);
  return {
    same: compared.slice(0, same.length),
    others: compared.slice(same.length),
    elsewhere,
    retracted: [...own, ...ownOthers],
  };
}

/** Others' figures about days of several years, and those of them that were retracted. */
export async function severalYearFigures(
  db: Queryable,
  version: number,
): Promise<{ figures: ComparedFigure[]; retracted: RetractedPublishedFigure[] }> {
  const { active, retracted } = activeAndRetracted(await figuresOverYears(db, version));
  return { figures: await comparedFigures(db, version, active), retracted };
}
