import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { GapTable } from "@/components/reconciliation/gap-table";
import { PublisherDrawing } from "@/components/reconciliation/publisher-drawing";
import { PublisherRuleFacts } from "@/components/reconciliation/publisher-rule";
import { PUBLISHER_KIND_LABELS } from "@/components/reconciliation/publisher-table";
import { VintageList } from "@/components/reconciliation/vintage-list";
import { CitationText } from "@/components/ui/citation";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { findPublisher } from "@/lib/record/publishers/publisher-queries";
import { asOfVersion } from "@/lib/record/versions/version";
import { publisherSeries } from "@/lib/statistics/reconciliation/publisher-series";
import { heldFigures } from "@/lib/statistics/reconciliation/reconciled-figure";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; slug: string }> };

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The publisher that a URL names, with its figures held against the record, once a rendering. */
const publisherAt = cache(async (reference: string, slug: string) => {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const publisher = await findPublisher(db, version.number, slug);
  if (publisher === null) notFound();
  const all = await reconciliationsAt(
    db,
    version.number,
    (figure) => figure.publisher === publisher.publisher,
  );
  return { ...opened, publisher, facts: all?.facts, figures: all?.figures ?? [] };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, slug } = await params;
  const { publisher } = await publisherAt(reference, slug);
  return {
    title: `${publisher.publisher}: how it counts`,
    description: `How ${publisher.publisher} counts thefts, and its figures against Lossline’s.`,
  };
}

export default async function PublisherPage({ params }: Params) {
  const { reference, slug } = await params;
  const { version, links, permanent, newest, publisher, facts, figures } = await publisherAt(
    reference,
    slug,
  );
  const name = publisher.publisher;
  const held = heldFigures(figures);
  const series = publisherSeries(held);
  const vintages = (facts?.vintages ?? []).filter((vintage) => vintage.publisher === name);
  const called = `${name}: how it counts`;
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.publisher(slug)}
      newest={newest.publisher(slug)}
    >
      <PagePreview
        title={called}
        description={`How ${name} counts thefts, and its figures against Lossline’s.`}
        address={links.publisher(slug)}
        permanent={permanent.publisher(slug)}
        version={version}
      />
      <p className="text-muted">
        <a href={links.publishers}>Publishers and how they count</a>
      </p>
      <h1 className="mt-1 font-semibold text-3xl tracking-tight [overflow-wrap:anywhere] sm:text-4xl">
        {name}
      </h1>
      <p className="mt-3 max-w-prose text-lg">
        {capitalised(PUBLISHER_KIND_LABELS[publisher.kind])}. Of its{" "}
        <a href={links.figures({ publisher: name })}>
          {figures.length} {figures.length === 1 ? "figure" : "figures"}
        </a>{" "}
        in the record, {held.length} can be held against ours.
      </p>
      {held.length > 0 && (
        <PageSection
          id="figures"
          title="Their figures against ours"
          note="“By its rule” is what Lossline counts as the publisher does, as far as that is known; what is left after that is explained by nothing here."
        >
          {series !== null && <PublisherDrawing name={name} series={series} />}
          <div className="mt-4">
            <GapTable
              caption={`Figures of ${name} against Lossline’s`}
              figures={held}
              asOf={asOfVersion(version)}
              links={links}
            />
          </div>
        </PageSection>
      )}
      <PageSection id="rules" title="How it counts">
        {publisher.rules.length === 0 ? (
          <p>Nothing is known of how {name} counts, and no rule is assumed.</p>
        ) : (
          publisher.rules.map((rule) => (
            <PublisherRuleFacts key={`${rule.from} ${rule.to}`} name={name} rule={rule} />
          ))
        )}
      </PageSection>
      {vintages.length > 0 && (
        <PageSection
          id="vintages"
          title="Sums that it restated"
          note="A step can be new knowledge, a changed rule, or a sum that was net before and is gross now."
        >
          <VintageList vintages={vintages} />
        </PageSection>
      )}
      <PageSection id="cite" title="How to cite this page">
        <CitationText title={called} version={version} permanent={permanent.publisher(slug)} />
      </PageSection>
    </PageFrame>
  );
}
