import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** A loss in short, to the dollar on demand; unknown is said, never shown as zero. */
export function Loss({ usd }: { usd: number | null }) {
  if (usd === null) return <span className="text-muted italic">unknown</span>;
  return (
    <data value={usd} title={formatUsdExact(usd)}>
      {formatUsd(usd)}
    </data>
  );
}

/** The range that sources span around the best estimate; nothing where they agree. */
export function LossRange({ low, high }: { low: number | null; high: number | null }) {
  if (low === null && high === null) return null;
  const text =
    low === null
      ? `up to ${formatUsd(high)}`
      : high === null
        ? `from ${formatUsd(low)}`
        : `${formatUsd(low)} – ${formatUsd(high)}`;
  return <span className="text-muted text-sm">{text}</span>;
}
