import type { Links } from "@/lib/site/urls/links";
import { CHART_NAMES, CHARTS, type ChartName } from "@/lib/statistics/charts/registry";

/** The way from one chart to the others. */
export function ChartNav({ links, shown }: { links: Links; shown: ChartName }) {
  return (
    <nav aria-label="Charts" className="choices -mx-1.5 flex flex-wrap text-sm">
      <a href={links.charts} className="underline">
        All charts
      </a>
      <a href={links.statisticsPage} className="underline">
        Statistics in words
      </a>
      {CHART_NAMES.map((name) => (
        <a
          key={name}
          href={`${links.charts}/${name}`}
          aria-current={name === shown ? "page" : undefined}
        >
          {CHARTS[name].title}
        </a>
      ))}
    </nav>
  );
}
