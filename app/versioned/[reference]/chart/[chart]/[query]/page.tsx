import type { Metadata } from "next";
import { cache } from "react";
import { pageChartAt } from "@/app/versioned/open-chart";
import { openVersion } from "@/app/versioned/open-version";
import { NumberMoved } from "@/components/changes/number-moved";
import { ChartNav } from "@/components/chart-page/chart-nav";
import { ChartPanel } from "@/components/chart-page/chart-panel";
import { ComparableChart } from "@/components/chart-page/comparable-chart";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { ChartImage } from "@/components/charts/chart-image";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { OembedLink } from "@/components/publish/oembed-link";
import { PublishPanel } from "@/components/publish/publish-panel";
import { UnplacedNames } from "@/components/totals/unplaced-names";
import { CitationMeta } from "@/components/ui/citation-meta";
import { PageFrame } from "@/components/ui/page-frame";
import { StructuredData } from "@/components/ui/structured-data";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { chainsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import { asOfVersion, type Version } from "@/lib/record/versions/version";
import { datasetData } from "@/lib/site/citations/structured-data";
import { FORMATS } from "@/lib/site/exports/formats";
import { routes } from "@/lib/site/urls/routes";
import { numberOfChart } from "@/lib/statistics/changes/number-rule";
import { type ChartView, readChart, writeChart } from "@/lib/statistics/charts/chart-view";
import { hasText, titleWithHeadline } from "@/lib/statistics/charts/publisher-text/publisher-text";
import { CHARTS } from "@/lib/statistics/charts/registry";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import { filtersOf } from "@/lib/statistics/rules/counting-rule";
import { recordSpan } from "@/lib/statistics/totals/total-queries";
import { laterOf, yearOf } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const DATA_FORMATS = ["csv", "tsv", "xlsx", "json", "zip"] as const;

type Params = { params: Promise<{ reference: string; chart: string; query: string }> };

/** The chart that an address names, asked for once a rendering. */
const chartAt = cache(async (reference: string, chart: string, query: string) => {
  const opened = await openVersion(reference);
  const { view, text } = routes.chart.viewIn({ chart, query }, opened.version.number);
  const { db, version, links } = opened;
  return { ...opened, view, text, ...(await pageChartAt(db, version, { view, text, links })) };
});

/** Whether it is what the chart shows where nothing is asked for. */
function isUsual(view: ChartView, version: Version): boolean {
  const asOf = asOfVersion(version);
  const usual = readChart(view.chart, new URLSearchParams(), {
    asOf,
    now: asOf,
    covered: version.coveredThrough,
  });
  return usual.ok && writeChart(usual.value) === writeChart(view);
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, chart, query } = await params;
  const { model, text } = await chartAt(reference, chart, query);
  return {
    title: model.title,
    description: model.alternative,
    // Somebody else's text, or another language of its pictures, makes no other chart: nothing is to be found under it.
    ...(hasText(text) || text.lang !== undefined ? { robots: { index: false } } : {}),
  };
}

export default async function ChartPage({ params }: Params) {
  const { reference, chart, query } = await params;
  const opened = await chartAt(reference, chart, query);
  const { db, version, links, permanent, newest, view, text, model, said, incidents, passedOver } =
    opened;
  const [actors, chains, techniques, targetName, span] = await Promise.all([
    actorsAt(db, version.number),
    chainsAt(db, version.number),
    techniquesAt(db, version.number),
    targetNameAt(db, version.number, view.filters.target),
    recordSpan(db, version.number),
  ]);
  const unplaced = await listUnplaced(
    db,
    version.number,
    filtersOf(view),
    model.unplaced ?? { incidents: 0 },
  );
  const asOf = laterOf(view.to, asOfVersion(version));
  const { title, description } = CHARTS[view.chart];
  // A median, or amounts in another year's dollars, are drawn from the number that is told of, and are not it.
  const isBehind = view.measure === "median" || view.dollars !== undefined;
  const canonical = isUsual(view, version) ? `${newest.charts}/${view.chart}` : newest.chart(view);
  return (
    <PageFrame
      links={links}
      version={version}
      section="charts"
      permanent={permanent.chart(view, text)}
      newest={newest.chart(view, text)}
      canonical={canonical}
    >
      <LinkPreview
        title={model.title}
        description={model.subtitle}
        address={links.reference.pinned ? links.chart(view) : canonical}
        picture={permanent.chartFile(view, "png", { shape: "preview", scale: 1 })}
        alternative={model.alternative}
      />
      <OembedLink address={links.chart(view, text)} title={titleWithHeadline(model.title, text)} />
      <CitationMeta title={model.title} version={version} permanent={permanent.chart(view)} />
      <StructuredData
        data={datasetData({
          name: model.title,
          description: model.alternative,
          version,
          permanent: permanent.chart(view),
          from: view.from,
          through: view.to,
          measured: model.subtitle,
          method: permanent.countingRules,
          shortId: model.shortId,
          picture: permanent.chartFile(view, "png"),
          files: DATA_FORMATS.map((format) => ({
            path: permanent.chartFile(view, format),
            type: FORMATS[format].type,
          })),
        })}
      />
      <ChartNav links={links} shown={view.chart} />
      <h1 className="mt-6 font-semibold text-3xl sm:text-4xl">{title}</h1>
      <p className="mt-1 mb-5 max-w-prose text-muted">{description}</p>
      <ChartPanel
        view={view}
        links={links}
        options={{ actors, chains, techniques, targetName }}
        firstYear={span === null ? yearOf(asOf) : Math.min(yearOf(span.first), yearOf(view.to))}
        asOf={asOf}
      />
      {version.coveredThrough !== null && view.to === version.coveredThrough && (
        <div className="mt-4">
          <CoverageLine coveredThrough={version.coveredThrough} links={links} />
        </div>
      )}
      <div className="mt-8">
        <ChartImage model={model} id="chart" rows={permanent.chartFile(view, "json")} />
        {model.unplaced !== undefined && (
          <p className="mt-2 text-sm">
            <a href={model.unplaced.href}>
              {model.unplaced.incidents === 1 ? "The incident" : "The incidents"} not placed
            </a>
            : <UnplacedNames rows={unplaced} incidents={model.unplaced.incidents} links={links} />
          </p>
        )}
      </div>
      <ComparableChart view={view} links={links} />
      {!isBehind && (
        <AboutNumberLine
          rule={numberOfChart(view)}
          label="About this chart’s total"
          links={links}
        />
      )}
      <NumberMoved rule={numberOfChart(view)} links={links} isBehind={isBehind} />
      <PublishPanel
        view={view}
        model={model}
        said={said}
        text={text}
        incidents={incidents}
        passedOver={passedOver}
        page={`${links.charts}/${view.chart}`}
        version={version}
      />
    </PageFrame>
  );
}
