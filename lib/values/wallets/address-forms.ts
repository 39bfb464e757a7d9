import { EVM_CHAINS } from "@/lib/values/wallets/evm-chains";
import { type Account, type AddressForm, anyOf } from "@/lib/values/wallets/forms/account";
import { alephium } from "@/lib/values/wallets/forms/alephium";
import { algorand, filecoin, icp, nem } from "@/lib/values/wallets/forms/base32-checked";
import {
  avalanche,
  bech32mKind,
  bech32OrEvm,
  cosmosKind,
  elrond,
  oasis,
} from "@/lib/values/wallets/forms/bech32-kind";
import { BITCOIN_KINDS } from "@/lib/values/wallets/forms/bitcoin-kind";
import { hex32, iota, near, starknet } from "@/lib/values/wallets/forms/bytes32";
import { cardano } from "@/lib/values/wallets/forms/cardano";
import { cashKind } from "@/lib/values/wallets/forms/cash-address";
import { casper } from "@/lib/values/wallets/forms/casper";
import { cryptonote, monero } from "@/lib/values/wallets/forms/cryptonote";
import { evm, evmInPlaceOf0x, icap } from "@/lib/values/wallets/forms/evm";
import { liquid } from "@/lib/values/wallets/forms/liquid";
import { eos, flow, hedera, icon, kadena } from "@/lib/values/wallets/forms/named-account";
import { nano } from "@/lib/values/wallets/forms/nano";
import { nxt } from "@/lib/values/wallets/forms/nxt";
import { ripple } from "@/lib/values/wallets/forms/ripple";
import { solana } from "@/lib/values/wallets/forms/solana";
import { stacks } from "@/lib/values/wallets/forms/stacks";
import { stellar } from "@/lib/values/wallets/forms/stellar";
import { substrate } from "@/lib/values/wallets/forms/substrate";
import { tezos } from "@/lib/values/wallets/forms/tezos";
import { ton } from "@/lib/values/wallets/forms/ton";
import { tron } from "@/lib/values/wallets/forms/tron";
import { verus } from "@/lib/values/wallets/forms/verus";
import { zcash } from "@/lib/values/wallets/forms/zcash";

/** Chains built with the Cosmos SDK whose accounts are nothing but bech32, and what it begins with. */
const COSMOS: Readonly<Record<string, readonly string[]>> = {
  agoric: ["agoric"],
  akash: ["akash"],
  axelar: ["axelar"],
  celestia: ["celestia", "celestiavaloper"],
  comdex: ["comdex"],
  coreum: ["core"],
  cosmos: ["cosmos", "cosmosvaloper"],
  dydx: ["dydx"],
  "gravity-bridge": ["gravity"],
  juno: ["juno"],
  kujira: ["kujira"],
  maya: ["maya"],
  neutron: ["neutron"],
  noble: ["noble"],
  nomic: ["nomic"],
  osmosis: ["osmo"],
  provenance: ["pb"],
  secret: ["secret"],
  sentinel: ["sent"],
  stride: ["stride"],
  terra: ["terra"],
  thorchain: ["thor"],
};

/** Chains that write one account of 20 bytes as bech32 and as 0x. */
const BECH32_OR_EVM: Readonly<Record<string, readonly string[]>> = {
  cronos: ["crc"],
  evmos: ["evmos"],
  harmony: ["one"],
  injective: ["inj"],
  iotex: ["io"],
  kava: ["kava"],
  kiichain: ["kii"],
  mantra: ["mantra"],
  okxchain: ["ex"],
  saga: ["saga"],
  tac: ["tac"],
  zetachain: ["zeta"],
  zilliqa: ["zil"],
};

const OTHERS: Readonly<Record<string, AddressForm>> = {
  alephium,
  algorand,
  aptos: hex32,
  avalanche,
  "bitcoin-cash": cashKind("Bitcoin Cash", "bitcoincash"),
  bittensor: anyOf(substrate, evm),
  cardano,
  casper,
  ecash: cashKind("eCash", "ecash", "etoken", "bitcoincash"),
  elrond,
  ethereum: anyOf(evm, icap),
  eos: anyOf(eos, evm),
  filecoin,
  flow,
  fogo: solana,
  haven: cryptonote(["hv"]),
  hedera,
  icon,
  icp,
  iota,
  kadena,
  kusama: substrate,
  liquid,
  monero,
  movement: hex32,
  namada: bech32mKind(["tnam", "znam"], 21, 43),
  nano,
  near,
  nem,
  nxt,
  oasis,
  oraichain: anyOf(cosmosKind("orai"), evm),
  polkadot: anyOf(substrate, evm),
  radix: bech32mKind(
    [
      "account_rdx",
      "resource_rdx",
      "component_rdx",
      "package_rdx",
      "pool_rdx",
      "validator_rdx",
      "identity_rdx",
      "accesscontroller_rdx",
      "internal_vault_rdx",
    ],
    30,
    30,
  ),
  ripple,
  ronin: evmInPlaceOf0x("ronin:"),
  sei: anyOf(evm, cosmosKind("sei")),
  solana,
  stacks,
  starknet,
  stellar,
  sui: hex32,
  tezos,
  ton,
  tron,
  verus,
  wax: eos,
  xdc: evmInPlaceOf0x("xdc"),
  zano: cryptonote(["Zx", "iZ", "aZx", "aiZX"]),
  zcash,
};

const forms = (
  prefixes: Readonly<Record<string, readonly string[]>>,
  form: (...prefixes: readonly string[]) => AddressForm,
): [string, AddressForm][] => Object.entries(prefixes).map(([chain, own]) => [chain, form(...own)]);

/** How each chain writes its addresses, as far as that is written down somewhere to check against. */
export const ADDRESS_FORMS: ReadonlyMap<string, AddressForm> = new Map([
  ...[...EVM_CHAINS].map((chain): [string, AddressForm] => [chain, evm]),
  ...Object.entries(BITCOIN_KINDS),
  ...forms(COSMOS, cosmosKind),
  ...forms(BECH32_OR_EVM, bech32OrEvm),
  ...Object.entries(OTHERS),
]);

/** What bech32 begins with on each chain that has it, apart from Bitcoin's kind. */
export const BECH32_PREFIXES: readonly (readonly [prefix: string, chain: string])[] = [
  ...Object.entries({ ...COSMOS, ...BECH32_OR_EVM }).map(
    ([chain, [prefix = chain]]) => [prefix, chain] as const,
  ),
  ["avax", "avalanche"],
  ["erd", "elrond"],
  ["iota", "iota"],
  ["oasis", "oasis"],
  ["orai", "oraichain"],
  ["sei", "sei"],
  ["tnam", "namada"],
];

/** Longer texts are no addresses, and some forms take long to read them. */
const LONGEST = 1000;

/** Reads an address by its chain's form; null where the chain's form is not known. */
export function readForm(chain: string, text: string): Account | string | null {
  if (text.length > LONGEST) return `is ${text.length} characters long, which no address is`;
  return ADDRESS_FORMS.get(chain)?.(text) ?? null;
}
