const MILLION = 1e6;
const BILLION = 1e9;
const MINUS = "\u2212";

/** A whole number with its thousands set apart: `1,234`. A chart writes thousands; Intl would take most of its time. */
export function groupThousands(digits: string): string {
  let grouped = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3)
    grouped = `${digits.slice(Math.max(0, end - 3), end)},${grouped}`;
  return grouped;
}

function wholeText(value: number): string {
  return groupThousands(Math.round(value).toFixed(0));
}

/** Three significant digits, but never fewer than the whole part has: 1.46, 54.0, 306, 1,234. */
function threeDigits(usd: number, unit: number): string {
  const value = usd / unit;
  const decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  if (decimals === 0) return wholeText(value);
  // Whole dollars are rounded as such: 8,305,000 is 8.31m, though no double is quite 8.305.
  const steps = 10 ** decimals;
  return (Math.round(usd / (unit / steps)) / steps).toFixed(decimals);
}

function compact(value: number): string {
  // The bounds are where rounding would carry into the next unit: 999,600,000 is 1.00bn, not 1,000m.
  if (value >= 999.5 * MILLION) return `$${threeDigits(value, BILLION)}bn`;
  if (value >= MILLION - 0.5) return `$${threeDigits(value, MILLION)}m`;
  if (value > 0 && value < 0.5) return "<$1";
  return `$${wholeText(value)}`;
}

/**
 * US dollars for reading: `$1.46bn`, `$54.0m`, `$380,000`, `$0`. Below a million every dollar is
 * written; above it, three digits. Null, an amount nobody has put a figure on, is "unknown".
 */
export function formatUsd(usd: number | null): string {
  if (usd === null) return "unknown";
  return usd < 0 ? `${MINUS}${compact(-usd)}` : compact(usd);
}

const THRESHOLD_UNITS = [
  { size: BILLION, letters: "bn" },
  { size: MILLION, letters: "m" },
] as const;

/** A threshold in whole US dollars, short but never rounded: `$1m`, `$1.5m`, `$250,000`, `$1,234,567`. */
export function formatThreshold(usd: number): string {
  const unit = THRESHOLD_UNITS.find(({ size }) => usd >= size && usd % (size / 100) === 0);
  if (unit === undefined) return formatUsdExact(usd);
  return `$${(usd / unit.size).toLocaleString("en-GB", { maximumFractionDigits: 2 })}${unit.letters}`;
}

/** US dollars to the dollar: `$54,000,000`. Null, an amount nobody has put a figure on, is "unknown". */
export function formatUsdExact(usd: number | null): string {
  if (usd === null) return "unknown";
  const digits = wholeText(Math.abs(usd));
  return usd < 0 && digits !== "0" ? `${MINUS}$${digits}` : `$${digits}`;
}
