import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { Citation } from "@/components/ui/citation";
import { Fact, FactList } from "@/components/ui/fact-list";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { CopyText } from "@/components/wallets/copy-text";
import { ExplorerLinks } from "@/components/wallets/explorer-links";
import { TRANSACTION_ROLE_TEXT } from "@/components/wallets/role-text";
import { SightingList } from "@/components/wallets/sighting-list";
import { findTransaction } from "@/lib/record/wallets/wallet-queries";
import { routes } from "@/lib/site/urls/routes";
import { incidentsNamed } from "@/lib/statistics/incident-list/list-queries";
import { sightedText, walletTitle } from "@/lib/statistics/wallets/wallet-text";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { transactionUrl } from "@/lib/values/wallets/explorer-urls";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; chain: string; text: string }> };

/** The transaction that a URL names, asked for once a rendering. */
const transactionAt = cache(async (reference: string, chain: string, text: string) => {
  const opened = await openVersion(reference);
  const view = routes.transaction.viewIn({ chain, text }, opened.version.number);
  const wallet = await findTransaction(opened.db, opened.version.number, view.chain, view.text);
  if (wallet === null) notFound();
  const slugs = [...new Set(wallet.sightings.map(({ slug }) => slug))];
  const incidents = await incidentsNamed(opened.db, opened.version.number, slugs);
  return { ...opened, wallet, incidents };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, chain, text } = await params;
  const { wallet, incidents } = await transactionAt(reference, chain, text);
  return {
    title: walletTitle("transaction", wallet),
    description: sightedText("transaction", incidents),
    // It says nothing that the incidents do not: found here, but not by its digits elsewhere.
    robots: { index: false },
  };
}

export default async function TransactionPage({ params }: Params) {
  const { reference, chain, text } = await params;
  const { version, links, permanent, newest, wallet, incidents } = await transactionAt(
    reference,
    chain,
    text,
  );
  const { sightings } = wallet;
  const chains = [...new Set(sightings.map((each) => each.chain))];
  const title = walletTitle("transaction", wallet);
  const at = (to: typeof links) => to.transaction(wallet.chain, wallet.text);
  return (
    <PageFrame
      links={links}
      version={version}
      section="incidents"
      permanent={at(permanent)}
      newest={at(newest)}
    >
      <PagePreview
        title={title}
        description={sightedText("transaction", incidents)}
        address={at(links)}
        permanent={at(permanent)}
        version={version}
      />
      <p className="text-muted">Transaction</p>
      <h1 className="mt-1 max-w-4xl break-all font-mono font-semibold text-xl sm:text-2xl">
        {wallet.text}
      </h1>
      <div className="mt-3">
        <CopyText label="Copy the hash" text={wallet.text} />
      </div>
      <div className="mt-5">
        <FactList>
          <Fact label={chains.length === 1 ? "Chain" : "Chains"}>
            {chains.map(chainLabel).join(", ")}
          </Fact>
          <Fact label="Incidents">{incidents.length.toLocaleString("en-GB")}</Fact>
          <Fact label="At block explorers" wide>
            <ExplorerLinks chains={chains} urlOn={(on) => transactionUrl(on, wallet.text)} />
          </Fact>
        </FactList>
      </div>
      <div className="mt-8">
        <PageSection
          id="incidents"
          title="Incidents that name it"
          note="Each source says what the transaction was in that incident."
        >
          <SightingList
            incidents={incidents}
            sightings={sightings}
            roles={TRANSACTION_ROLE_TEXT}
            links={links}
          />
        </PageSection>
        <PageSection id="cite" title="How to cite this page">
          <Citation title={title} version={version} permanent={at(permanent)} />
        </PageSection>
      </div>
    </PageFrame>
  );
}
