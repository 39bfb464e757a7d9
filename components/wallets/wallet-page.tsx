import type { ReactNode } from "react";
import { FollowFeed, FollowLine } from "@/components/follow/follow-feed";
import { Citation } from "@/components/ui/citation";
import { Fact, FactList } from "@/components/ui/fact-list";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { CopyText } from "@/components/wallets/copy-text";
import { ExplorerLinks } from "@/components/wallets/explorer-links";
import { SightingList } from "@/components/wallets/sighting-list";
import type { Version } from "@/lib/record/versions/version";
import type { Sighting, WalletPlace } from "@/lib/record/wallets/wallet";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { sightedText, walletTitle } from "@/lib/statistics/wallets/wallet-text";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

interface WalletPageProps<Role extends string> {
  kind: "address" | "transaction";
  wallet: WalletPlace & { sightings: readonly Sighting<Role>[] };
  /** On which it is known. */
  chains: readonly string[];
  incidents: readonly IncidentRow[];
  version: Version;
  links: Links;
  permanent: Links;
  newest: Links;
  /** What each role is called. */
  roles: Readonly<Record<Role, string>>;
  /** Its page at a chain's block explorer; null where there is none. */
  explorerUrl: (chain: string, text: string) => string | null;
  /** What is to be known of it before its incidents. */
  children?: ReactNode;
}

const WORDS = {
  address: {
    heading: "Wallet address",
    copy: "Copy the address",
    note: "Each source says what the address was in that incident. Who held it, then or now, is not said by it.",
  },
  transaction: {
    heading: "Transaction",
    copy: "Copy the hash",
    note: "Each source says what the transaction was in that incident.",
  },
} as const;

/** A wallet address or a transaction with all incidents that name it. */
export function WalletPage<Role extends string>(props: WalletPageProps<Role>) {
  const { kind, wallet, chains, incidents, version, links, permanent, newest } = props;
  const { heading, copy, note } = WORDS[kind];
  const title = walletTitle(kind, wallet);
  const feed = kind === "address" ? newest.addressFeed(wallet.chain, wallet.text) : null;
  const at = (to: Links) => to[kind](wallet.chain, wallet.text);
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
        description={sightedText(kind, incidents)}
        address={at(links)}
        permanent={at(permanent)}
        version={version}
      />
      {feed !== null && <FollowFeed title={title} feed={feed} />}
      <p className="text-muted">{heading}</p>
      <h1 className="mt-1 max-w-4xl break-all font-mono font-semibold text-xl sm:text-2xl">
        {wallet.text}
      </h1>
      <div className="mt-3">
        <CopyText label={copy} text={wallet.text} />
      </div>
      <div className="mt-5">
        <FactList>
          <Fact label={chains.length === 1 ? "Chain" : "Chains"}>
            {chains.map(chainLabel).join(", ")}
          </Fact>
          <Fact label="Incidents">{incidents.length.toLocaleString("en-GB")}</Fact>
          <Fact label="At block explorers" wide>
            <ExplorerLinks chains={chains} urlOn={(on) => props.explorerUrl(on, wallet.text)} />
          </Fact>
        </FactList>
      </div>
      {props.children}
      <div className="mt-8">
        <PageSection id="incidents" title="Incidents that name it" note={note}>
          {incidents.length === 0 ? (
            <p>No incident of the record names it.</p>
          ) : (
            <SightingList
              incidents={incidents}
              sightings={wallet.sightings}
              roles={props.roles}
              links={links}
            />
          )}
        </PageSection>
        <PageSection id="cite" title="How to cite this page">
          <Citation title={title} version={version} permanent={at(permanent)} />
          {feed !== null && <FollowLine what="this address" feed={feed} how={newest.following} />}
        </PageSection>
      </div>
    </PageFrame>
  );
}
