import type { Metadata } from "next";
import { modelAt } from "@/app/versioned/open-chart";
import { openVersion } from "@/app/versioned/open-version";
import { GalleryCard } from "@/components/chart-page/gallery-card";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { CitationMeta } from "@/components/ui/citation-meta";
import { PageFrame } from "@/components/ui/page-frame";
import { StructuredData } from "@/components/ui/structured-data";
import { collectionData } from "@/lib/site/citations/structured-data";
import { routes } from "@/lib/site/urls/routes";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { CHART_NAMES, CHARTS } from "@/lib/statistics/charts/registry";
import { valueOrThrow } from "@/lib/statistics/rules/parameters";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Charts",
  description: "Every chart of the record, each to be set to a period and taken away as a file.",
};

export default async function Gallery({
  params,
}: {
  params: Promise<{ reference: string; query: string }>;
}) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const { through } = routes.charts.viewIn(segments, version.number);
  const views = CHART_NAMES.map((chart) =>
    valueOrThrow(readChart(chart, new URLSearchParams(), { asOf: through, now: through })),
  );
  const charts = await Promise.all(
    views.map(async (view) => ({
      view,
      model: await modelAt(db, version, { ...view, ...CHARTS[view.chart].thumbnail }, links),
    })),
  );
  const [first] = views;
  return (
    <PageFrame
      links={links}
      version={version}
      section="charts"
      permanent={permanent.charts}
      newest={newest.charts}
    >
      {first !== undefined && (
        <LinkPreview
          title="Charts of crypto-asset thefts"
          description="Every chart of the record, each to be set to a period and taken away as a file."
          address={links.charts}
          picture={permanent.chartFile(first, "png", { shape: "preview", scale: 1 })}
          alternative="A chart of crypto-asset thefts by month and category."
        />
      )}
      <CitationMeta
        title="Charts of crypto-asset thefts"
        version={version}
        permanent={permanent.charts}
      />
      <StructuredData
        data={collectionData(
          "Charts of crypto-asset thefts",
          "Every chart of the record, each to be set to a period and taken away as a file.",
          version,
          permanent.charts,
        )}
      />
      <h1 className="font-semibold text-3xl sm:text-4xl">Charts</h1>
      <p className="mt-2 max-w-prose text-muted">
        Each can be set to any period, measure and filter, and taken away as SVG, PNG, CSV or JSON,
        as an embed or as a citation that stays true.{" "}
        <a href={links.statisticsPage}>
          Medians, thresholds, the largest and what came back, in words
        </a>
      </p>
      <ul className="mt-8 grid gap-x-10 gap-y-12 sm:grid-cols-2 lg:grid-cols-3">
        {charts.map(({ view, model }) => (
          <GalleryCard key={view.chart} view={view} model={model} links={links} />
        ))}
      </ul>
    </PageFrame>
  );
}
