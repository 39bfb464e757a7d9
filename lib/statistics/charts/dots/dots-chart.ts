import type { DotModel } from "@/lib/statistics/charts/dots/dots-plot";
import type { DotRows } from "@/lib/statistics/charts/incidents/incident-rows";
import {
  ANY_PERIOD,
  type ChartDefinition,
  PLACES,
} from "@/lib/statistics/charts/model/chart-definition";
import { incidentTimeline } from "./dots-model";

/** A thumbnail shows no more dots than can be told apart in it: those of this many US dollars. */
const FEWER_DOTS = 10_000_000;

/** Incidents by day and size. */
export const dotsChart: ChartDefinition<DotRows, DotModel> = {
  title: "Incidents by day and size",
  description: "A dot an incident, with the range of estimates for the largest.",
  knows: [...ANY_PERIOD, "estimate", "dollars", "axis"],
  period: "all",
  by: "category",
  axis: "log",
  axes: PLACES,
  top: 8,
  measures: ["gross"],
  isList: false,
  isOverTime: true,
  thumbnail: { filters: { least: FEWER_DOTS }, top: 3 },
  model: ({ context, links, view }, { dots, span, total }) =>
    incidentTimeline({
      ...context,
      estimate: view.estimate,
      axis: view.axis,
      span,
      total,
      dots,
      top: view.top,
      hrefFor: links?.incident,
      allHref: links?.incidents({ ...view.filters, ...span }),
    }),
};
