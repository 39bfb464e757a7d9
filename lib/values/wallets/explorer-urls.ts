import { addressProblem } from "@/lib/values/wallets/address-format";
import { COSMOS_EXPLORERS, EXPLORERS, type Explorer } from "@/lib/values/wallets/explorers";
import { transactionHash, transactionProblem } from "@/lib/values/wallets/transaction-hash";

/** The page of a transaction in a block explorer; null where its chain has no well-known one, or it is none of the chain's. */
export function transactionUrl(chain: string, hash: string): string | null {
  if (transactionProblem(chain, hash) !== null) return null;
  const normal = transactionHash(chain, hash);
  return filled(explorerFor(chain, normal)?.transaction, normal);
}

/** The page of an address in a block explorer; null where its chain has no well-known one, or it is none of the chain's. */
export function addressUrl(chain: string, address: string): string | null {
  if (address === "" || addressProblem(chain, address) !== null) return null;
  return filled(explorerFor(chain, address)?.address, address);
}

function explorerFor(chain: string, text: string): Explorer | undefined {
  return (/^0x/i.test(text) ? undefined : COSMOS_EXPLORERS.get(chain)) ?? EXPLORERS.get(chain);
}

function filled(page: string | null | undefined, text: string): string | null {
  // Signs that paths may hold stay readable: a colon after a prefix, the @ of Hedera's times.
  const written = encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%40", "@");
  return page == null ? null : page.replace("{}", () => written);
}
