import type { Metadata } from "next";
import { cache } from "react";
import { modelAt } from "@/app/versioned/open-chart";
import { openVersion } from "@/app/versioned/open-version";
import { NumberMoved } from "@/components/changes/number-moved";
import { ChartNav } from "@/components/chart-page/chart-nav";
import { ChartPanel } from "@/components/chart-page/chart-panel";
import { ComparableChart } from "@/components/chart-page/comparable-chart";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { ChartImage } from "@/components/charts/chart-image";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { OembedLink } from "@/components/publish/oembed-link";
import { PublishPanel } from "@/components/publish/publish-panel";
import { UnplacedNames } from "@/components/totals/unplaced-names";
import { PageFrame } from "@/components/ui/page-frame";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { chainsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import { asOfVersion } from "@/lib/record/versions/version";
import { publicUrl } from "@/lib/site/urls/public-url";
import { routes } from "@/lib/site/urls/routes";
import { numberOfChart } from "@/lib/statistics/changes/number-rule";
import { hasText } from "@/lib/statistics/charts/publisher-text/publisher-text";
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

type Params = { params: Promise<{ reference: string; chart: string; query: string }> };

/** The chart that an address names, asked for once a rendering. */
const chartAt = cache(async (reference: string, chart: string, query: string) => {
  const opened = await openVersion(reference);
  const { view, text } = routes.chart.viewIn({ chart, query }, opened.version.number);
  return {
    ...opened,
    view,
    text,
    model: await modelAt(opened.db, opened.version, view, opened.links),
  };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, chart, query } = await params;
  const { model, links, view, text } = await chartAt(reference, chart, query);
  return {
    title: model.title,
    description: model.alternative,
    // Somebody else's text makes no other chart: nothing is to be found under it.
    ...(hasText(text)
      ? { robots: { index: false }, alternates: { canonical: publicUrl(links.chart(view)) } }
      : {}),
  };
}

export default async function ChartPage({ params }: Params) {
  const { reference, chart, query } = await params;
  const { db, version, links, permanent, newest, view, text, model } = await chartAt(
    reference,
    chart,
    query,
  );
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
  return (
    <PageFrame
      links={links}
      version={version}
      section="charts"
      permanent={permanent.chart(view, text)}
      newest={newest.chart(view, text)}
    >
      <LinkPreview
        title={model.title}
        description={model.subtitle}
        address={links.chart(view)}
        picture={permanent.chartFile(view, "png", { shape: "preview", scale: 1 })}
        alternative={model.alternative}
      />
      <OembedLink address={links.chart(view, text)} title={model.title} />
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
        <ChartImage model={model} id="chart" />
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
      <NumberMoved rule={numberOfChart(view)} links={links} />
      <PublishPanel
        view={view}
        model={model}
        text={text}
        page={`${links.charts}/${view.chart}`}
        version={version}
      />
    </PageFrame>
  );
}
