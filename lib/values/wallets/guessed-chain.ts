import { addressProblem } from "@/lib/values/wallets/address-format";
import { BECH32_PREFIXES } from "@/lib/values/wallets/address-forms";

interface Shape {
  pattern: RegExp;
  chain: string;
  /** Whether no other chain that the record could meet writes its addresses so. */
  own: boolean;
}

const own = (pattern: RegExp, chain: string): Shape => ({ pattern, chain, own: true });
const shared = (pattern: RegExp, chain: string): Shape => ({ pattern, chain, own: false });

/**
 * What an address looks like, likeliest first; each is checked by its chain's own format before it
 * is taken. `0x` and 64 digits are not among them: without a chain's name that is a transaction.
 */
const SHAPES: readonly Shape[] = [
  shared(/^0x[0-9a-fA-F]{40}$/, "ethereum"),
  own(/^ronin:[0-9a-f]{40}$/i, "ronin"),
  own(/^xdc[0-9a-f]{40}$/i, "xdc"),
  own(/^bc1[a-z0-9]{20,80}$/i, "bitcoin"),
  own(/^ltc1[a-z0-9]{20,80}$/i, "litecoin"),
  own(/^T[1-9A-HJ-NP-Za-km-z]{33}$/, "tron"),
  shared(/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/, "bitcoin"),
  shared(/^[LM][1-9A-HJ-NP-Za-km-z]{25,34}$/, "litecoin"),
  shared(/^D[1-9A-HJ-NP-Za-km-z]{33}$/, "dogecoin"),
  own(/^X[1-9A-HJ-NP-Za-km-z]{33}$/, "dash"),
  own(/^(?:bitcoincash:)?[qpzr][a-z0-9]{41}$/i, "bitcoin-cash"),
  own(/^(?:(?:ecash|etoken):)?[qpzr][a-z0-9]{41}$/i, "ecash"),
  own(/^r[1-9A-HJ-NP-Za-km-z]{24,34}$/, "ripple"),
  own(/^X[1-9A-HJ-NP-Za-km-z]{46}$/, "ripple"),
  own(/^[GC][A-Z2-7]{55}$/, "stellar"),
  own(/^M[A-Z2-7]{68}$/, "stellar"),
  own(/^(?:addr|stake)1[a-z0-9]{40,110}$/i, "cardano"),
  own(/^(?:Ae2|DdzFF)[1-9A-HJ-NP-Za-km-z]{50,110}$/, "cardano"),
  own(/^[EU][Qf][A-Za-z0-9+/_-]{46}$/, "ton"),
  own(/^-?\d:[0-9a-f]{64}$/i, "ton"),
  own(/^t[13][1-9A-HJ-NP-Za-km-z]{33}$/, "zcash"),
  own(/^(?:zs|u|tex)1[a-z0-9]{38,500}$/i, "zcash"),
  own(/^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/, "monero"),
  own(/^[A-Z2-7]{58}$/, "algorand"),
  own(/^(?:tz[1-4]|KT1)[1-9A-HJ-NP-Za-km-z]{33}$/, "tezos"),
  own(/^(?:nano|xrb)_[13][a-z0-9]{59}$/i, "nano"),
  own(/^S[PM][0-9A-Z]{36,41}$/, "stacks"),
  own(/^f(?:[1-3]|410f)[a-z2-7]{38,90}$/, "filecoin"),
  own(/^k:[0-9a-f]{64}$/, "kadena"),
  own(/^1[1-9A-HJ-NP-Za-km-z]{46,47}$/, "polkadot"),
  shared(/^5[1-9A-HJ-NP-Za-km-z]{47}$/, "bittensor"),
  own(/^account_rdx1[a-z0-9]{50,60}$/i, "radix"),
  own(/^account-hash-[0-9a-f]{64}$/i, "casper"),
  ...BECH32_PREFIXES.map(([prefix, chain]) =>
    own(new RegExp(`^${prefix}1[a-z0-9]{38,64}$`, "i"), chain),
  ),
  shared(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/, "solana"),
];

/** The chain that an address is probably one of, by its form alone; null where no form fits. */
export function guessChain(address: string): string | null {
  return shapeOf(address)?.chain ?? null;
}

/** The chain that alone writes addresses so; null where several do, or none. */
export function ownChain(address: string): string | null {
  const shape = shapeOf(address);
  return shape?.own === true ? shape.chain : null;
}

/** The chains that write addresses so, whether or not their format lets this one pass: a source may have copied it wrongly. */
export function chainsLike(address: string): string[] {
  if (address.length > 600) return [];
  return SHAPES.filter(({ pattern }) => pattern.test(address)).map(({ chain }) => chain);
}

/**
 * Accounts of 32 bytes, in hexadecimal, as a text may be without its chain's name. Several chains write them so, some after
 * 0x and without their leading zeros; Kadena puts `k:` before them, which is lost where the digits alone are copied.
 */
export function hexAccountsLike(text: string): { chain: string; address: string }[] {
  const digits = /^(?:0x)?([0-9a-f]{48,64})$/i.exec(text)?.[1];
  if (digits === undefined) return [];
  return [
    ...HEX_CHAINS.map((chain) => ({ chain, address: text })),
    ...(digits.length === 64 ? [{ chain: "kadena", address: `k:${digits}` }] : []),
  ].filter(({ chain, address }) => addressProblem(chain, address) === null);
}

/** The chains whose accounts may be 64 digits; not Kadena, whose accounts may have any name. */
const HEX_CHAINS = [
  "aptos",
  "bittensor",
  "elrond",
  "icp",
  "iota",
  "kusama",
  "movement",
  "near",
  "polkadot",
  "starknet",
  "sui",
];

function shapeOf(address: string): Shape | null {
  if (address.length > 600) return null;
  for (const shape of SHAPES)
    if (shape.pattern.test(address) && addressProblem(shape.chain, address) === null) return shape;
  return null;
}
