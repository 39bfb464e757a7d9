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
