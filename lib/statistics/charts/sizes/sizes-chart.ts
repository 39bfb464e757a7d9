import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import {
  ANY_PERIOD,
  type ChartDefinition,
  type ChartRequest,
  LENGTHS,
  type RowsFacts,
} from "@/lib/statistics/charts/model/chart-definition";
import { filtersOf } from "@/lib/statistics/rules/counting-rule";
import type { Filters } from "@/lib/statistics/rules/views";
import { sizeBars, thresholdBars } from "./sizes-model";
import type { SizeRows, ThresholdRows } from "./sizes-rows";

const COMMON = {
  knows: [...ANY_PERIOD, "estimate", "dollars", "axis"],
  period: "all",
  by: null,
  axis: "linear",
  axes: LENGTHS,
  top: 12,
  measures: ["gross"],
  isList: true,
  isOverTime: false,
  thumbnail: {},
} as const satisfies Partial<ChartDefinition<SizeRows, BarModel>>;

/** How large losses are, by powers of ten. */
export const sizesChart: ChartDefinition<SizeRows, BarModel> = {
  ...COMMON,
  title: "Incidents by size",
  description: "How many losses there are of each size, by powers of ten.",
  model: (request, rows) =>
    sizeBars({ ...request.context, ...rows, hrefFor: hrefsOf(request, rows) }),
};

/** How many losses reach the usual thresholds, and with how much. */
export const thresholdsChart: ChartDefinition<ThresholdRows, BarModel> = {
  ...COMMON,
  title: "Incidents above thresholds",
  description: "How many losses reach $1m, $10m, $100m and $1bn, and with how much of the sum.",
  model: (request, rows) =>
    thresholdBars({ ...request.context, ...rows, hrefFor: hrefsOf(request, rows) }),
};

/**
 * The list of incidents that a part holds. A list is by best losses at the time of theft, so that it holds the same only
 * where the chart is by these.
 */
function hrefsOf({ links, view }: ChartRequest, { span }: Pick<RowsFacts, "span">) {
  return (part: Pick<Filters, "least" | "loss">): string | null => {
    const isOfLists = view.estimate === "best" && view.dollars === undefined;
    if (links === undefined || (!isOfLists && part.least !== undefined)) return null;
    const filters = filtersOf(view);
    const least = Math.max(filters.least ?? 0, part.least ?? 0);
    return links.incidents({ ...filters, ...span, ...part, ...(least > 0 ? { least } : {}) });
  };
}
