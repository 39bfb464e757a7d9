import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { ComparedFigure, Incomparable } from "@/lib/statistics/figures/compared-figure";
import { writeNumber } from "@/lib/statistics/numbers/number-view";
import { isOne } from "@/lib/statistics/rules/picked";
import { DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";

/** Why a number of the record is not held against someone else's figure. */
export type NotHeld = Incomparable | "rule" | "other days" | "other scope";

/** Others' figures as the page of a number has them. */
export interface NumberFigures {
  /** Of the same months, category and actor. */
  comparable: ComparedFigure[];
  /** The nearest others, the nearest first, and why the number is not held against each. */
  nearest: { figure: ComparedFigure; why: NotHeld }[];
}

/** The filters that a published figure may have; null where a rule asks for what none states. */
export function figureFilters({ filters, measure, estimate }: NumberRule): Filters | null {
  const { from, to, category, actor, confidence, ...others } = filters;
  if (measure !== "gross" || estimate !== "best" || actor === "none") return null;
  // A figure is about one category and one actor, or all of them.
  if (category !== undefined && !isOne(category)) return null;
  if (actor !== undefined && !isOne(actor)) return null;
  if (Object.keys(others).length > 0 || (confidence !== undefined && actor === undefined))
    return null;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(category === undefined ? {} : { category }),
    ...(actor === undefined ? {} : { actor }),
    ...(confidence === undefined || confidence === DEFAULT_CONFIDENCE ? {} : { confidence }),
  };
}

/**
 * Why a number is not held against a figure; null where it is the record's own number of the same scope.
 * @param figure with the record's own number of its scope, counted by the confidence that the rule asks for
 */
export function whyNotHeld(rule: NumberRule, figure: ComparedFigure): NotHeld | null {
  const own = figureFilters(rule);
  if (own === null) return "rule";
  if (figure.from !== own.from || figure.to !== own.to) return "other days";
  if (!isOfScope(figure, own)) return "other scope";
  if (typeof figure.own === "string") return figure.own;
  return writeNumber({ ...rule, filters: own }) ===
    writeNumber({ ...rule, filters: figure.own.filters })
    ? null
    : "rule";
}

function isOfScope(
  figure: Pick<PublishedFigureRow, "category" | "actor">,
  { category, actor }: Pick<Filters, "category" | "actor">,
): boolean {
  return figure.category === (category ?? null) && (figure.actor?.slug ?? null) === (actor ?? null);
}

/** Figures by how near they are to a number, the nearest first: scope before days, and of equals as they stood. */
export function byNearness<Figure extends PublishedFigureRow>(
  figures: readonly Figure[],
  { filters }: NumberRule,
  days: { from: Day | null; to: Day },
): Figure[] {
  const apart = ({ from, to }: Figure) =>
    daysBetween(to, days.to) + (days.from === null ? 0 : daysBetween(from, days.from));
  const rank = (figure: Figure) => (isOfScope(figure, filters) ? 0 : 1);
  return figures.toSorted((one, other) => rank(one) - rank(other) || apart(one) - apart(other));
}

function daysBetween(one: Day, other: Day): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}
