import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import { ANY_PERIOD, type ChartDefinition } from "@/lib/statistics/charts/model/chart-definition";
import type { SpreadRows } from "@/lib/statistics/charts/quantiles/quantiles-rows";
import { concentrationBars } from "./concentration-model";

/** How much of each year's losses the largest few are. */
export const concentrationChart: ChartDefinition<SpreadRows, BarModel> = {
  title: "Share of the largest losses",
  description: "How much of each year's losses the ten largest are, and what is left without them.",
  knows: [...ANY_PERIOD, "estimate", "dollars", "axis", "by", "top"],
  period: "all",
  by: null,
  axis: "share",
  axes: { allowed: ["share"], why: "it shows shares of a sum" },
  // Here it is how many of the largest are added up.
  top: 10,
  measures: ["gross"],
  isList: true,
  isOverTime: true,
  thumbnail: {},
  model: ({ context, hrefs, view }, { span, spreads }) =>
    concentrationBars({ ...context, by: view.by, count: view.top, span, spreads, hrefs }),
};
