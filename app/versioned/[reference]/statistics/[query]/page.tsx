import type { Metadata } from "next";
import { statisticsAt } from "@/app/versioned/open-statistics";
import { openVersion } from "@/app/versioned/open-version";
import { ChartPanel } from "@/components/chart-page/chart-panel";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { StatisticSections } from "@/components/statistics/statistic-sections";
import { CitationText } from "@/components/ui/citation";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { chainsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { asOfVersion } from "@/lib/record/versions/version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";
import { scopeText } from "@/lib/statistics/distributions/statistic-sentences";
import { recordSpan } from "@/lib/statistics/totals/total-queries";
import { laterOf, yearOf } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const DESCRIPTION =
  "Medians and quartiles of losses, how large they are, how much the largest are of all, and what came back: each with its rule and of how many it is.";

type Params = { params: Promise<{ reference: string; query: string }> };

const titleOf = (scope: string) => `Statistics of crypto-asset thefts ${scope}`;

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, ...segments } = await params;
  const view = routes.statistics.viewIn(segments, readVersionReference(reference).version);
  return { title: titleOf(scopeText(view, [], view.dollars)), description: DESCRIPTION };
}

export default async function Statistics({ params }: Params) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const view = routes.statistics.viewIn(segments, version.number);
  const [found, actors, chains, techniques, span] = await Promise.all([
    statisticsAt(db, version, view, links),
    actorsAt(db, version.number),
    chainsAt(db, version.number),
    techniquesAt(db, version.number),
    recordSpan(db, version.number),
  ]);
  const scope = scopeText(view, found.filters, view.dollars);
  const title = titleOf(scope);
  // A rendered page must not depend on the day on which it is rendered.
  const asOf = laterOf(view.to, asOfVersion(version));
  return (
    <PageFrame
      links={links}
      version={version}
      section="charts"
      permanent={permanent.statistics(view)}
      newest={newest.statistics(view)}
    >
      <PagePreview
        title={title}
        description={DESCRIPTION}
        address={links.statistics(view)}
        permanent={permanent.statistics(view)}
        version={version}
      />
      <h1 className="mb-2 font-semibold text-3xl sm:text-4xl [overflow-wrap:anywhere]">
        Statistics of thefts
      </h1>
      <p className="mb-5 max-w-prose text-muted">
        How losses lie {scope}, in sentences to quote: each with its rule and of how many incidents
        it is, and as a chart with its files.{" "}
        <a href={links.methodology}>How everything is counted</a>
      </p>
      <ChartPanel
        view={view}
        links={links}
        options={{ actors, chains, techniques, targetName: found.targetName }}
        firstYear={span === null ? yearOf(asOf) : Math.min(yearOf(span.first), yearOf(view.to))}
        asOf={asOf}
        page={{
          path: links.statisticsPage,
          label: "What is counted",
          hrefOf: links.statistics,
        }}
      />
      {version.coveredThrough !== null && view.to === version.coveredThrough && (
        <div className="mt-4">
          <CoverageLine coveredThrough={version.coveredThrough} links={links} />
        </div>
      )}
      <div className="mt-8">
        <StatisticSections view={view} found={found} scope={scope} links={links} />
        <PageSection id="cite" title="How to cite this page">
          <CitationText title={title} version={version} permanent={permanent.statistics(view)} />
        </PageSection>
      </div>
    </PageFrame>
  );
}
