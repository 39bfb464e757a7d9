import type { Total } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** A total in short: a dash without incidents, and never a zero where nobody has put a figure on any. */
export function TotalLoss({ total, href }: { total: Total; href: string }) {
  if (total.incidents === 0) return <span className="text-muted">—</span>;
  if (total.unknownSize === total.incidents) {
    return (
      <a href={href} className="text-muted italic">
        unknown
      </a>
    );
  }
  return (
    <a href={href} title={formatUsdExact(total.lossUsd)}>
      {formatUsd(total.lossUsd)}
    </a>
  );
}
