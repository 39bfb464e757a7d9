import type { ChartView } from "@/lib/statistics/charts/chart-view";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { DEFINITIONS } from "@/lib/statistics/charts/registry";
import type { NamedFilter } from "@/lib/statistics/charts/text/named-filter";

/**
 * How many bars or rows a chart shows at most, as its title names it where that is not as usual: two charts that show
 * different ones are not called the same. The charts of the largest, one by one or
 * together, say it in their subject.
 */
export function topInTitle(
  { chart, top }: Pick<ChartView, "chart" | "top">,
  words: ChartWords = ENGLISH,
): NamedFilter[] {
  const { knows, top: usual } = DEFINITIONS[chart];
  if (chart === "largest" || chart === "concentration" || top === usual || !knows.includes("top"))
    return [];
  return [{ of: "top", text: words.filter.upTo(top) }];
}
