import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { PublisherTable } from "@/components/reconciliation/publisher-table";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { publisherFactsAt } from "@/lib/record/publishers/publisher-queries";
import { figureOptions } from "@/lib/statistics/figures/figure-list-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const TITLE = "Publishers and how they count";
const DESCRIPTION =
  "How others who publish totals of thefts count: what is in, what is out, and since when.";

export const metadata: Metadata = { title: TITLE, description: DESCRIPTION };

export default async function Publishers({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const [facts, { publishers }] = await Promise.all([
    publisherFactsAt(db, version.number),
    figureOptions(db, version.number),
  ]);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.publishers}
      newest={newest.publishers}
    >
      <PagePreview
        title={TITLE}
        description={DESCRIPTION}
        address={links.publishers}
        permanent={permanent.publishers}
        version={version}
      />
      <p className="text-muted">
        <a href={links.figures()}>Figures from other publishers</a>
      </p>
      <h1 className="mt-1 font-semibold text-3xl tracking-tight sm:text-4xl">{TITLE}</h1>
      {facts === null ? (
        <p className="mt-3 max-w-prose text-lg">
          This version of the record does not say how other publishers count.{" "}
          <a href={links.figures()}>Their figures</a>
        </p>
      ) : (
        <>
          <p className="mt-3 mb-5 max-w-prose text-lg">
            No two publishers count the same. What is known of their rules rests on pages that each
            names; where nothing was found, it says so.
          </p>
          <PublisherTable publishers={facts.publishers} figures={publishers} links={links} />
        </>
      )}
    </PageFrame>
  );
}
