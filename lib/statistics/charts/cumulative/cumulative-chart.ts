import type { CumulativeModel } from "@/lib/statistics/charts/cumulative/cumulative-plot";
import {
  type ChartDefinition,
  EVERY_MEASURE,
  FEW_ROWS,
  PLACES,
} from "@/lib/statistics/charts/model/chart-definition";
import { yearOf } from "@/lib/values/dates/day";
import { yearToDate } from "./cumulative-model";
import type { YearRows } from "./cumulative-rows";

/** The year against earlier years. */
export const cumulativeChart: ChartDefinition<YearRows, CumulativeModel> = {
  title: "The year against earlier years",
  description: "Losses adding up through the year, beside those of the years before.",
  knows: ["year", "through", "measure", "estimate", "dollars", "axis", "years"],
  period: "year",
  by: null,
  axis: "linear",
  axes: PLACES,
  top: 5,
  measures: EVERY_MEASURE,
  isList: false,
  isOverTime: true,
  thumbnail: FEW_ROWS,
  model: ({ context, hrefs, view }, rows) =>
    yearToDate({
      ...context,
      axis: view.axis,
      year: yearOf(view.to),
      through: view.to,
      years: rows.years,
      otherSources: rows.otherSources,
      hrefFor: hrefs && ((from, to) => hrefs.of({ from, to }, null) ?? ""),
    }),
};
