import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { NumberMoved } from "@/components/changes/number-moved";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { OverviewPublishedFigures } from "@/components/figures/overview-published-figures";
import { IncidentTable } from "@/components/incidents/incident-table";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { KeyNumbers } from "@/components/overview/key-numbers";
import { OverviewCharts } from "@/components/overview/overview-charts";
import { PeriodPicker } from "@/components/overview/period-picker";
import { RecountedNote } from "@/components/totals/recounted-note";
import { UnplacedNote } from "@/components/totals/unplaced-note";
import { ConfidencePicker } from "@/components/ui/confidence-picker";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { asOfVersion, type Version } from "@/lib/record/versions/version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { RECORD_DESCRIPTION, recordData } from "@/lib/site/citations/structured-data";
import { routes } from "@/lib/site/urls/routes";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { overviewAt } from "@/lib/statistics/overview/overview-queries";
import { type OverviewView, readOverview, writeOverview } from "@/lib/statistics/rules/views";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { lossHeadline } from "@/lib/statistics/totals/total-text";
import { dateText, laterOf } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; query: string }> };

function periodText({ year, through }: OverviewView): string {
  return through === `${year}-12-31`
    ? `in ${year}`
    : `in ${year} through ${dateText(through).replace(` ${year}`, "")}`;
}

/** Whether it is what the first page shows where nothing is asked for. */
function isUsual(view: OverviewView, version: Version): boolean {
  const asOf = asOfVersion(version);
  const usual = readOverview(new URLSearchParams(), asOf, asOf, version.coveredThrough);
  return usual.ok && writeOverview(usual.value) === writeOverview(view);
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, ...segments } = await params;
  const view = routes.overview.viewIn(segments, readVersionReference(reference).version);
  return { title: `Crypto-asset thefts ${periodText(view)}` };
}

export default async function OverviewPage({ params }: Params) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const view = routes.overview.viewIn(segments, version.number);
  const [overview, published, coverage] = await Promise.all([
    overviewAt(db, version.number, view),
    publishedTotal(db, version.number, { from: `${view.year}-01-01`, to: view.through }),
    coverageAt(db, version.number),
  ]);
  const unplaced = await listUnplaced(db, version.number, overview.period, overview.unplaced);
  const permanentUrl = permanent.overview(view);
  // A rendered page must not depend on the day on which it is rendered.
  const asOf = laterOf(view.through, asOfVersion(version));
  return (
    <PageFrame
      links={links}
      version={version}
      section="overview"
      permanent={permanentUrl}
      newest={newest.overview(view)}
      canonical={isUsual(view, version) ? newest.home : newest.overview(view)}
    >
      <PagePreview
        title={`Crypto-asset thefts ${periodText(view)}`}
        description={`${lossHeadline(overview.total, periodText(view))}. ${RECORD_DESCRIPTION}`}
        address={links.overview(view)}
        permanent={permanentUrl}
        version={version}
        days={`year=${view.year}&through=${view.through}`}
        data={recordData(version, permanentUrl, null)}
      />
      <PeriodPicker
        view={view}
        links={links}
        firstYear={Math.min(overview.firstYear, view.year)}
        lastYear={Number(asOf.slice(0, 4))}
        asOf={asOf}
      />
      <h1 className="mt-8 mb-5 max-w-4xl font-semibold text-4xl tracking-tight sm:text-5xl">
        {lossHeadline(overview.total, periodText(view))}
      </h1>
      {coverage !== null && view.through === coverage.coveredThrough && (
        <CoverageLine coveredThrough={coverage.coveredThrough} links={links} />
      )}
      <KeyNumbers overview={overview} coverage={coverage} view={view} links={links} />
      <AboutNumberLine rule={lossesUnder(overview.period)} links={links} />
      <RecountedNote published={published} links={links} />
      <UnplacedNote
        unplaced={overview.unplaced}
        rows={unplaced}
        filters={overview.period}
        links={links}
      />
      <NumberMoved rule={lossesUnder(overview.period)} links={links} />
      <OverviewCharts
        overview={overview}
        view={view}
        coverage={coverage}
        links={links}
        permanentUrl={permanentUrl}
      />
      <div className="mt-3">
        <ConfidencePicker
          confidence={view.confidence}
          hrefOf={(confidence) => `${links.overview({ ...view, confidence })}#actors`}
        />
      </div>
      {overview.latest.length > 0 && (
        <section aria-labelledby="latest" className="mt-12">
          <h2 id="latest" className="mb-2 font-semibold text-2xl">
            Latest incidents
          </h2>
          <IncidentTable
            caption={`The latest incidents ${periodText(view)}`}
            rows={overview.latest}
            links={links}
          />
          <p className="mt-3">
            <a href={links.incidents(overview.period)}>
              All {overview.total.incidents.toLocaleString("en-GB")} incidents {periodText(view)}
            </a>
          </p>
        </section>
      )}
      <OverviewPublishedFigures
        year={view.year}
        figures={overview.othersFigures}
        retracted={overview.retractedFigures}
        asOf={asOfVersion(version)}
        links={links}
      />
    </PageFrame>
  );
}
