import { readChain } from "@/lib/values/taxonomy/chain-names";
import { EVM_SHORT_NAMES } from "@/lib/values/wallets/evm-short-names";
import { EXPLORERS } from "@/lib/values/wallets/explorers";
import { isKnownChain } from "@/lib/values/wallets/known-chains";

/** Explorers of several chains. Most name the chain in their paths: blockchair.com/bitcoin/address/… */
const OF_MANY: ReadonlySet<string> = new Set([
  "3xpl.com",
  "app.blocksec.com",
  "app.dedaub.com",
  "bitinfocharts.com",
  "blockchain.com",
  "blockscan.com",
  "blockchair.com",
  "chainz.cryptoid.info",
  "cruise.supremacy.team",
  "dashboard.tenderly.co",
  "debank.com",
  "defimon.xyz",
  "ethtx.info",
  "explorer.phalcon.xyz",
  "intel.arkm.com",
  "library.dedaub.com",
  "live.blockcypher.com",
  "metasleuth.io",
  "mintscan.io",
  "oklink.com",
  "openchain.xyz",
  "phalcon.blocksec.com",
  "phalcon.xyz",
  "ping.pub",
  "platform.arkhamintelligence.com",
  "routescan.io",
  "tx.eth.samczsun.com",
  "viewblock.io",
  "vscode.blockscan.com",
]);

/** Further hosts of block explorers, and whose chain they show. */
const HOSTS: Readonly<Record<string, string>> = {
  "algoexplorer.io": "algorand",
  "avascan.info": "avalanche",
  "bithomp.com": "ripple",
  "blockstream.info": "bitcoin",
  "bloks.io": "eos",
  "btcscan.org": "bitcoin",
  "cexplorer.io": "cardano",
  "cronoscan.com": "cronos",
  "dogechain.info": "dogecoin",
  "eosflare.io": "eos",
  "eth.tokenview.io": "ethereum",
  "ethplorer.io": "ethereum",
  "evm.confluxscan.io": "conflux",
  "explorer.blast.io": "blast",
  "explorer.celo.org": "celo",
  "explorer.fraxtal.com": "fraxtal",
  "explorer.injective.network": "injective",
  "explorer.linea.build": "linea",
  "explorer.mantle.xyz": "mantle",
  "explorer.metis.io": "metis",
  "explorer.near.org": "near",
  "explorer.optimism.io": "optimism",
  "explorer.pulsechain.com": "pulsechain",
  "explorer.roninchain.com": "ronin",
  "explorer.scroll.io": "scroll",
  "explorer.solana.com": "solana",
  "explorer.stacks.co": "stacks",
  "explorer.sui.io": "sui",
  "explorer.ton.org": "ton",
  "explorer.unichain.org": "unichain",
  "explorer.wemix.com": "wemix",
  "explorer.xdag.io": "xdag",
  "explorer.xinfin.network": "xdc",
  "explorer.zksync.io": "zksync-era",
  "flowdiver.io": "flow",
  "gastracker.io": "ethereum-classic",
  "hecoinfo.com": "heco",
  "hypurrscan.io": "hyperliquid",
  "app.hyperliquid.xyz": "hyperliquid",
  "klaytnfinder.io": "klaytn",
  "klaytnscope.com": "klaytn",
  "scope.klaytn.com": "klaytn",
  "livenet.xrpl.org": "ripple",
  "monadscan.com": "monad",
  "moonscan.io": "moonbeam",
  "nanolooker.com": "nano",
  "opbnbscan.com": "opbnb",
  "scan.mantle.xyz": "mantle",
  "seitrace.com": "sei",
  "snowtrace.io": "avalanche",
  "solana.fm": "solana",
  "solanabeach.io": "solana",
  "starkscan.co": "starknet",
  "steexp.com": "stellar",
  "stellarchain.io": "stellar",
  "subnets.avax.network": "avalanche",
  "suivision.xyz": "sui",
  "tonscan.org": "ton",
  "tronscan.io": "tron",
  "walletexplorer.com": "bitcoin",
  "xrpl.org": "ripple",
  "zetascan.com": "zetachain",
  "zkscan.io": "zksync",
  "zksync.blockscout.com": "zksync-era",
};

/** Hosts that are part of a longer name: polkadot.subscan.io, eth.blockscout.com. */
const UNDER =
  /^([a-z0-9-]+)\.(?:subscan\.io|blockscout\.com|routescan\.io|tokenview\.io|l2scan\.co)$/;

/** Explorers that this record links to itself, where a host shows one chain. */
const OWN: ReadonlyMap<string, string> = new Map(
  [...EXPLORERS].flatMap(([chain, { transaction, address }]) => {
    const host = bareHost(new URL(transaction ?? address ?? "https://none.invalid").hostname);
    return OF_MANY.has(host) ? [] : [[host, chain] as const];
  }),
);

function bareHost(host: string): string {
  return host.toLowerCase().replace(/^(?:www|m|mobile)\./, "");
}

/** Words in a link that say that it is about a test network, where coins have no value. */
const TEST =
  /^(?:testnet\d*|signet|regtest|devnet|sepolia|goerli|holesky|preprod|preview|previewnet|nile|shasta|stokenet)$/i;

/** What a link of an explorer is about. */
export interface ExplorerHost {
  /** Null where an explorer of several chains does not say which. */
  chain: string | null;
}

/** Whose explorer a link leads to; null where the host is no explorer that is known, or shows a test network. */
export function explorerOf(url: URL): ExplorerHost | null {
  const host = bareHost(url.hostname);
  const words = url.pathname.split("/").filter(Boolean);
  const asked = [...words, ...host.split("."), ...url.searchParams.values()];
  if (asked.some((word) => TEST.test(word))) return null;
  if (OF_MANY.has(host))
    return { chain: words.map(chainInPath).find((chain) => chain !== null) ?? null };
  const chain = OWN.get(host) ?? (Object.hasOwn(HOSTS, host) ? (HOSTS[host] ?? null) : null);
  if (chain !== null) return { chain };
  const under = UNDER.exec(host)?.[1];
  return under === undefined ? null : { chain: chainInPath(under) };
}

/** The chain that an explorer's page is about; null where the host is no explorer that is known. */
export function chainOfExplorer(url: URL): string | null {
  return explorerOf(url)?.chain ?? null;
}

/** Words of paths are no names that people type: `mainnet` there is Ethereum's. */
function chainInPath(word: string): string | null {
  const small = word.toLowerCase();
  if (small === "mainnet") return "ethereum";
  const chain = EVM_SHORT_NAMES.get(small) ?? readChain(small);
  return isKnownChain(chain) ? chain : null;
}
