import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import {
  ANY_PERIOD,
  type ChartDefinition,
  FEW_ROWS,
  LENGTHS_OR_SHARES,
  WITH_MEDIAN,
} from "@/lib/statistics/charts/model/chart-definition";
import { type RankedDimension, rankedSegments } from "./ranked-model";
import type { RankedRows } from "./ranked-rows";

function rankedChart(
  title: string,
  description: string,
  by: RankedDimension,
): ChartDefinition<RankedRows, BarModel> {
  return {
    title,
    description,
    knows: [...ANY_PERIOD, "measure", "estimate", "dollars", "axis", "top"],
    period: "year",
    by,
    axis: "linear",
    axes: LENGTHS_OR_SHARES,
    top: 12,
    measures: WITH_MEDIAN,
    isList: true,
    isOverTime: false,
    thumbnail: FEW_ROWS,
    model: ({ context, hrefs, view }, { span, split }) =>
      rankedSegments({
        ...context,
        by,
        axis: view.axis,
        span,
        split,
        top: view.top,
        hrefFor: hrefs && ((key) => hrefs.of(span, [key])),
      }),
  };
}

export const techniquesChart = rankedChart(
  "Losses by technique",
  "By which flaw or trick the funds left.",
  "technique",
);

export const targetsChart = rankedChart("Losses by kind of target", "What was robbed.", "target");

export const chainsChart = rankedChart(
  "Losses by chain",
  "On which chains; what was on several, and no source divides, is a part of its own.",
  "chain",
);
