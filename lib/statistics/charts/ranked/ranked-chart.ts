import type { BarModel } from "@/lib/statistics/charts/bars/bars-plot";
import {
  ANY_PERIOD,
  type ChartDefinition,
  EVERY_MEASURE,
  FEW_ROWS,
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
    knows: [...ANY_PERIOD, "measure", "estimate", "top"],
    period: "year",
    by,
    axis: "linear",
    top: 12,
    measures: EVERY_MEASURE,
    isList: true,
    isOverTime: false,
    thumbnail: FEW_ROWS,
    model: ({ context, hrefs, view }, { span, split }) =>
      rankedSegments({
        ...context,
        by,
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
