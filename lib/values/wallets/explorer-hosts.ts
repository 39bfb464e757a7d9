import { readChain } from "@/lib/values/taxonomy/chain-names";
import { isKnownChain } from "@/lib/values/wallets/known-chains";

/** Hosts of block explorers, and whose chain they show. Where one shows several, its path says which. */
const HOSTS: Record<string, string> = {
  "etherscan.io": "ethereum",
  "bscscan.com": "bsc",
  "polygonscan.com": "polygon",
  "arbiscan.io": "arbitrum",
  "nova.arbiscan.io": "arbitrum-nova",
  "optimistic.etherscan.io": "optimism",
  "basescan.org": "base",
  "snowtrace.io": "avalanche",
  "snowscan.xyz": "avalanche",
  "ftmscan.com": "fantom",
  "blastscan.io": "blast",
  "gnosisscan.io": "gnosis",
  "celoscan.io": "celo",
  "cronoscan.com": "cronos",
  "explorer.cronos.org": "cronos",
  "lineascan.build": "linea",
  "mantlescan.xyz": "mantle",
  "scrollscan.com": "scroll",
  "sonicscan.org": "sonic",
  "berascan.com": "berachain",
  "uniscan.xyz": "unichain",
  "era.zksync.network": "zksync-era",
  "explorer.zksync.io": "zksync-era",
  "moonscan.io": "moonbeam",
  "moonriver.moonscan.io": "moonriver",
  "hecoinfo.com": "heco",
  "app.roninchain.com": "ronin",
  "explorer.roninchain.com": "ronin",
  "tronscan.org": "tron",
  "tronscan.io": "tron",
  "solscan.io": "solana",
  "explorer.solana.com": "solana",
  "solana.fm": "solana",
  "mempool.space": "bitcoin",
  "blockstream.info": "bitcoin",
  "btcscan.org": "bitcoin",
  "xrpscan.com": "ripple",
  "bithomp.com": "ripple",
  "livenet.xrpl.org": "ripple",
  "stellar.expert": "stellar",
  "cardanoscan.io": "cardano",
  "cexplorer.io": "cardano",
  "tonscan.org": "ton",
  "tonviewer.com": "ton",
  "nearblocks.io": "near",
  "suiscan.xyz": "sui",
  "suivision.xyz": "sui",
  "explorer.aptoslabs.com": "aptos",
  "litecoinspace.org": "litecoin",
  "dogechain.info": "dogecoin",
  "explorer.zora.energy": "zora",
  "fraxscan.com": "fraxtal",
  "starkscan.co": "starknet",
  "voyager.online": "starknet",
};

/** Explorers of many chains name them in their paths: blockchair.com/bitcoin/address/… */
const MANY = /^(?:blockchair\.com|(?:www\.)?oklink\.com|(?:www\.)?blockchain\.com)$/;

/** The chain that an explorer's page is about; null where the host is no explorer that is known. */
export function chainOfExplorer(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, "");
  if (MANY.test(host)) return url.pathname.split("/").map(readChain).find(isKnownChain) ?? null;
  return Object.hasOwn(HOSTS, host) ? (HOSTS[host] ?? null) : null;
}
