/**
 * The key under which two spellings of one address are equal.
 *
 * An account of the Ethereum kind is the same 20 bytes, held by the same key, on every chain of that
 * kind, and its capital letters are only a checksum: such addresses match whatever the chain. The
 * CoinEx thief's address on Optimism is the Stake thief's on Polygon. Bech32 addresses may be
 * written in capitals throughout. All others match letter by letter, on their own chain.
 */
export function addressKey(chain: string, address: string): string {
  const text = address.trim();
  if (/^0x[0-9a-f]{40}$/i.test(text)) return `evm:${text.toLowerCase()}`;
  if (/^(bc1|ltc1)[a-z0-9]+$/i.test(text)) return `${chain}:${text.toLowerCase()}`;
  return `${chain}:${text}`;
}
