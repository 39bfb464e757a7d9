import { isBounded, type LossKnown, lossText, lossTextExact } from "@/lib/values/money/loss-text";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** What an incident's loss is known to be: by its best estimate, or by a bound, which is never printed as one. */
export function IncidentLoss({ of }: { of: LossKnown }) {
  if (!isBounded(of)) return <Loss usd={of.lossUsd} />;
  return <span title={lossTextExact(of)}>{lossText(of)}</span>;
}

/** An amount in short, to the dollar on demand; unknown is said, never shown as zero. */
export function Loss({ usd }: { usd: number | null }) {
  if (usd === null) return <span className="text-muted italic">unknown</span>;
  return (
    <data value={usd} title={formatUsdExact(usd)}>
      {formatUsd(usd)}
    </data>
  );
}
