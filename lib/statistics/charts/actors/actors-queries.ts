import type { Queryable } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { actorBreakdown } from "@/lib/statistics/totals/actor-breakdown";
import { actorLevels } from "@/lib/statistics/totals/actor-levels-queries";
import { type Measured, sumOf } from "@/lib/statistics/totals/measured";
import { actorsByYear, segmentedTotal } from "@/lib/statistics/totals/segment-queries";
import { grouped } from "@/lib/values/lists/grouped";
import type { ActorTreeRows } from "./actors-rows";

const asTotal = ({ incidents, unknownSize, amount }: Measured) => ({
  incidents,
  unknownSize,
  lossUsd: amount,
});

/** The tree of actors with their totals. */
export async function actorTreeRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<ActorTreeRows> {
  const [split, actors, byYear, levels] = await Promise.all([
    segmentedTotal(db, version, view),
    actorsAt(db, version),
    actorsByYear(db, version, view),
    actorLevels(db, version, view),
  ]);
  // An incident lies in one year, so that an actor's years add up to the actor's total.
  const totals = grouped(byYear, (row) => row.actor);
  const rows = actors.flatMap(({ actorId, slug }) => {
    const years = totals.get(slug);
    return years === undefined ? [] : [{ actorId, ...asTotal(sumOf(years)) }];
  });
  const nobody = split.parts.filter((part) => part.key === null);
  return {
    levels,
    breakdown: actorBreakdown(asTotal(split.total), actors, {
      rows,
      unattributed: asTotal(sumOf(nobody)),
      sharedIncidents: split.overlapping,
      chargedTogether: split.chargedTogether,
    }),
  };
}
