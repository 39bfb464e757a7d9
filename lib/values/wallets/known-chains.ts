import { isChecked } from "@/lib/values/wallets/address-format";

/** Chains that people name and whose addresses are not checked here: no less a chain for that. */
const UNCHECKED: ReadonlySet<string> = new Set([
  "beam",
  "bitcoin-sv",
  "chia",
  "conflux",
  "decred",
  "ergo",
  "firo",
  "grin",
  "hive",
  "horizen",
  "kaspa",
  "lisk",
  "mina",
  "mixin",
  "namecoin",
  "nesa",
  "neo",
  "nervos",
  "ontology",
  "peercoin",
  "qtum",
  "siacoin",
  "steem",
  "waves",
  "xdag",
  "zcoin",
]);

/** Names of chains that are words too: beside others, as in “core contract”, they may be no name. */
const WORDS_TOO: ReadonlySet<string> = new Set([
  "abstract",
  "base",
  "beam",
  "blast",
  "bob",
  "core",
  "dango",
  "dash",
  "flow",
  "fogo",
  "fuse",
  "haven",
  "hive",
  "icon",
  "ink",
  "juno",
  "liquid",
  "maya",
  "meter",
  "mode",
  "movement",
  "near",
  "neutron",
  "noble",
  "plasma",
  "radix",
  "saga",
  "secret",
  "sentinel",
  "sonic",
  "story",
  "stride",
  "theta",
  "verge",
  "waves",
]);

/** The chains that are known by name alone: what their addresses look like is not. */
export function uncheckedChains(): readonly string[] {
  return [...UNCHECKED];
}

/** Whether a chain is known by this name, whether or not its addresses can be checked. */
export function isKnownChain(chain: string): boolean {
  return isChecked(chain) || UNCHECKED.has(chain);
}

/** Whether a chain's name is an everyday word too. */
export function isWordToo(chain: string): boolean {
  return WORDS_TOO.has(chain);
}
