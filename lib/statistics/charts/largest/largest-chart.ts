import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import type { DotRows } from "@/lib/statistics/charts/incidents/incident-rows";
import {
  ANY_PERIOD,
  type ChartDefinition,
  FEW_ROWS,
  LENGTHS,
} from "@/lib/statistics/charts/model/chart-definition";
import { largestIncidents } from "./largest-model";

/** The largest incidents. */
export const largestChart: ChartDefinition<DotRows, BarModel> = {
  title: "The largest incidents",
  description: "Ranked by loss, with the range that sources span.",
  knows: [...ANY_PERIOD, "measure", "estimate", "dollars", "axis", "top"],
  period: "all",
  by: null,
  axis: "linear",
  axes: LENGTHS,
  top: 15,
  measures: ["gross", "net", "returned"],
  isList: true,
  isOverTime: false,
  thumbnail: FEW_ROWS,
  model: ({ context, links, view }, { dots, span, total }) =>
    largestIncidents({
      ...context,
      estimate: view.estimate,
      span,
      total,
      dots,
      hrefFor: links?.incident,
    }),
};
