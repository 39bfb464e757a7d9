import type { Metadata } from "next";
import { cache } from "react";
import { openWallet } from "@/app/versioned/open-wallet";
import { ExternalLink } from "@/components/sources/external-link";
import { ADDRESS_ROLE_TEXT } from "@/components/wallets/role-text";
import { WalletPage } from "@/components/wallets/wallet-page";
import { serviceText } from "@/lib/record/wallets/known-address";
import { findAddress } from "@/lib/record/wallets/wallet-queries";
import { routes } from "@/lib/site/urls/routes";
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
const addressAt = cache((reference: string, chain: string, text: string) =>
  openWallet(reference, (version) => routes.address.viewIn({ chain, text }, version), findAddress),
);

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
  const opened = await addressAt(reference, chain, text);
  const { links, wallet } = opened;
  const { sightings, known } = wallet;
  const active = new Set(
    sightings.filter(({ isRetracted }) => !isRetracted).map(({ slug }) => slug),
  );
  return (
    <WalletPage
      {...opened}
      kind="address"
      chains={[...new Set([...sightings, ...known].map((each) => each.chain))]}
      roles={ADDRESS_ROLE_TEXT}
      explorerUrl={addressUrl}
    >
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
    </WalletPage>
  );
}
