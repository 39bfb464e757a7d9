import type { Links } from "@/lib/site/urls/links";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import { COMPARABLE_FROM } from "@/lib/statistics/rules/views";
import { COMPARABLE_WHY } from "@/lib/statistics/totals/comparable";
import { formatThreshold } from "@/lib/values/money/usd";

/** The way from a chart to the same one of losses that compare better from year to year, and back. */
export function ComparableChart({ view, links }: { view: ChartView; links: Links }) {
  const { least, ...others } = view.filters;
  if (least !== undefined && least !== COMPARABLE_FROM) return null;
  const [filters, text] =
    least === undefined
      ? [
          { ...others, least: COMPARABLE_FROM },
          `Losses of ${formatThreshold(COMPARABLE_FROM)} and more`,
        ]
      : [others, "Losses of any size"];
  return (
    <p className="mt-3 max-w-prose text-muted text-sm">
      <a href={links.chart({ ...view, filters })}>{text}</a>
      {least === undefined ? " compare better from one year to another. " : ". "}
      {COMPARABLE_WHY} <a href={links.coverage}>What is covered</a>
    </p>
  );
}
