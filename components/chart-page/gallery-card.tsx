import { StaticChart } from "@/components/charts/static/static-chart";
import type { Links } from "@/lib/site/urls/links";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import { NARROW } from "@/lib/statistics/charts/layout/chart-sizes";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import { CHARTS } from "@/lib/statistics/charts/registry";

interface GalleryCardProps {
  view: ChartView;
  model: ChartModel;
  links: Links;
}

/** A chart among all: what it shows, and how it looks. */
export function GalleryCard({ view, model, links }: GalleryCardProps) {
  const { title, description } = CHARTS[view.chart];
  return (
    <li className="relative flex flex-col border-rule-strong border-t-2 pt-3">
      <h2 className="font-semibold text-xl">
        {/* The whole card is pressed by way of its one link. */}
        <a
          href={`${links.charts}/${view.chart}`}
          className="no-underline after:absolute after:inset-0 hover:underline"
        >
          {title}
        </a>
      </h2>
      <p className="mt-1 mb-4 text-muted text-sm">{description}</p>
      <div className="max-w-[520px]">
        <StaticChart model={model} id={view.chart} size={NARROW} />
      </div>
    </li>
  );
}
