import type { Metadata } from "next";
import { loadPeriod, monthsOf } from "@/app/versioned/[reference]/period/load-period";
import { modelAt } from "@/app/versioned/open-chart";
import { openVersion } from "@/app/versioned/open-version";
import { NumberMoved } from "@/components/changes/number-moved";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { ChartImage } from "@/components/charts/chart-image";
import { PeriodCompare } from "@/components/compare/period-compare";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { PeriodPublishedFigures } from "@/components/figures/period-published-figures";
import { IncidentTable } from "@/components/incidents/incident-table";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { ComparisonTable } from "@/components/periods/comparison-table";
import { Headline } from "@/components/periods/headline";
import { PeriodNav } from "@/components/periods/period-nav";
import { PeriodNumbers } from "@/components/periods/period-numbers";
import { PeriodShare } from "@/components/periods/period-share";
import { SegmentBars } from "@/components/periods/segment-bars";
import { SegmentList } from "@/components/periods/segment-list";
import { UncoveredPeriod } from "@/components/periods/uncovered-period";
import { OembedLink } from "@/components/publish/oembed-link";
import { RecountedNote } from "@/components/totals/recounted-note";
import { UnplacedNames } from "@/components/totals/unplaced-names";
import { Citation } from "@/components/ui/citation";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { StructuredData } from "@/components/ui/structured-data";
import { sourceDifference } from "@/lib/record/coverage/comparable";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { asOfVersion } from "@/lib/record/versions/version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { articleData, RECORD_DESCRIPTION } from "@/lib/site/citations/structured-data";
import { routes } from "@/lib/site/urls/routes";
import { likeForLikeOf } from "@/lib/statistics/compare/like-for-like-queries";
import { periodFigures } from "@/lib/statistics/figures/period-figure-queries";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { coveredPeriods } from "@/lib/statistics/periods/covered-period-queries";
import { isUncovered, periodTitle, periodViewText } from "@/lib/statistics/periods/period";
import { incidentsCounted } from "@/lib/statistics/periods/period-model";
import { laterOf } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; key: string; query: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, ...segments } = await params;
  const view = routes.period.viewIn(segments, readVersionReference(reference).version);
  return {
    title: isUncovered(view)
      ? `${periodTitle(view.period)} is not yet covered`
      : `Crypto-asset thefts in ${periodViewText(view)}`,
  };
}

export default async function PeriodPage({ params }: Params) {
  const { reference, ...segments } = await params;
  const opened = await openVersion(reference);
  const { db, version, links, permanent, newest } = opened;
  const view = routes.period.viewIn(segments, opened.version.number);
  if (isUncovered(view))
    return (
      <PageFrame
        links={links}
        version={version}
        section="periods"
        permanent={permanent.period(view)}
        newest={newest.period(view)}
      >
        <PagePreview
          title={`${periodTitle(view.period)} is not yet covered`}
          description={RECORD_DESCRIPTION}
          address={links.period(view)}
          permanent={permanent.period(view)}
          version={version}
        />
        <UncoveredPeriod
          view={view}
          covered={await coveredPeriods(db, version.number, view)}
          links={links}
        />
        <PeriodPublishedFigures
          view={view}
          figures={await periodFigures(db, version.number, view)}
          asOf={asOfVersion(version)}
          links={links}
        />
      </PageFrame>
    );
  const { data, model, published } = await loadPeriod(opened, view);
  const coverage = await coverageAt(db, version.number);
  const figures = await periodFigures(db, version.number, view);
  const chart = await modelAt(db, version, monthsOf(data), links);
  const days = { from: view.period.from, to: view.through };
  const unplaced = await listUnplaced(db, version.number, days, data.unplaced);
  const likeForLike = await likeForLikeOf(db, version, view.period);
  // A rendered page must not depend on the day on which it is rendered.
  const words = periodViewText(view);
  const asOf = laterOf(view.through, asOfVersion(version));
  return (
    <PageFrame
      links={links}
      version={version}
      section="periods"
      permanent={permanent.period(view)}
      newest={newest.period(view)}
    >
      <LinkPreview
        title={model.headline}
        description={model.subtitle}
        address={links.period(view)}
        picture={permanent.periodImage(view, "png", { shape: "preview", scale: 1 })}
        alternative={model.alternative}
      />
      <OembedLink address={links.period(view)} title={model.headline} />
      <StructuredData
        data={articleData({
          headline: model.headline,
          description: model.subtitle,
          version,
          permanent: permanent.period(view),
          picture: permanent.periodImage(view, "png"),
          from: view.period.from,
          through: view.through,
        })}
      />
      <PeriodNav view={view} asOf={asOf} links={links} />
      <h1 className="mt-6 mb-5 max-w-4xl font-semibold text-4xl tracking-tight sm:text-5xl">
        <Headline text={model.headline} />
      </h1>
      {coverage !== null && view.through === coverage.coveredThrough && (
        <CoverageLine coveredThrough={coverage.coveredThrough} links={links} />
      )}
      <PeriodNumbers model={model} />
      <AboutNumberLine rule={lossesUnder(days)} links={links} />
      <RecountedNote published={published} links={links} />
      <NumberMoved rule={lossesUnder(days)} links={links} />
      {model.notes.length > 0 && (
        <p className="mt-3 max-w-prose text-muted text-sm">
          {model.notes.join(" ")}
          {data.unplaced.incidents > 0 && (
            <>
              {" "}
              <a href={links.incidents({ ...days, date: "unplaced" })}>
                {data.unplaced.incidents === 1 ? "The incident" : "The incidents"} not placed
              </a>
              : <UnplacedNames rows={unplaced} incidents={data.unplaced.incidents} links={links} />
            </>
          )}
        </p>
      )}
      <div className="mt-8">
        <ComparisonTable
          model={model}
          differenceFrom={(other) =>
            coverage === null ? null : sourceDifference(coverage, days, other)
          }
          links={links}
        />
        <PeriodCompare data={data} likeForLike={likeForLike} links={links} />
      </div>
      {data.total.incidents > 0 && <SegmentBars model={model} />}
      <div className="mt-10">
        <ChartImage model={chart} id="months" />
      </div>
      {data.largest.length > 0 && (
        <section aria-labelledby="largest" className="mt-12">
          <h2 id="largest" className="mb-2 font-semibold text-2xl">
            The largest incidents
          </h2>
          <IncidentTable
            caption={`The largest incidents in ${words}`}
            rows={data.largest}
            links={links}
          />
          <p className="mt-3">
            <a href={links.incidents(days, { sort: "largest" })}>
              All {incidentsCounted(data.total.incidents)} in {words}
            </a>
          </p>
        </section>
      )}
      {model.parts.length > 0 && (
        <section aria-labelledby="parts" className="mt-12">
          <h2 id="parts" className="mb-2 font-semibold text-2xl">
            {view.period.kind === "year" ? "By quarter and month" : "By month"}
          </h2>
          <SegmentList parts={model.parts} />
        </section>
      )}
      <PeriodPublishedFigures
        view={view}
        figures={figures}
        asOf={asOfVersion(version)}
        links={links}
      />
      <div className="mt-12 grid items-start gap-x-14 gap-y-10 lg:grid-cols-2 lg:[&>section]:mt-0">
        <PeriodShare
          view={view}
          model={model}
          version={version.number}
          permanent={permanent}
          newest={newest}
        />
        <PageSection id="cite" title="How to cite this page">
          <Citation title={model.headline} version={version} permanent={permanent.period(view)} />
        </PageSection>
      </div>
    </PageFrame>
  );
}
