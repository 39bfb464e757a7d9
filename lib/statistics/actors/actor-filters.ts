import { DEFAULT_CONFIDENCE, type Filters, type YearThrough } from "@/lib/statistics/rules/views";
import type { Level } from "@/lib/statistics/totals/level";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The days of a year up to one, as filters; none for everything. */
export function daysOfYear(period: YearThrough | null): Pick<Filters, "from" | "to"> {
  return period === null ? {} : { from: `${period.year}-01-01`, to: period.through };
}

/** The rule of all incidents of an actor and its parts, or of nobody's (`none`), without what is so by default. */
export function incidentsOf(actor: string, confidence: Confidence): Filters {
  return confidence === DEFAULT_CONFIDENCE ? { actor } : { actor, confidence };
}

/** Of a rule about an actor, those incidents of which the surest statement that names it is exactly so sure; all of a person who was acquitted. */
export function levelOf(rule: Filters, level: Level): Filters {
  if (level === "acquitted") return rule;
  const { confidence: _, ...filters } = rule;
  return { ...filters, level };
}
