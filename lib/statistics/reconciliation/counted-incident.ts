import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** An incident as a reconciliation counts it. */
export interface CountedIncident {
  slug: string;
  name: string;
  /** The first and the last day on which it can have happened. */
  firstDay: Day;
  lastDay: Day;
  category: string;
  targetKind: string;
  /** What was lost, in cents; null where nobody has put a figure on it. */
  lossCents: bigint | null;
  /** What came back, in cents; null where that is not known. */
  returnedCents: bigint | null;
  attributions: readonly {
    actor: string;
    /** Day, month or year of the statement; null where it is not known. */
    on: string | null;
    confidence: Confidence;
  }[];
}

/** The actors of a version by slug, each with the one that it is part of. */
export type ActorTree = ReadonlyMap<string, { name: string; parent: string | null }>;

/** Whether an actor is another or a part of it, over however many steps. */
export function isPartOf(actors: ActorTree, actor: string, whole: string): boolean {
  const seen = new Set<string>();
  let at: string | null = actor;
  while (at !== null && !seen.has(at)) {
    if (at === whole) return true;
    seen.add(at);
    at = actors.get(at)?.parent ?? null;
  }
  return false;
}
