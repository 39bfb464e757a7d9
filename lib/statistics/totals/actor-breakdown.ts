import type { ActorNode } from "@/lib/record/actors/actor";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type {
  ActorBreakdown,
  ActorTotal,
  ActorTotals,
  Total,
} from "@/lib/statistics/totals/totals";

/** Largest loss first; equal losses by number of incidents, then by name. */
function largestFirst(one: ActorTotal, other: ActorTotal): number {
  return (
    other.lossUsd - one.lossUsd ||
    other.incidents - one.incidents ||
    one.name.localeCompare(other.name, "en")
  );
}

/** Hangs actors' totals on the tree of who is part of whom; actors without an incident under the rule are left out. */
export function actorBreakdown(
  total: Total,
  actors: readonly ActorNode[],
  totals: ActorTotals,
): ActorBreakdown {
  const rows = new Map(totals.rows.map((row) => [row.actorId, row]));
  const under = (parent: string | null): ActorTotal[] =>
    actors
      .filter((actor) => actor.parent === parent)
      .flatMap((actor) => {
        const row = rows.get(actor.actorId);
        if (row === undefined) return [];
        const { incidents, unknownSize, lossUsd } = row;
        return [
          {
            slug: actor.slug,
            name: nameWithStatus(actor),
            incidents,
            unknownSize,
            lossUsd,
            parts: under(actor.slug),
          },
        ];
      })
      .sort(largestFirst);
  return {
    total,
    unattributed: totals.unattributed,
    actors: under(null),
    sharedIncidents: totals.sharedIncidents,
    chargedTogether: totals.chargedTogether,
  };
}
