import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import { ANY_PERIOD, type ChartDefinition } from "@/lib/statistics/charts/model/chart-definition";
import { recoveryBars } from "./recovery-model";
import type { RecoveryRows } from "./recovery-rows";

/** What came back of what was lost, with what that is divided by. */
export const recoveryChart: ChartDefinition<RecoveryRows, BarModel> = {
  title: "Recovery rate",
  description: "What came back of losses of which that is known, by year or split.",
  knows: [...ANY_PERIOD, "dollars", "axis", "by"],
  period: "all",
  by: null,
  axis: "share",
  axes: { allowed: ["share"], why: "it shows what came back as a share of what was lost" },
  top: 12,
  measures: ["returned"],
  isList: true,
  isOverTime: true,
  thumbnail: {},
  model: ({ context, hrefs, view }, { recoveries, span }) =>
    recoveryBars({ ...context, by: view.by, span, recoveries, hrefs }),
};
