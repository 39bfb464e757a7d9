import { chainLabel } from "@/lib/taxonomy/taxonomy";

/** What else chains are called: their coins, and the names that explorers give them. */
const ALIASES: Record<string, string> = {
  ada: "cardano",
  algo: "algorand",
  apt: "aptos",
  arb: "arbitrum",
  "arbitrum-one": "arbitrum",
  avax: "avalanche",
  "avalanche-c-chain": "avalanche",
  bch: "bitcoin-cash",
  "binance-smart-chain": "bsc",
  "bitcoin-btc": "bitcoin",
  bnb: "bsc",
  "bnb-chain": "bsc",
  "bnb-smart-chain": "bsc",
  btc: "bitcoin",
  doge: "dogecoin",
  dot: "polkadot",
  etc: "ethereum-classic",
  eth: "ethereum",
  "ethereum-mainnet": "ethereum",
  ftm: "fantom",
  "internet-computer": "icp",
  kda: "kadena",
  "klaytn-kaia": "klaytn",
  kaia: "klaytn",
  ltc: "litecoin",
  matic: "polygon",
  multiversx: "elrond",
  "okx-chain": "okxchain",
  op: "optimism",
  "op-mainnet": "optimism",
  "polygon-pos": "polygon",
  sol: "solana",
  trx: "tron",
  xdai: "gnosis",
  xlm: "stellar",
  xmr: "monero",
  xrp: "ripple",
  "xrp-ledger": "ripple",
  xrpl: "ripple",
  xtz: "tezos",
  zec: "zcash",
};

/** A name as the record writes names of chains: lower-case words joined by hyphens; empty where nothing is left. */
export function hyphenated(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** The record's name of a chain that somebody names in their own way: `BNB Smart Chain` → `bsc`. */
export function readChain(text: string): string {
  const name = hyphenated(text);
  return ALIASES[name] ?? name;
}

/** A chain's name as it stands in a form; reads back as the chain. */
export function writeChain(chain: string): string {
  const label = chainLabel(chain);
  return readChain(label) === chain ? label : chain;
}
