import type { Links } from "@/lib/site/urls/links";
import { CHART_NAMES, CHARTS, type ChartName } from "@/lib/statistics/charts/registry";

/** The way from one chart to the others. */
export function ChartNav({ links, shown }: { links: Links; shown: ChartName }) {
  return (
    <nav aria-label="Charts" className="-mx-1.5 flex flex-wrap text-sm">
      <a href={links.charts} className="min-h-6 px-1.5 py-1 text-muted">
        All charts
      </a>
      <a href={links.statisticsPage} className="min-h-6 px-1.5 py-1 text-muted">
        Statistics in words
      </a>
      {CHART_NAMES.map((name) => (
        <a
          key={name}
          href={`${links.charts}/${name}`}
          aria-current={name === shown ? "page" : undefined}
          className="min-h-6 px-1.5 py-1 text-muted no-underline hover:text-ink hover:underline aria-[current]:bg-ink aria-[current]:font-semibold aria-[current]:text-paper"
        >
          {CHARTS[name].title}
        </a>
      ))}
    </nav>
  );
}
