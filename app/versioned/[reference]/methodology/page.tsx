import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { Contents } from "@/components/methodology/contents";
import {
  ActorRules,
  AddressRules,
  AttributionRules,
  ChainRules,
  LossRules,
  NumberedRules,
  PeriodRules,
  VersionRules,
} from "@/components/methodology/counting-rules";
import { CoverageSection } from "@/components/methodology/coverage-section";
import { ExchangeSection } from "@/components/methodology/exchange-section";
import { FigureRules } from "@/components/methodology/figure-rules";
import { FileRules } from "@/components/methodology/file-rules";
import { KnownAddressList } from "@/components/methodology/known-address-list";
import { MeasureRules } from "@/components/methodology/measure-rules";
import { ParameterTable } from "@/components/methodology/parameter-table";
import { RecordFacts } from "@/components/methodology/record-facts";
import { SourceRules } from "@/components/methodology/source-rules";
import { TaxonomySections } from "@/components/methodology/taxonomy-sections";
import { WithheldList } from "@/components/methodology/withheld-list";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { sourceLagAt } from "@/lib/record/coverage/source-lag-queries";
import { techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { recordCounts, type Taxonomy, termCounts } from "@/lib/record/versions/count-queries";
import { knownAddressesAt } from "@/lib/record/wallets/known-address-queries";
import { withholdings } from "@/lib/record/withholding/withholding-queries";
import { articleData } from "@/lib/site/citations/structured-data";
import { recordSpan, totalUnder } from "@/lib/statistics/totals/total-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Methodology",
  description: "How Lossline counts: losses, periods, attributions, actors, addresses, versions.",
};

export default async function Methodology({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const [counts, terms, techniques, known, span, total, coverage, lag, withheld] =
    await Promise.all([
      recordCounts(db, version.number),
      termCounts(db, version.number),
      techniquesAt(db, version.number),
      knownAddressesAt(db, version.number),
      recordSpan(db, version.number),
      totalUnder(db, version.number, {}),
      coverageAt(db, version.number),
      sourceLagAt(db, version.number),
      withholdings(db),
    ]);
  const countsOf = (taxonomy: Taxonomy) =>
    new Map(
      terms
        .filter((term) => term.taxonomy === taxonomy)
        .map((term) => [term.value, term.incidents]),
    );
  return (
    <PageFrame
      links={links}
      version={version}
      section="methodology"
      permanent={permanent.methodology}
      newest={newest.methodology}
    >
      <PagePreview
        title="Methodology of Lossline"
        description="How Lossline counts: losses, periods, attributions, actors, addresses, versions."
        address={links.methodology}
        permanent={permanent.methodology}
        version={version}
        data={articleData({
          headline: "Methodology of Lossline",
          description:
            "How Lossline counts: losses, periods, attributions, actors, addresses, versions.",
          version,
          permanent: permanent.methodology,
        })}
      />
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">Methodology</h1>
      <p className="mt-3 max-w-prose text-lg">
        A total is a named rule, never just a number. These are the rules by which Lossline counts,
        written from the same definitions as the program uses.
      </p>
      <div className="mt-8 grid grid-cols-1 gap-x-14 lg:grid-cols-[14rem_minmax(0,48rem)]">
        <Contents />
        <div className="mt-8 lg:mt-0">
          <PageSection id="record" title="What the record holds">
            <RecordFacts counts={counts} span={span} version={version.number} links={links} />
          </PageSection>
          <PageSection id="coverage" title="Coverage">
            <CoverageSection coverage={coverage} lag={lag} />
          </PageSection>
          <PageSection id="losses" title="Losses">
            <LossRules unknown={total.unknownSize} links={links} />
          </PageSection>
          <PageSection id="periods" title="Days and periods">
            <PeriodRules imprecise={counts.imprecise} links={links} />
          </PageSection>
          <PageSection id="rules" title="Counting rules by number">
            <NumberedRules published={version.countingRules} />
          </PageSection>
          <PageSection id="measures" title="Dollars, shares and medians">
            <MeasureRules />
          </PageSection>
          <PageSection id="sources" title="Sources">
            <SourceRules links={links} />
          </PageSection>
          <PageSection id="attributions" title="Attributions">
            <AttributionRules />
          </PageSection>
          <PageSection id="actors" title="Actors">
            <ActorRules />
          </PageSection>
          <PageSection id="chains" title="Chains">
            <ChainRules />
          </PageSection>
          <PageSection id="addresses" title="Addresses that link incidents">
            <AddressRules />
            {known.length > 0 && (
              <>
                <h3 className="mt-6 font-semibold text-lg">Known addresses of this version</h3>
                <KnownAddressList known={known} />
              </>
            )}
          </PageSection>
          <PageSection id="figures" title="Figures from other publishers">
            <FigureRules count={counts.figures} links={links} />
          </PageSection>
          <TaxonomySections techniques={techniques} countsOf={countsOf} links={links} />
          <PageSection
            id="parameters"
            title="Rules in URLs"
            note="The rule of a view is in its URL. A parameter that a page does not know, or a value that cannot be, is answered with what would be right, never with another view."
          >
            <ParameterTable />
          </PageSection>
          <PageSection id="files" title="Files of charts">
            <FileRules />
          </PageSection>
          <PageSection id="exchange" title="Files for other programs">
            <ExchangeSection links={links} />
          </PageSection>
          <PageSection id="versions" title="Versions and what is promised">
            <VersionRules number={version.number} links={links} />
            <WithheldList withholdings={withheld} />
          </PageSection>
        </div>
      </div>
    </PageFrame>
  );
}
