import type { Metadata } from "next";
import { cache } from "react";
import { openWallet } from "@/app/versioned/open-wallet";
import { TRANSACTION_ROLE_TEXT } from "@/components/wallets/role-text";
import { WalletPage } from "@/components/wallets/wallet-page";
import { findTransaction } from "@/lib/record/wallets/wallet-queries";
import { routes } from "@/lib/site/urls/routes";
import { sightedText, walletTitle } from "@/lib/statistics/wallets/wallet-text";
import { transactionUrl } from "@/lib/values/wallets/explorer-urls";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; chain: string; text: string }> };

/** The transaction that a URL names, asked for once a rendering. */
const transactionAt = cache((reference: string, chain: string, text: string) =>
  openWallet(
    reference,
    (version) => routes.transaction.viewIn({ chain, text }, version),
    findTransaction,
  ),
);

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
  const opened = await transactionAt(reference, chain, text);
  return (
    <WalletPage
      {...opened}
      kind="transaction"
      chains={[...new Set(opened.wallet.sightings.map((each) => each.chain))]}
      roles={TRANSACTION_ROLE_TEXT}
      explorerUrl={transactionUrl}
    />
  );
}
