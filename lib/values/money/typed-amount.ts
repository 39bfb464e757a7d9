const UNITS: Record<string, bigint> = {
  "": 1n,
  k: 1_000n,
  thousand: 1_000n,
  m: 1_000_000n,
  mn: 1_000_000n,
  mio: 1_000_000n,
  million: 1_000_000n,
  b: 1_000_000_000n,
  bn: 1_000_000_000n,
  billion: 1_000_000_000n,
};

const TYPED =
  /^(?:us)?\$? ?(?<whole>\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(?<rest>\d{1,9}))? ?(?<unit>k|thousand|mn|mio|million|m|bn|billion|b)?(?: ?(?:usd|dollars))?$/i;

/**
 * Whole US dollars as people write them: `10m`, `$1.5bn`, `250,000`, `1000000`. Null where it is no such amount, is not
 * whole, or a comma is not between thousands: `1,5` and `1.000.000` mean another amount in another country.
 */
export function typedAmount(text: string): number | null {
  const groups = TYPED.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const { whole = "", rest = "", unit = "" } = groups;
  const size = UNITS[unit.toLowerCase()] ?? 1n;
  const parts = BigInt(10) ** BigInt(rest.length);
  const scaled = BigInt(whole.replaceAll(",", "") + rest) * size;
  return scaled % parts === 0n ? Number(scaled / parts) : null;
}
