import type { Queryable } from "@/lib/db/client";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { comparedFigures } from "@/lib/statistics/figures/compared-figure-queries";
import { listFigures } from "@/lib/statistics/figures/figure-list-queries";
import type { FigureFilters } from "@/lib/statistics/figures/figures-view";
import {
  byNearness,
  type NotHeld,
  type NumberFigures,
  whyNotHeld,
} from "@/lib/statistics/numbers/number-figures";
import { onlyValue } from "@/lib/statistics/rules/picked";
import { type Day, yearOf } from "@/lib/values/dates/day";

/** Figures beside a number that it is not held against. */
const NEAREST = 4;
/** Figures of one scope and year that are looked at. */
const LOOKED_AT = 60;

/** What others published that a number may be held against, and what comes nearest to that. */
export async function numberFigures(
  db: Queryable,
  version: number,
  rule: NumberRule,
  days: { from: Day | null; to: Day },
): Promise<NumberFigures> {
  const { actor, category, confidence } = rule.filters;
  const year = yearOf(days.to);
  const isOfSpan = days.from !== null && yearOf(days.from) === year;
  const scope: FigureFilters = {
    ...(isOfSpan ? { year } : {}),
    actor: onlyValue(actor) ?? "none",
    scope: onlyValue(category) ?? "everything",
  };
  const limit = { limit: LOOKED_AT };
  const found = await listFigures(db, version, scope, "newest", limit);
  const { scope: _, ...wider } = scope;
  const others = found.length > 0 ? found : await listFigures(db, version, wider, "newest", limit);
  const active = others.filter(({ retraction }) => retraction === null);
  const near = byNearness(active, rule, days);
  const compared = await comparedFigures(db, version, near, confidence);
  const comparable = compared.filter((figure) => whyNotHeld(rule, figure) === null);
  const nearest: { figure: (typeof compared)[number]; why: NotHeld }[] = [];
  for (const figure of compared) {
    const why = whyNotHeld(rule, figure);
    if (why !== null && nearest.length < NEAREST) nearest.push({ figure, why });
  }
  return { comparable, nearest };
}
