import { formatUsd, formatUsdExact } from "@/lib/money/usd";
import type { PeriodTotal } from "@/lib/totals/totals";

/** What a list adds up to, and what that leaves out. */
export function ListSummary({ total }: { total: PeriodTotal }) {
  return (
    <p className="text-lg">
      <strong>{total.incidents.toLocaleString("en-GB")}</strong>{" "}
      {total.incidents === 1 ? "incident" : "incidents"},{" "}
      <strong title={formatUsdExact(total.lossUsd)}>{formatUsd(total.lossUsd)}</strong> lost
      {total.unknownSize > 0 && <>, {total.unknownSize.toLocaleString("en-GB")} of unknown size</>}
      {total.returnedIncidents > 0 && (
        <>
          , {formatUsd(total.returnedUsd)} returned in{" "}
          {total.returnedIncidents.toLocaleString("en-GB")}
        </>
      )}
      .
    </p>
  );
}
