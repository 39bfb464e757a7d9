const MILLION = 1e6;
const BILLION = 1e9;
const MINUS = "\u2212";

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

// Made once: a chart writes hundreds of amounts, and making a format takes longer than drawing it.
const [noDecimals, oneDecimal, twoDecimals] = [0, 1, 2].map(
  (decimals) =>
    new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
) as [Intl.NumberFormat, Intl.NumberFormat, Intl.NumberFormat];

/** Three significant digits, but never fewer than the whole part has: 1.46, 54.0, 306, 1,234. */
function threeDigits(value: number): string {
  const format = value < 9.995 ? twoDecimals : value < 99.95 ? oneDecimal : noDecimals;
  return format.format(value);
}

function compact(value: number): string {
  // The bounds are where rounding would carry into the next unit: 999,600,000 is 1.00bn, not 1,000m.
  if (value >= 999.5 * MILLION) return `$${threeDigits(value / BILLION)}bn`;
  if (value >= MILLION - 0.5) return `$${threeDigits(value / MILLION)}m`;
  if (value > 0 && value < 0.5) return "<$1";
  return `$${whole.format(value)}`;
}

/**
 * US dollars for reading: `$1.46bn`, `$54.0m`, `$380,000`, `$0`. Below a million every dollar is
 * written; above it, three digits. Null, an amount nobody has put a figure on, is "unknown".
 */
export function formatUsd(usd: number | null): string {
  if (usd === null) return "unknown";
  return usd < 0 ? `${MINUS}${compact(-usd)}` : compact(usd);
}

/** US dollars to the dollar: `$54,000,000`. Null, an amount nobody has put a figure on, is "unknown". */
export function formatUsdExact(usd: number | null): string {
  if (usd === null) return "unknown";
  const digits = whole.format(Math.abs(usd));
  return usd < 0 && digits !== "0" ? `${MINUS}$${digits}` : `$${digits}`;
}
