import { notFound } from "next/navigation";
import { openVersion } from "@/app/versioned/open-version";
import type { Queryable } from "@/lib/db/client";
import type { Sighting, WalletPlace } from "@/lib/record/wallets/wallet";
import { incidentsNamed } from "@/lib/statistics/incident-list/list-queries";

/** What finds an address or a transaction at a version. */
type Find<Wallet> = (
  db: Queryable,
  version: number,
  chain: string,
  text: string,
) => Promise<Wallet | null>;

/** An address or a transaction at a version with the incidents that name it; answers 404 where none knows it. */
export async function openWallet<Wallet extends WalletPlace & { sightings: Sighting<string>[] }>(
  reference: string,
  placeIn: (version: number) => WalletPlace,
  find: Find<Wallet>,
) {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const { chain, text } = placeIn(version.number);
  const wallet = await find(db, version.number, chain, text);
  if (wallet === null) notFound();
  const slugs = [...new Set(wallet.sightings.map(({ slug }) => slug))];
  return { ...opened, wallet, incidents: await incidentsNamed(db, version.number, slugs) };
}
