import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { GapTable } from "@/components/reconciliation/gap-table";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { asOfVersion } from "@/lib/record/versions/version";
import { largestGaps } from "@/lib/statistics/reconciliation/reconciled-figure";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const TITLE = "Largest unexplained differences";
const DESCRIPTION =
  "Figures of other publishers, by what neither scope, netting, cut-off day, valuation nor a list of incidents explains.";

export const metadata: Metadata = { title: TITLE, description: DESCRIPTION };

/** Beyond so many, differences are in the file alone. */
const MOST = 100;

export default async function Gaps({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const all = await reconciliationsAt(db, version.number);
  const gaps = largestGaps(all?.figures ?? []);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.gaps}
      newest={newest.gaps}
    >
      <PagePreview
        title={TITLE}
        description={DESCRIPTION}
        address={links.gaps}
        permanent={permanent.gaps}
        version={version}
      />
      <p className="text-muted">
        <a href={links.figures()}>Figures from other publishers</a>
      </p>
      <h1 className="mt-1 font-semibold text-3xl tracking-tight sm:text-4xl">{TITLE}</h1>
      {all === null ? (
        <p className="mt-3 max-w-prose text-lg">
          This version of the record does not say how other publishers count, so nothing is held
          against their figures by their rules.
        </p>
      ) : (
        <>
          <p className="mt-3 mb-5 max-w-prose text-lg">
            What is left of each figure once ours is counted as its publisher counts, as far as that
            is known. A large residual is where the record, the publisher or the rule is most likely
            to be missing something.{" "}
            <a href={links.reconciliationsFile("csv")} download>
              All {gaps.length} as CSV
            </a>
            ,{" "}
            <a href={links.reconciliationsFile("json")} download>
              JSON
            </a>
          </p>
          <GapTable
            caption="Figures by what is left unexplained, largest first"
            figures={gaps.slice(0, MOST)}
            asOf={asOfVersion(version)}
            links={links}
          />
          {gaps.length > MOST && (
            <p className="mt-3 text-muted">
              The {gaps.length - MOST} smaller ones are in the files.
            </p>
          )}
        </>
      )}
    </PageFrame>
  );
}
