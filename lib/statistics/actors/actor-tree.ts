import type { ActorNode } from "@/lib/record/actors/actor";
import type { ActorRow, Total } from "@/lib/statistics/totals/totals";

/** An incident by which an actor was last heard of. */
interface LastIncident {
  slug: string;
  name: string;
  /** Day, month or year. */
  occurredOn: string;
}

/** An actor in the tree of who is part of whom. */
export interface ActorBranch {
  actor: ActorNode;
  /** 0 for an actor that is part of no other. */
  depth: number;
  /** The name of the actor that it is part of; null for none. */
  partOf: string | null;
  /** With all its parts, each incident once. */
  total: Total;
  /** Null where no incident counts. */
  last: LastIncident | null;
}

const NOTHING: Total = { incidents: 0, unknownSize: 0, lossUsd: 0 };

/**
 * Every actor in reading order, each followed by its parts: the largest loss first, then the most
 * incidents, then by name.
 */
export function actorTree(
  actors: readonly ActorNode[],
  totals: readonly ActorRow[],
  latest: readonly (LastIncident & { actorId: number })[],
): ActorBranch[] {
  const totalOf = new Map(totals.map((row) => [row.actorId, row]));
  const lastOf = new Map(latest.map((incident) => [incident.actorId, incident]));
  const under = (whole: ActorNode | null, depth: number): ActorBranch[] =>
    actors
      .filter((actor) => actor.parent === (whole?.slug ?? null))
      .map((actor) => ({
        actor,
        depth,
        partOf: whole?.name ?? null,
        total: totalOf.get(actor.actorId) ?? NOTHING,
        last: lastOf.get(actor.actorId) ?? null,
      }))
      .sort(
        (one, other) =>
          other.total.lossUsd - one.total.lossUsd ||
          other.total.incidents - one.total.incidents ||
          one.actor.name.localeCompare(other.actor.name, "en"),
      )
      .flatMap((branch) => [branch, ...under(branch.actor, depth + 1)]);
  return under(null, 0);
}
