import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

/** What else chains are called: their coins, the names that explorers give them, and the short names of EIP-3770. */
const ALIASES: Record<string, string> = {
  ada: "cardano",
  algo: "algorand",
  apt: "aptos",
  arb: "arbitrum",
  "arb-nova": "arbitrum-nova",
  arb1: "arbitrum",
  "arbitrum-one": "arbitrum",
  "avalanche-c-chain": "avalanche",
  avax: "avalanche",
  bch: "bitcoin-cash",
  "binance-smart-chain": "bsc",
  "bitcoin-btc": "bitcoin",
  bnb: "bsc",
  "bnb-chain": "bsc",
  "bnb-smart-chain": "bsc",
  bsv: "bitcoin-sv",
  btc: "bitcoin",
  btg: "bitcoin-gold",
  cro: "cronos",
  dgb: "digibyte",
  doge: "dogecoin",
  dot: "polkadot",
  etc: "ethereum-classic",
  eth: "ethereum",
  "ethereum-mainnet": "ethereum",
  fil: "filecoin",
  ftm: "fantom",
  gno: "gnosis",
  inj: "injective",
  "internet-computer": "icp",
  kaia: "klaytn",
  kda: "kadena",
  "klaytn-kaia": "klaytn",
  ltc: "litecoin",
  matic: "polygon",
  mnt: "mantle",
  multiversx: "elrond",
  nmc: "namecoin",
  oeth: "optimism",
  "okx-chain": "okxchain",
  op: "optimism",
  "op-mainnet": "optimism",
  "polygon-pos": "polygon",
  rvn: "ravencoin",
  scr: "scroll",
  sol: "solana",
  strk: "starknet",
  stx: "stacks",
  tia: "celestia",
  trx: "tron",
  vet: "vechain",
  xdai: "gnosis",
  xec: "ecash",
  xlm: "stellar",
  xmr: "monero",
  xno: "nano",
  xrp: "ripple",
  "xrp-ledger": "ripple",
  xrpl: "ripple",
  xtz: "tezos",
  zec: "zcash",
  zil: "zilliqa",
  "zora-network": "zora",
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

/** A chain's name as it is written in a form; reads back as the chain. */
export function writeChain(chain: string): string {
  const label = chainLabel(chain);
  return readChain(label) === chain ? label : chain;
}
