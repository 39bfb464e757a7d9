import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { SeveralYearFigures } from "@/components/figures/several-year-figures";
import { PeriodIndex } from "@/components/periods/period-index";
import { ComparableCounts } from "@/components/totals/comparable-counts";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { asOfVersion } from "@/lib/record/versions/version";
import { severalYearFigures } from "@/lib/statistics/figures/period-figure-queries";
import { allPeriods } from "@/lib/statistics/periods/period-queries";
import { recordSpan } from "@/lib/statistics/totals/total-queries";
import { laterOf } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Periods",
  description:
    "What was lost in each year, quarter and month, how, and who is said to have done it.",
};

export default async function Periods({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const [totals, span, severalYears] = await Promise.all([
    allPeriods(db, version.number),
    recordSpan(db, version.number),
    severalYearFigures(db, version.number),
  ]);
  const asOf =
    version.coveredThrough ?? laterOf(span?.last ?? version.publishedOn, version.publishedOn);
  return (
    <PageFrame
      links={links}
      version={version}
      section="periods"
      permanent={permanent.periods}
      newest={newest.periods}
    >
      <PagePreview
        title="Crypto-asset thefts by year, quarter and month"
        description="What was lost in each year, quarter and month, how, and who is said to have done it."
        address={links.periods}
        permanent={permanent.periods}
        version={version}
      />
      <h1 className="mb-2 font-semibold text-3xl">Periods</h1>
      <p className="mb-6 max-w-prose text-muted">
        Every year, quarter and month of the record on a page of its own: what was lost and how, who
        is said to have done it, and how that compares. Gross losses in US dollars at the time of
        each theft, best estimates; incidents of unknown size are counted but in no amount.{" "}
        <a href={links.statisticsPage}>Medians, thresholds and what came back</a>
      </p>
      <p className="mb-4">
        <a href={links.compare()} className="inline-block py-1">
          Compare two periods
        </a>
      </p>
      {version.coveredThrough !== null && (
        <CoverageLine coveredThrough={version.coveredThrough} links={links} />
      )}
      {span === null ? (
        <p className="border-rule border-t py-8">The record holds no incident yet.</p>
      ) : (
        <>
          <ComparableCounts filters={{}} through={asOf} links={links} />
          <PeriodIndex totals={totals} first={span.first} asOf={asOf} links={links} />
        </>
      )}
      <SeveralYearFigures {...severalYears} asOf={asOfVersion(version)} links={links} />
    </PageFrame>
  );
}
