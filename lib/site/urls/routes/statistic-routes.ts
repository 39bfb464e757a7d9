import { requiredByFilters, route } from "@/lib/site/urls/route";
import {
  readStatistics,
  type StatisticsView,
  writeStatistics,
} from "@/lib/statistics/distributions/statistics-view";

/** Medians, sizes, the largest losses' share and recoveries under one rule, in words and charts. */
export const statisticRoutes = {
  statistics: route<StatisticsView>({
    folder: "statistics",
    pattern: /^\/statistics$/,
    answer: "page",
    read: (_, query, { asOf, covered, now }) => readStatistics(query, { asOf, covered, now }),
    write: (view) => ({ query: writeStatistics(view) }),
    path: () => "/statistics",
    requires: ({ filters }) => requiredByFilters(filters),
  }),
};
