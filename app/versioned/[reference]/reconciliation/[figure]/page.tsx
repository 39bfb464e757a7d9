import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { FigureScope } from "@/components/figures/figure-scope";
import { FigureSource } from "@/components/figures/figure-source";
import { PublishedAmount } from "@/components/figures/published-amount";
import { ListedIncidents } from "@/components/reconciliation/listed-incidents";
import { PublisherRuleFacts } from "@/components/reconciliation/publisher-rule";
import { ReconciliationTable } from "@/components/reconciliation/reconciliation-table";
import { VintageList } from "@/components/reconciliation/vintage-list";
import { CitationText } from "@/components/ui/citation";
import { Fact, FactList } from "@/components/ui/fact-list";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { figuresWithIds } from "@/lib/record/figures/published-figure-queries";
import { asOfVersion } from "@/lib/record/versions/version";
import { spanText } from "@/lib/statistics/figures/figure-span";
import {
  countedNamed,
  reconciliationsAt,
} from "@/lib/statistics/reconciliation/reconciliation-queries";
import {
  residualText,
  sumInWords,
  UNRECONCILED,
} from "@/lib/statistics/reconciliation/reconciliation-text";
import { vintagesOf } from "@/lib/statistics/reconciliation/vintages";
import { formatUsd } from "@/lib/values/money/usd";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; figure: string }> };

/** The figure that a URL names, held against the record once a rendering. */
const figureAt = cache(async (reference: string, segment: string) => {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const figureId = Number(segment);
  const [figure] = await figuresWithIds(db, version.number, [figureId]);
  if (figure === undefined) notFound();
  const all = await reconciliationsAt(db, version.number, (each) => each.figureId === figureId);
  return { ...opened, figure, facts: all?.facts ?? null, held: all?.figures[0] ?? null };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, figure: segment } = await params;
  const { figure } = await figureAt(reference, segment);
  return {
    title: `${figure.title}, against Lossline`,
    description: `${formatUsd(figure.amountUsd)} by ${figure.publisher}: what is counted otherwise, line by line.`,
  };
}

export default async function ReconciliationPage({ params }: Params) {
  const { reference, figure: segment } = await params;
  const { db, version, links, permanent, newest, figure, facts, held } = await figureAt(
    reference,
    segment,
  );
  const { publisher, title, note } = figure;
  const called = `${title}, against Lossline`;
  const known = held?.rule ?? null;
  const outcome = held?.outcome ?? null;
  const vintages = facts === null ? [] : vintagesOf(figure, facts.vintages);
  const list = known?.list ?? null;
  const members =
    list === null
      ? []
      : await countedNamed(
          db,
          version.number,
          list.members.map(({ incident }) => incident),
        );
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.reconciliation(figure)}
      newest={newest.reconciliation(figure)}
    >
      <PagePreview
        title={called}
        description={`${formatUsd(figure.amountUsd)} by ${publisher}: what is counted otherwise, line by line.`}
        address={links.reconciliation(figure)}
        permanent={permanent.reconciliation(figure)}
        version={version}
      />
      <p className="text-muted">
        <a href={links.figures()}>Figures from other publishers</a>
      </p>
      <h1 className="mt-1 max-w-4xl font-semibold text-3xl tracking-tight [overflow-wrap:anywhere] sm:text-4xl">
        {title}
      </h1>
      {outcome !== null && typeof outcome !== "string" && (
        <p className="mt-3 max-w-prose text-lg">
          {publisher} published {figure.qualifier === "exact" ? "" : `${figure.qualifier} `}
          {sumInWords(outcome.publishedCents)}; Lossline counts {sumInWords(outcome.ownCents)} for
          the same days and scope
          {outcome.lines.length > 0 &&
            `, and ${sumInWords(outcome.underRuleCents)} as ${publisher} counts, as far as that is known`}
          . {residualText(outcome)}
        </p>
      )}
      <div className="mt-5">
        <FactList>
          <Fact label="Published sum">
            <PublishedAmount figure={figure} />
          </Fact>
          <Fact label="Publisher">
            {known?.publisher ? (
              <a href={links.publisher(known.publisher.slug)}>{publisher}</a>
            ) : (
              publisher
            )}
          </Fact>
          <Fact label="About" wide>
            <FigureScope figure={figure} isActorNamed asOf={asOfVersion(version)} links={links} />
          </Fact>
          <Fact label="Source">
            <FigureSource figure={figure} />
          </Fact>
        </FactList>
      </div>
      {note !== "" && <p className="mt-4 max-w-prose">{note}</p>}
      <PageSection id="lines" title="From our number to theirs">
        {facts === null ? (
          <p>
            This version of the record does not say how other publishers count, so the figure stands
            here as it was published.
          </p>
        ) : outcome === null || typeof outcome === "string" ? (
          <p>
            Nothing of ours is held against this figure. {outcome !== null && UNRECONCILED[outcome]}
          </p>
        ) : (
          <>
            {known?.rule === null && (
              <p className="mb-4 max-w-prose">
                How {publisher} counted in these years is not known, or it changed its rule within
                them. No rule is assumed: what is not in a list of its incidents is residual.
              </p>
            )}
            <ReconciliationTable
              outcome={outcome}
              publisher={publisher}
              scope={
                <>
                  {spanText(outcome.ownSpan)}, {outcome.incidents.toLocaleString("en-GB")}{" "}
                  {outcome.incidents === 1 ? "incident" : "incidents"}
                  {outcome.unknownSize > 0 &&
                    `, ${outcome.unknownSize} of them of unknown size and not in the sum`}
                </>
              }
              links={links}
            />
          </>
        )}
      </PageSection>
      {known !== null && known.rule !== null && (
        <PageSection id="rule" title="The rule, as far as it is known">
          <PublisherRuleFacts name={publisher} rule={known.rule} />
        </PageSection>
      )}
      {list !== null && (
        <PageSection
          id="incidents"
          title="Incidents that a source puts inside this sum"
          note="No such list is complete. An amount no farther from ours than its own rounding is taken as the same."
        >
          <ListedIncidents list={list} incidents={members} publisher={publisher} links={links} />
        </PageSection>
      )}
      {vintages.length > 0 && (
        <PageSection id="vintages" title="The same sum at other times">
          <VintageList vintages={vintages} />
        </PageSection>
      )}
      <PageSection id="cite" title="How to cite this page">
        <CitationText
          title={called}
          version={version}
          permanent={permanent.reconciliation(figure)}
        />
      </PageSection>
    </PageFrame>
  );
}
