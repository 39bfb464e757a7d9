import { DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The rule of all incidents of an actor and its parts, or of nobody's (`none`), without what is so by default. */
export function incidentsOf(actor: string, confidence: Confidence): Filters {
  return confidence === DEFAULT_CONFIDENCE ? { actor } : { actor, confidence };
}
