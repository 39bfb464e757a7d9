import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import { ANY_PERIOD, type ChartDefinition } from "@/lib/statistics/charts/model/chart-definition";
import { quantileBars } from "./quantiles-model";
import type { SpreadRows } from "./quantiles-rows";

/** Medians with their quartiles, by year where nothing else is asked for. */
export const quantilesChart: ChartDefinition<SpreadRows, BarModel> = {
  title: "Median loss and quartiles",
  description: "What a usual loss is, and between which half of them lie, by year or split.",
  knows: [...ANY_PERIOD, "estimate", "dollars", "axis", "by"],
  period: "all",
  by: null,
  axis: "linear",
  axes: {
    allowed: ["linear"],
    why: "bars are lengths, which begin at zero, and medians are no shares",
  },
  top: 12,
  measures: ["median"],
  isList: true,
  isOverTime: true,
  thumbnail: {},
  model: ({ context, hrefs, view }, { span, spreads }) =>
    quantileBars({ ...context, by: view.by, span, spreads, hrefs }),
};
