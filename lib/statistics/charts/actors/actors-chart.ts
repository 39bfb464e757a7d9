import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import {
  ANY_PERIOD,
  type ChartDefinition,
  EVERY_MEASURE,
  FEW_ROWS,
  LENGTHS_OR_SHARES,
} from "@/lib/statistics/charts/model/chart-definition";
import { actorTree } from "./actors-model";
import type { ActorTreeRows } from "./actors-rows";

/** Losses by attributed actor. */
export const actorsChart: ChartDefinition<ActorTreeRows, BarModel> = {
  title: "Losses by attributed actor",
  description: "Who others say did it: the tree of actors, and the part that nobody is named for.",
  knows: [...ANY_PERIOD, "measure", "estimate", "dollars", "axis", "top"],
  period: "year",
  by: "actor",
  axis: "linear",
  axes: LENGTHS_OR_SHARES,
  top: 12,
  measures: EVERY_MEASURE,
  isList: true,
  isOverTime: false,
  thumbnail: FEW_ROWS,
  model: ({ context, hrefs, view }, { breakdown, levels, span }) =>
    actorTree({
      ...context,
      axis: view.axis,
      span,
      breakdown,
      levels,
      least: view.confidence,
      top: view.top,
      hrefFor: hrefs && ((actor) => hrefs.of(span, [actor])),
    }),
};
