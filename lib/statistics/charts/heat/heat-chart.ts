import type { HeatModel } from "@/lib/statistics/charts/heat/heat-plot";
import {
  ANY_PERIOD,
  type ChartDefinition,
  EVERY_MEASURE,
  FEW_ROWS,
  SHADES,
} from "@/lib/statistics/charts/model/chart-definition";
import { actorYears } from "./heat-model";
import type { ActorYearRows } from "./heat-rows";

/** Actors by year. */
export const heatChart: ChartDefinition<ActorYearRows, HeatModel> = {
  title: "Actors by year",
  description: "How much each actor is said to have taken in each year.",
  knows: [...ANY_PERIOD, "measure", "estimate", "dollars", "axis", "top"],
  period: "all",
  by: "actor",
  axis: "linear",
  axes: SHADES,
  top: 12,
  measures: EVERY_MEASURE,
  isList: true,
  isOverTime: true,
  thumbnail: FEW_ROWS,
  model: ({ context, hrefs, view }, { actors, rows, span, unattributed, years }) =>
    actorYears({
      ...context,
      span,
      rows,
      unattributed,
      years,
      actors,
      top: view.top,
      hrefFor: hrefs && ((actor, days) => hrefs.of(days, [actor])),
    }),
};
