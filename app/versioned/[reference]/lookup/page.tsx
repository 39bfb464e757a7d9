import type { Metadata } from "next";
import { lookUpPasted } from "@/app/versioned/[reference]/lookup/lookup-action";
import { openVersion } from "@/app/versioned/open-version";
import { LookupForm } from "@/components/search/lookup-form";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { publicUrl } from "@/lib/site/urls/public-url";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Look up addresses",
  description:
    "Whether many addresses, transactions or links are in the record of crypto-asset thefts, and where.",
};

export default async function Lookup({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { version, links, permanent, newest } = await openVersion(reference);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.lookup}
      newest={newest.lookup}
    >
      <PagePreview
        title="Look up addresses"
        description="Whether many addresses, transactions or links are in the record of crypto-asset thefts, and where."
        address={links.lookup}
        permanent={permanent.lookup}
        version={version}
      />
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">Look up addresses</h1>
      <p className="mt-3 max-w-prose text-lg">
        Which of many addresses, transactions or links the record names, in which incidents and in
        what role. <a href={links.search()}>Search for one of anything</a>
      </p>
      <p className="mt-3 max-w-prose text-muted">
        Programs send such lists, and names, as JSON to{" "}
        <a href={`${links.api}#lookup`}>
          <code>/api/v1/lookup</code>
        </a>
        . Names of targets, thefts and actors in a table, however they are spelt, are matched by
        tools that know the Reconciliation Service API, such as OpenRefine: add{" "}
        <code>{publicUrl(links.matching)}</code> to them as a service.
      </p>
      <LookupForm
        action={lookUpPasted}
        version={version.number}
        fileUrl={links.lookupFile}
        incidents={links.incidents()}
      />
    </PageFrame>
  );
}
