import {
  type ActorPageView,
  DEFAULT_CONFIDENCE,
  type Filters,
  type YearThrough,
} from "@/lib/statistics/rules/views";
import type { Level } from "@/lib/statistics/totals/level";
import { earlierOf } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The days of a year up to one, as filters; none for everything. */
export function daysOfYear(period: YearThrough | null): Pick<Filters, "from" | "to"> {
  return period === null ? {} : { from: `${period.year}-01-01`, to: period.through };
}

/** The rule of all incidents of an actor and its parts, or of nobody's (`none`), without what is so by default. */
export function incidentsOf(actor: string, confidence: Confidence): Filters {
  return confidence === DEFAULT_CONFIDENCE ? { actor } : { actor, confidence };
}

/** The rule of a page of an actor: its incidents, by statements that are so sure and had been made by then, in its days. */
export function pageRule(slug: string, { confidence, period, known }: ActorPageView): Filters {
  return {
    ...incidentsOf(slug, confidence),
    ...daysOfYear(period),
    ...(known === null ? {} : { known }),
  };
}

/**
 * Of a rule about an actor, the incidents that lean on statements without a date: one source's alone; where the rule
 * counts what had been said by a day, those that it leaves out for want of a date, as far as they had happened by then.
 */
export function undatedOf({ known, ...rule }: Filters): Filters {
  if (known === undefined) return { ...rule, statements: "one-undated" };
  const to = rule.to === undefined ? known : earlierOf(rule.to, known);
  return { ...rule, to, statements: "undated" };
}

/** Of a rule about an actor, those incidents of which the surest statement that names it is exactly so sure; all of a person who was acquitted. */
export function levelOf(rule: Filters, level: Level): Filters {
  if (level === "acquitted") return rule;
  const { confidence: _, ...filters } = rule;
  return { ...filters, level };
}
