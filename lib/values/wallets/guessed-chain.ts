import { addressProblem } from "@/lib/values/wallets/address-format";

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
  own(/^(?:bc1|BC1)[a-zA-Z0-9]{20,80}$/, "bitcoin"),
  own(/^(?:ltc1|LTC1)[a-zA-Z0-9]{20,80}$/, "litecoin"),
  own(/^T[1-9A-HJ-NP-Za-km-z]{33}$/, "tron"),
  shared(/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/, "bitcoin"),
  shared(/^[LM][1-9A-HJ-NP-Za-km-z]{25,34}$/, "litecoin"),
  shared(/^D[1-9A-HJ-NP-Za-km-z]{33}$/, "dogecoin"),
  own(/^(?:bitcoincash:)?[qp][a-z0-9]{41}$/, "bitcoin-cash"),
  own(/^r[1-9A-HJ-NP-Za-km-z]{24,34}$/, "ripple"),
  own(/^G[A-Z2-7]{55}$/, "stellar"),
  own(/^(?:addr|stake)1[a-z0-9]{40,110}$/, "cardano"),
  own(/^(?:EQ|UQ)[A-Za-z0-9_-]{46}$/, "ton"),
  own(/^cosmos1[a-z0-9]{38,58}$/, "cosmos"),
  own(/^osmo1[a-z0-9]{38,58}$/, "osmosis"),
  own(/^terra1[a-z0-9]{38,58}$/, "terra"),
  own(/^thor1[a-z0-9]{38,58}$/, "thorchain"),
  own(/^k:[0-9a-f]{64}$/, "kadena"),
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

function shapeOf(address: string): Shape | null {
  if (address.length > 120) return null;
  for (const shape of SHAPES)
    if (shape.pattern.test(address) && addressProblem(shape.chain, address) === null) return shape;
  return null;
}
