import type { Metadata } from "next";
import { cache } from "react";
import { openComparison } from "@/app/versioned/open-comparison";
import { CompareForm } from "@/components/compare/compare-form";
import { Comparability, CompareHeadline, CompareTable } from "@/components/compare/compare-numbers";
import { CompareTakeAway } from "@/components/compare/compare-take-away";
import { LikeForLikeSection } from "@/components/compare/like-for-like";
import { MonthLines } from "@/components/compare/month-lines";
import { largestMoves, MoveTable } from "@/components/compare/move-table";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { sourceDifference } from "@/lib/record/coverage/comparable";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { chainsAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";
import { describeRule } from "@/lib/statistics/changes/rule-text";
import { alignedMonths, knownOnlyToYear, type Side } from "@/lib/statistics/compare/comparison";
import { likeForLikeAt } from "@/lib/statistics/compare/like-for-like-queries";
import { isPlainNumber } from "@/lib/statistics/numbers/number";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; query: string }> };

/** The comparison that a URL names, asked for once a rendering. */
const comparedAt = cache(async (reference: string, query: string) => {
  const view = routes.compare.viewIn({ query }, readVersionReference(reference).version);
  return { view, ...(await openComparison(reference, view)) };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, query } = await params;
  const { texts } = await comparedAt(reference, query);
  return {
    title: `Compare: ${texts.second} against ${texts.first}`,
    description: texts.summary,
    // There is no end to them.
    robots: { index: false, follow: true },
  };
}

/** The days of a side for what is said of their sources; the record's first where it names none. */
const spanOf = ({ days: { from, to } }: Side) => ({ from: from ?? "2009-01-01", to });

export default async function ComparePage({ params }: Params) {
  const { reference, query } = await params;
  const { db, version, links, permanent, newest, view, comparison, names, texts } =
    await comparedAt(reference, query);
  const [coverage, actors, chains, likeForLike] = await Promise.all([
    coverageAt(db, version.number),
    actorsAt(db, version.number),
    chainsAt(db, version.number),
    isPlainNumber(view.first) && isPlainNumber(view.second) ? likeForLikeAt(db, version) : null,
  ]);
  const { first, second, byIncident, byCategory, byTechnique, differenceCents } = comparison;
  const difference =
    coverage === null ? null : sourceDifference(coverage, spanOf(first), spanOf(second));
  const labels = { first: texts.first, second: texts.second };
  const numbers = { comparison, labels, difference, links };
  const isCovered = first.isCovered && second.isCovered;
  const isEmpty = first.total.incidents + second.total.incidents === 0;
  const steps = { labels, start: first.total.cents, difference: differenceCents };
  const months = alignedMonths(comparison);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.compare(view)}
      newest={newest.compare(view)}
    >
      <PagePreview
        title={texts.title}
        description={texts.summary}
        address={links.compare(view)}
        permanent={permanent.compare(view)}
        version={version}
      />
      <p className="text-muted">
        Compare · <a href="#choose">Choose what</a>
      </p>
      <h1 className="mt-1 max-w-4xl font-semibold text-3xl tracking-tight [overflow-wrap:anywhere] sm:text-4xl">
        {texts.title}
      </h1>
      <CompareHeadline {...numbers} />
      {isCovered && <CompareTable {...numbers} />}
      <Comparability {...numbers} />
      <p className="mt-3 max-w-prose text-muted text-sm [overflow-wrap:anywhere]">
        Rules: {labels.first}:{" "}
        {describeRule(view.first, names.first.actorName, names.first.targetName)}. {labels.second}:{" "}
        {describeRule(view.second, names.second.actorName, names.second.targetName)}. US dollars at
        the time of each theft. <a href={links.countingRules}>How it is counted</a>
      </p>
      <div className="mt-8">
        {isCovered && !isEmpty && (
          <>
            <PageSection
              id="incidents"
              title="What makes the difference"
              note={`From ${labels.first} to ${labels.second}, the incidents that move it most. What is only in the first is taken away, what is only in the second added; all steps are exactly the difference. Incidents of unknown size add nothing.`}
            >
              <MoveTable
                caption="The difference by incident"
                noun="Incident"
                {...steps}
                moves={[
                  ...byIncident.moves.map((move) => ({
                    ...move,
                    name: (
                      <>
                        <a href={links.incident(move.key)}>{move.name}</a>{" "}
                        <span className="text-muted text-sm">{dateInShort(move.occurredOn)}</span>
                      </>
                    ),
                  })),
                  ...(byIncident.others.incidents > 0
                    ? [
                        {
                          key: "_others",
                          name: `${byIncident.others.incidents.toLocaleString("en-GB")} others together`,
                          firstCents: null,
                          secondCents: null,
                          cents: byIncident.others.cents,
                        },
                      ]
                    : []),
                ]}
              />
            </PageSection>
            <PageSection id="categories" title="By category">
              <MoveTable
                caption="The difference by category"
                noun="Category"
                {...steps}
                moves={byCategory}
              />
            </PageSection>
            <PageSection id="techniques" title="By technique">
              <MoveTable
                caption="The difference by technique"
                noun="Technique"
                {...steps}
                moves={largestMoves(byTechnique, "techniques")}
              />
            </PageSection>
          </>
        )}
        {months.length > 1 && (
          <PageSection
            id="months"
            title="Month by month"
            note={`The first month of each beside the first of the other.${undatedText(labels.first, first)}${undatedText(labels.second, second)}`}
          >
            <MonthLines months={months} labels={labels} />
          </PageSection>
        )}
        {likeForLike !== null && <LikeForLikeSection found={likeForLike} links={links} />}
        <PageSection
          id="choose"
          title="Choose what to compare"
          note="Two periods, two actors, categories or chains, or the same days counted by two rules."
        >
          <CompareForm view={view} options={{ actors, chains }} links={links} />
        </PageSection>
        <CompareTakeAway view={view} title={texts.title} version={version} permanent={permanent} />
      </div>
    </PageFrame>
  );
}

/** What of a side is in none of its months. */
function undatedText(label: string, side: Side): string {
  const { incidents, cents } = knownOnlyToYear(side);
  if (incidents === 0) return "";
  const counted = incidents === 1 ? "1 incident is" : `${incidents} incidents are`;
  return ` Of ${label}, ${counted} known only to the year (${formatUsd(cents / 100)}) and in no month.`;
}
