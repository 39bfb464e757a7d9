import type { Queryable } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import type { Measured } from "@/lib/statistics/totals/measured";
import {
  actorsByYear,
  periodTotals,
  segmentsByPeriod,
} from "@/lib/statistics/totals/segment-queries";
import type { ActorYearRows } from "./heat-rows";

/** Actors by year, with what is attributed to nobody and each year's whole. */
export async function actorYearRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<ActorYearRows> {
  const yearly: ChartChoices = { ...view, interval: "year" };
  const [rows, parts, years, actors] = await Promise.all([
    actorsByYear(db, version, view),
    segmentsByPeriod(db, version, { ...yearly, by: "actor" }),
    periodTotals(db, version, yearly),
    actorsAt(db, version),
  ]);
  const ofYear = ({ period, incidents, unknownSize, amount }: Measured & { period: string }) => ({
    year: Number(period),
    incidents,
    unknownSize,
    amount,
  });
  return {
    rows,
    unattributed: parts.filter((part) => part.key === null).map(ofYear),
    years: years.map(ofYear),
    actors: actors.map((actor) => ({
      slug: actor.slug,
      name: nameWithStatus(actor),
      parent: actor.parent,
    })),
  };
}
