import type { Metadata } from "next";
import { cache } from "react";
import { openNumber } from "@/app/versioned/open-number";
import { CorrectionsFeed } from "@/components/changes/corrections-feed";
import { NumberMoved } from "@/components/changes/number-moved";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { NumberEvidence } from "@/components/numbers/number-evidence";
import { FiguresBeside } from "@/components/numbers/number-figures";
import { NumberHeadline } from "@/components/numbers/number-headline";
import { NumberMoves } from "@/components/numbers/number-moves";
import { PrintedSentences } from "@/components/numbers/number-sentences";
import { NumberTakeAway } from "@/components/numbers/number-take-away";
import { CitationMeta } from "@/components/ui/citation-meta";
import { PageFrame } from "@/components/ui/page-frame";
import { PageSection } from "@/components/ui/page-section";
import { StructuredData } from "@/components/ui/structured-data";
import { asOfVersion } from "@/lib/record/versions/version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { datasetData } from "@/lib/site/citations/structured-data";
import { FORMATS } from "@/lib/site/exports/formats";
import { printedUrl, publicBase } from "@/lib/site/urls/public-url";
import { routes } from "@/lib/site/urls/routes";
import { NUMBER_FORMATS } from "@/lib/site/urls/routes/number-routes";
import { describeRule } from "@/lib/statistics/changes/rule-text";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import { isPlainNumber, LARGEST_SHOWN } from "@/lib/statistics/numbers/number";
import { chartOfNumber } from "@/lib/statistics/numbers/number-chart";
import { numberFigures } from "@/lib/statistics/numbers/number-figure-queries";
import { latestMoves, MOVES_SHOWN } from "@/lib/statistics/numbers/number-move-queries";
import { numberAsPublished } from "@/lib/statistics/numbers/number-queries";
import { numberInShort } from "@/lib/statistics/numbers/number-sentence";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

/** Letters of a tab's title, the record's name aside: more are cut where tabs and searches show them. */
const LONGEST_TITLE = 58;

type Params = { params: Promise<{ reference: string; query: string }> };

/** The number that a URL names, asked for once a rendering. */
const numberAt = cache(async (reference: string, query: string) => {
  const rule = routes.number.viewIn({ query }, readVersionReference(reference).version);
  return { rule, ...(await openNumber(reference, rule)) };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, query } = await params;
  const { rule, number, sentences } = await numberAt(reference, query);
  const { title } = sentences;
  return {
    title: title.length <= LONGEST_TITLE ? title : `About one number: ${numberInShort(number)}`,
    description: sentences.short,
    // There are as many as there are rules: those of days alone are the ones to be found.
    ...(isPlainNumber(rule) ? {} : { robots: { index: false, follow: true } }),
  };
}

export default async function NumberPage({ params }: Params) {
  const { reference, query } = await params;
  const { db, version, links, permanent, newest, rule, number, names, sentences } = await numberAt(
    reference,
    query,
  );
  const { filters } = rule;
  const isEmpty = number.incidents === 0;
  const [largest, unplaced, figures, moves, published] = await Promise.all([
    isEmpty ? [] : listIncidents(db, version.number, filters, "largest", { limit: LARGEST_SHOWN }),
    listUnplaced(db, version.number, filters, number.unplaced),
    numberFigures(db, version.number, rule, number.days),
    latestMoves(db, version.number, rule),
    numberAsPublished(db, version, rule),
  ]);
  const chart = number.isCovered ? chartOfNumber(rule, number.days) : null;
  const permanentUrl = permanent.number(rule);
  const picture =
    chart === null
      ? `${permanent.charts}/monthly.png?shape=preview&scale=1`
      : permanent.chartFile(chart, "png", { shape: "preview", scale: 1 });
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanentUrl}
      newest={newest.number(rule)}
    >
      <LinkPreview
        title={sentences.title}
        description={sentences.short}
        address={links.number(rule)}
        picture={picture}
        alternative="Columns of what was lost to crypto-asset thefts, by time and category."
      />
      <CitationMeta title={sentences.title} version={version} permanent={permanentUrl} />
      <StructuredData
        data={datasetData({
          name: sentences.title,
          description: sentences.short,
          version,
          permanent: permanentUrl,
          from: number.days.from,
          through: number.days.to,
          measured: describeRule(rule, names.actorName, names.targetName),
          method: permanent.countingRules,
          shortId: null,
          picture,
          files: NUMBER_FORMATS.map((format) => ({
            path: permanent.numberFile(rule, format),
            type: FORMATS[format].type,
          })),
        })}
      />
      <NumberHeadline number={number} title={sentences.title} />
      <p className="mt-3 max-w-prose text-muted [overflow-wrap:anywhere]">
        Rule: {describeRule(rule, names.actorName, names.targetName)}.{" "}
        <a href={links.countingRules}>How it is counted</a>
      </p>
      {version.coveredThrough !== null && number.days.to === version.coveredThrough && (
        <CoverageLine coveredThrough={version.coveredThrough} links={links} />
      )}
      {links.reference.pinned ? (
        <NumberMoved rule={rule} links={links} />
      ) : (
        <CorrectionsFeed rule={rule} links={links} />
      )}
      <div className="mt-8">
        <PageSection
          id="print"
          title={isEmpty ? "What can be printed" : "Sentences to print"}
          note="Ready to copy. They say what the record knows, and what it leaves out."
        >
          <PrintedSentences
            short={sentences.short}
            full={sentences.full}
            printed={printedUrl(permanentUrl)}
            path={permanentUrl}
            base={publicBase()}
          />
        </PageSection>
        {!isEmpty && (
          <NumberEvidence
            number={number}
            largest={largest}
            unplaced={unplaced}
            published={published}
            links={links}
          />
        )}
        <PageSection id="others" title="What others say">
          <FiguresBeside
            number={number}
            figures={figures}
            asOf={asOfVersion(version)}
            links={links}
          />
        </PageSection>
        <PageSection
          id="changed"
          title="What changed"
          note="The versions of the record that last moved this number, all counted by today’s rules."
        >
          <NumberMoves
            rule={rule}
            moves={moves}
            isCut={moves.length >= MOVES_SHOWN}
            links={links}
          />
        </PageSection>
        <NumberTakeAway
          rule={rule}
          title={sentences.title}
          version={version}
          chart={chart}
          links={links}
          permanent={permanent}
        />
      </div>
    </PageFrame>
  );
}
