import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { ExternalLink } from "@/components/sources/external-link";
import { Citation } from "@/components/ui/citation";
import { Fact, FactList } from "@/components/ui/fact-list";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { CopyText } from "@/components/wallets/copy-text";
import { ExplorerLinks } from "@/components/wallets/explorer-links";
import { ADDRESS_ROLE_TEXT } from "@/components/wallets/role-text";
import { SightingList } from "@/components/wallets/sighting-list";
import { serviceText } from "@/lib/record/wallets/known-address";
import { findAddress } from "@/lib/record/wallets/wallet-queries";
import { routes } from "@/lib/site/urls/routes";
import { incidentsNamed } from "@/lib/statistics/incident-list/list-queries";
import { sightedText, walletTitle } from "@/lib/statistics/wallets/wallet-text";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressUrl } from "@/lib/values/wallets/explorer-urls";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; chain: string; text: string }> };

/** The address that a URL names, asked for once a rendering. */
const addressAt = cache(async (reference: string, chain: string, text: string) => {
  const opened = await openVersion(reference);
  const view = routes.address.viewIn({ chain, text }, opened.version.number);
  const wallet = await findAddress(opened.db, opened.version.number, view.chain, view.text);
  if (wallet === null) notFound();
  const slugs = [...new Set(wallet.sightings.map(({ slug }) => slug))];
  const incidents = await incidentsNamed(opened.db, opened.version.number, slugs);
  return { ...opened, wallet, incidents };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, chain, text } = await params;
  const { wallet, incidents } = await addressAt(reference, chain, text);
  return {
    title: walletTitle("address", wallet),
    description: sightedText("address", incidents),
    // It may be a private person's, and says nothing that the incidents do not: found here, but not by its digits elsewhere.
    robots: { index: false },
  };
}

export default async function AddressPage({ params }: Params) {
  const { reference, chain, text } = await params;
  const { version, links, permanent, newest, wallet, incidents } = await addressAt(
    reference,
    chain,
    text,
  );
  const { sightings, known } = wallet;
  const chains = [...new Set([...sightings, ...known].map((each) => each.chain))];
  const active = new Set(
    sightings.filter(({ isRetracted }) => !isRetracted).map(({ slug }) => slug),
  );
  const title = walletTitle("address", wallet);
  const at = (to: typeof links) => to.address(wallet.chain, wallet.text);
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
        description={sightedText("address", incidents)}
        address={at(links)}
        permanent={at(permanent)}
        version={version}
      />
      <p className="text-muted">Wallet address</p>
      <h1 className="mt-1 max-w-4xl break-all font-mono font-semibold text-xl sm:text-2xl">
        {wallet.text}
      </h1>
      <div className="mt-3">
        <CopyText label="Copy the address" text={wallet.text} />
      </div>
      <div className="mt-5">
        <FactList>
          <Fact label={chains.length === 1 ? "Chain" : "Chains"}>
            {chains.map(chainLabel).join(", ")}
          </Fact>
          <Fact label="Incidents">{incidents.length.toLocaleString("en-GB")}</Fact>
          <Fact label="At block explorers" wide>
            <ExplorerLinks chains={chains} urlOn={(on) => addressUrl(on, wallet.text)} />
          </Fact>
        </FactList>
      </div>
      {known.map((service) => (
        <p key={service.chain} className="mt-5 max-w-prose bg-mark px-3 py-2">
          {serviceText(service)}, on {chainLabel(service.chain)} (
          <ExternalLink href={service.source} label="Source of what this address is">
            source
          </ExternalLink>
          ). Many people use it, so it is evidence of no common thief and no link between incidents
          rests on it.
        </p>
      ))}
      {active.size > 1 && known.length === 0 && (
        <p className="mt-5 max-w-prose">
          It links {active.size} incidents.{" "}
          <a href={links.linkGroup([...active][0] ?? "")}>All incidents linked with them</a>
        </p>
      )}
      <div className="mt-8">
        <PageSection
          id="incidents"
          title="Incidents that name it"
          note="Each source says what the address was in that incident. Who held it, then or now, is not said by it."
        >
          {incidents.length === 0 ? (
            <p>No incident of the record names it.</p>
          ) : (
            <SightingList
              incidents={incidents}
              sightings={sightings}
              roles={ADDRESS_ROLE_TEXT}
              links={links}
            />
          )}
        </PageSection>
        <PageSection id="cite" title="How to cite this page">
          <Citation title={title} version={version} permanent={at(permanent)} />
        </PageSection>
      </div>
    </PageFrame>
  );
}
